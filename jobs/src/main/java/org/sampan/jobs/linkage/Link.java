package org.sampan.jobs.linkage;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.registers.InventedRegisters;
import org.sampan.jobs.tables.Progress;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.Footprint;
import org.sampan.linkage.Gathering;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.PairSink;
import org.sampan.linkage.Ruling;
import org.sampan.linkage.RunOptions;
import org.sampan.linkage.Scoring;
import org.sampan.linkage.Training;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// `./sampan link`: links one table within itself, or two with each other, and writes pairs,
/// clusters, the model, what was rejected and a summary.
public final class Link {

  private static final long SEED = 20261121;
  private static final double BELOW = 6;

  private static final String THOUGHT =
      "completeness is thought to be %.3f, and to lie between %.3f (where slips come together) and"
          + " %.3f (where they do not)";

  /// No threshold further below the model's own is tried for the best F1.
  private static final double MEASURED = 20;

  private final LinkOptions options;
  private final Progress progress = new Progress(System.err, Clock.systemUTC());
  private final StringBuilder summary = new StringBuilder();

  private Link(LinkOptions options) {
    this.options = options;
  }

  /// Runs the command; 0 when everything is written.
  ///
  /// @throws OperatorRefusal when it is called wrongly, or a table or the disk does not allow it
  public static int run(List<String> arguments) {
    if (arguments.contains("--generate")) {
      return InventedRegisters.run(arguments);
    }
    Link link = new Link(LinkOptions.of(arguments));
    try {
      link.link();
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new OperatorRefusal(String.valueOf(wrong.getMessage()));
    } catch (OutOfMemoryError little) {
      throw new OperatorRefusal(
          "The memory of %,d MB is too little. SAMPAN_MEMORY=8g ./sampan link ... gives more."
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
    return 0;
  }

  private void link() {
    try (Rejected rejected = new Rejected(options.out().resolve("rejected.csv"))) {
      Loading.Loaded loaded = new Loading(options, rejected, progress).load();
      rejected.keep();
      RecordStore store = loaded.store();
      say("%,d records read, %,d rejected", store.size(), rejected.count());
      List<Ruling> rulings =
          options.text("--rulings").isEmpty()
              ? List.of()
              : RulingsFile.read(options.text("--rulings"));
      Linkage linkage = ready(store);
      Outcome outcome = linked(linkage, loaded.truth(), rulings);
      new Explaining(options).explain(linkage);
      options.write("summary.txt", summary + outcome.json() + "\n");
      System.out.print(summary);
      System.out.println(outcome.json());
    }
  }

  /// The records under a model, given or learned, and the memory they will take.
  private Linkage ready(RecordStore store) {
    Model model =
        options.train() ? Models.proposed(store) : Models.read(Path.of(options.text("--model")));
    if (options.train() && !options.text("--places").isEmpty()) {
      model = Models.placed(model, Path.of(options.text("--places")));
    }
    int threads = options.number("--threads", Runtime.getRuntime().availableProcessors());
    long free = Runtime.getRuntime().maxMemory() - store.bytes();
    RunOptions run =
        new RunOptions(Math.min(threads, 256), Math.max(1 << 20, free / 2), SEED, progress::at);
    Linkage linkage = Linkage.of(model, store, run);
    if (options.train()) {
      Training training = linkage.train();
      linkage = training.linkage();
      say(
          "learned from %,d pairs in %d rounds; about %,.0f pairs of one person",
          training.pairs(), training.rounds(), training.expectedMatches());
    }
    Footprint footprint = linkage.footprint();
    progress.end();
    String needs =
        "%,d pairs to compare; %,d MB for the records, %,d MB for the engine, of %,d MB"
            .formatted(
                footprint.pairs(),
                footprint.storeBytes() >> 20,
                footprint.engineBytes() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    System.err.println(needs);
    if (footprint.storeBytes() + footprint.engineBytes() > Runtime.getRuntime().maxMemory()) {
      throw new OperatorRefusal(
          needs + ": too little. SAMPAN_MEMORY=8g ./sampan link ... gives more.");
    }
    options.write("model.json", linkage.model().toJson());
    return linkage;
  }

  private Outcome linked(Linkage linkage, Optional<Truth> truth, List<Ruling> rulings) {
    RecordStore store = linkage.store();
    double threshold = linkage.model().threshold();
    double floor = options.bits("--floor", threshold - BELOW);
    Optional<Measuring> measuring = truth.map(known -> new Measuring(known, threshold));
    Optional<Review> review =
        options.text("--review").isEmpty()
            ? Optional.empty()
            : Optional.of(new Review(options.number("--review", 1), threshold));
    Gathering gathering = linkage.gathering(threshold);
    Scoring scoring;
    try (PairFile pairs = new PairFile(options, store, floor)) {
      List<PairSink> sinks = new ArrayList<>(List.of(pairs, gathering));
      measuring.ifPresent(sinks::add);
      review.ifPresent(sinks::add);
      PairSink all =
          (a, b, bits) -> {
            for (PairSink sink : sinks) {
              sink.pair(a, b, bits);
            }
          };
      double handed = Math.min(floor, threshold - (measuring.isPresent() ? MEASURED : 0));
      scoring = linkage.score(handed, all);
      progress.end();
      pairs.keep();
      say("%,d pairs compared, %,d written", scoring.compared(), pairs.written());
      if (truth.isEmpty()) {
        Scoring.Bounds bounds = scoring.bounds();
        say(THOUGHT, scoring.completeness(), bounds.least(), bounds.most());
      }
    }
    review.ifPresent(one -> one.write(options.out().resolve("review.csv"), store));
    Clusters clusters = gathering.clusters(rulings);
    progress.end();
    ClusterFile.write(clusters, store, options);
    say("%,d clusters; the guard refused %,d joins", clusters.count(), clusters.refused());
    return measured(scoring, clusters, linkage, truth, measuring);
  }

  private Outcome measured(
      Scoring scoring,
      Clusters clusters,
      Linkage linkage,
      Optional<Truth> truth,
      Optional<Measuring> measuring) {
    RecordStore store = linkage.store();
    Optional<SamePairs> same =
        truth.map(known -> SamePairs.of(known, clusters.of(), store.border()));
    Optional<Measures> measures =
        measuring.flatMap(one ->
            same.map(pairs ->
                one.measures(pairs.real(), SamePairs.compared(truth.orElseThrow(), linkage))));
    measures.ifPresent(found ->
        say(
            "precision %.4f, recall %.4f, F1 %.4f at %.2f bits; best F1 %.4f at %.2f bits",
            found.precision(),
            found.recall(),
            found.f1(),
            linkage.model().threshold(),
            found.best(),
            found.bestAt()));
    same.ifPresent(pairs ->
        say(
            "clusters: precision %.4f, recall %.4f, F1 %.4f; %,d real pairs",
            pairs.precision(), pairs.recall(), pairs.f1(), pairs.real()));
    return new Outcome(
        measures,
        same,
        linkage.model().threshold(),
        measures.map(Measures::completeness).orElse(scoring.completeness()),
        store.size(),
        scoring.compared());
  }

  private void say(String line, Object... values) {
    summary.append(String.format(java.util.Locale.ROOT, line, values)).append('\n');
  }
}

package org.sampan.linkage;

import java.nio.file.Path;
import java.util.Arrays;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Measures the library on a CSV file with truth: `Measurement FILE ID [TRUTH]`; without a truth
/// column it is the number in the identifier.
final class Measurement {

  private Measurement() {}

  public static void main(String[] arguments) throws Exception {
    String truth = arguments.length > 2 ? arguments[2] : "";
    Sheet sheet = Sheet.read(Path.of(arguments[0]), arguments[1], truth);
    RecordStore store = sheet.store();
    long begun = cpu();
    Model proposed = ModelWizard.propose(sheet.columns(), sheet.sample());
    Linkage linkage = Linkage.of(proposed, store, RunOptions.usual());
    Training training = linkage.train();
    print(training.model());
    System.out.printf(
        "training: %d pairs, %d rounds, %.0f expected matches, %.2f cpu-s%n",
        training.pairs(), training.rounds(), training.expectedMatches(), (cpu() - begun) / 1e9);
    long[] kept = new long[200];
    long[] right = new long[200];
    Scoring scoring =
        training
            .linkage()
            .score(
                -30,
                (a, b, bits) -> {
                  int step = (int) Math.clamp((bits + 30) * 2, 0, 199);
                  kept[step]++;
                  right[step] += sheet.same(a, b) ? 1 : 0;
                });
    long found = all(training.linkage(), sheet);
    report(scoring, training.model(), kept, right, sheet.truePairs(), found);
    clusters(training.linkage(), sheet);
    System.out.printf("cpu %.2f s%n", (cpu() - begun) / 1e9);
    if (arguments.length > 3) {
      missed(training.linkage(), sheet, Double.parseDouble(arguments[3]));
    }
  }

  private static long all(Linkage linkage, Sheet sheet) {
    long[] found = new long[1];
    linkage.score(-1000, (a, b, bits) -> found[0] += sheet.same(a, b) ? 1 : 0);
    return found[0];
  }

  private static void clusters(Linkage linkage, Sheet sheet) {
    double own = linkage.model().threshold();
    for (double threshold : new double[] {own - 6, own - 3, own, own + 3, own + 6}) {
      long begun = cpu();
      Clusters clusters = linkage.clusters(threshold, java.util.List.of());
      java.util.Map<String, Long> cells = new java.util.HashMap<>();
      java.util.Map<Integer, Long> sizes = new java.util.HashMap<>();
      for (int record = 0; record < clusters.of().length; record++) {
        cells.merge(clusters.of()[record] + " " + sheet.truth().get(record), 1L, Long::sum);
        sizes.merge(clusters.of()[record], 1L, Long::sum);
      }
      long right = cells.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
      long joined = sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
      System.out.printf(
          "own clusters at %.2f: %d people, refused %d, precision %.4f recall %.4f F1 %.4f, largest %d, %.2f cpu-s%n",
          threshold,
          clusters.count(),
          clusters.refused(),
          (double) right / joined,
          (double) right / sheet.truePairs(),
          2.0 * right / (joined + sheet.truePairs()),
          sizes.values().stream().mapToLong(n -> n).max().orElse(0),
          (cpu() - begun) / 1e9);
    }
  }

  private static void missed(Linkage linkage, Sheet sheet, double threshold) {
    int[] shown = new int[2];
    linkage.score(
        -1000,
        (a, b, bits) -> {
          boolean same = sheet.same(a, b);
          if (same != bits >= threshold && shown[same ? 0 : 1]++ < 12) {
            System.out.printf("%s %.1f%n", same ? "MISSED" : "WRONG", bits);
            linkage
                .explain(a, b)
                .steps()
                .forEach(step ->
                    System.out.printf(
                        "   %s: %s | %s  %s %.1f %+.1f%n",
                        step.field(),
                        step.left(),
                        step.right(),
                        step.level(),
                        step.bits(),
                        step.frequency()));
          }
        });
  }

  private static void print(Model model) {
    for (Field field : model.fields()) {
      StringBuilder levels = new StringBuilder();
      field
          .levels()
          .forEach(level ->
              levels.append(
                  " %s %.3f/%.2g=%.1f"
                      .formatted(level.name(), level.m(), level.u(), level.bits())));
      System.out.println(field.kind().code() + " " + field.name() + ":" + levels);
      field
          .leans()
          .ifPresent(leaning ->
              System.out.println("   leans on " + leaning.on() + " " + leaning.u().getFirst()));
    }
    model.passes().forEach(pass -> System.out.println("pass " + pass.keys()));
    System.out.printf("prior %.3g threshold %.2f%n", model.prior(), model.threshold());
  }

  private static void report(
      Scoring scoring, Model model, long[] kept, long[] right, long[] truth) {
    long keptSum = 0;
    long rightSum = 0;
    double best = 0;
    double bestAt = 0;
    double own = 0;
    for (int step = 199; step >= 0; step--) {
      keptSum += kept[step];
      rightSum += right[step];
      double f1 = 2.0 * rightSum / (keptSum + truth[0]);
      double at = step / 2.0 - 30;
      if (f1 > best) {
        best = f1;
        bestAt = at;
      }
      if (Math.abs(at - Math.round(model.threshold() * 2) / 2.0) < 0.01) {
        own = f1;
        System.out.printf(
            "own: precision %.4f recall %.4f%n",
            (double) rightSum / keptSum, (double) rightSum / truth[0]);
      }
    }
    System.out.printf(
        "pairs %d true %d completeness %.4f (estimated %.4f) F1 at own %.4f best %.4f at %.1f%n",
        scoring.compared(),
        truth[0],
        (double) truth[1] / truth[0],
        scoring.completeness(),
        own,
        best,
        bestAt);
  }

  private static void report(
      Scoring scoring, Model model, long[] kept, long[] right, long truePairs, long found) {
    report(scoring, model, kept, right, new long[] {truePairs, found});
    System.out.println(Arrays.stream(kept).sum() + " pairs at or above -30 bits");
  }

  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}

package org.sampan.jobs.names;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.sampan.OperatorRefusal;
import org.sampan.names.Encoding;
import org.sampan.names.Names;
import org.sampan.names.script.Zawgyi;

/// `names evaluate FILE.tsv`: rank-1 recall and best F1 over the full cross product.
final class Evaluate {

  private static final double NANOSECONDS = 1e9;
  private static final long HALF_SEED = 7;
  private static final int SHOWN_PROBLEMS = 10;

  private Evaluate() {}

  static int run(List<String> arguments) {
    Options options =
        Options.of(
            arguments,
            Set.of("--plot", "--model", "--encoding", "--most", "--seed"),
            Set.of("--half", "--other"));
    if (options.words().size() != 1) {
      throw new OperatorRefusal("names evaluate needs one file.");
    }
    PairFile file = PairFile.read(Path.of(options.words().getFirst()));
    Encoding encoding = encoding(options, file);
    List<PairFile.Row> rows = new ArrayList<>(file.rows());
    Names names = ModelFolder.names(options.values().get("--model"));
    if (options.flags().contains("--half")) {
      Collections.shuffle(rows, new Random(seed(options)));
      if (options.flags().contains("--other")) {
        Collections.reverse(rows);
      }
      int half = rows.size() / 2;
      names = ModelFolder.taught(rows.subList(0, half), encoding);
      rows = rows.subList(half, rows.size());
    }
    if (options.values().containsKey("--most")) {
      Collections.shuffle(rows, new Random(HALF_SEED));
      rows = rows.subList(0, Math.min(rows.size(), number(options.values().get("--most"))));
    }
    long before = cpu();
    Evaluation evaluation = new Evaluation(names);
    evaluation.run(rows, encoding);
    double seconds = (cpu() - before) / NANOSECONDS;
    report(file, rows.size(), encoding, evaluation, seconds);
    plot(options, evaluation);
    json(evaluation, seconds);
    return 0;
  }

  private static long seed(Options options) {
    String seed = options.values().get("--seed");
    return seed == null ? HALF_SEED : number(seed);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException not) {
      throw new OperatorRefusal("--most and --seed need a number.");
    }
  }

  private static Encoding encoding(Options options, PairFile file) {
    String asked = options.values().getOrDefault("--encoding", "");
    return switch (asked) {
      case "unicode" -> Encoding.UNICODE;
      case "zawgyi" -> Encoding.ZAWGYI;
      case "" -> {
        List<String> cells = new ArrayList<>();
        file.rows().forEach(row -> cells.addAll(row.written()));
        yield Zawgyi.likely(cells) ? Encoding.ZAWGYI : Encoding.UNICODE;
      }
      default -> throw new OperatorRefusal("--encoding is unicode or zawgyi.");
    };
  }

  private static void report(
      PairFile file, int rows, Encoding encoding, Evaluation evaluation, double seconds) {
    if (!file.problems().isEmpty()) {
      System.out.println(file.problems().size() + " rows left out:");
      file.problems().stream().limit(SHOWN_PROBLEMS).forEach(p -> System.out.println("  " + p));
    }
    Measures.Point best = evaluation.measures().best();
    System.out.printf(
        Locale.ROOT,
        "%d rows%s, %d pairs compared%n",
        rows,
        encoding == Encoding.ZAWGYI ? " in Zawgyi" : "",
        evaluation.pairs());
    System.out.printf(Locale.ROOT, "rank-1 recall %.4f%n", evaluation.measures().recallAtOne());
    System.out.printf(
        Locale.ROOT,
        "best F1 %.4f at %.2f bits (precision %.4f, recall %.4f)%n",
        best.f1(),
        best.threshold(),
        best.precision(),
        best.recall());
    evaluation.measures().bands().forEach(System.out::println);
    System.out.println(evaluation.times().line());
    System.out.println(evaluation.keys().line());
    System.out.printf(Locale.ROOT, "%.1f CPU-seconds%n", seconds);
  }

  private static void json(Evaluation evaluation, double seconds) {
    Measures.Point best = evaluation.measures().best();
    System.out.printf(
        Locale.ROOT,
        "{\"pairs\":%d,\"recallAt1\":%.4f,\"f1\":%.4f,\"threshold\":%.2f,\"cpuSeconds\":%.2f}%n",
        evaluation.pairs(),
        evaluation.measures().recallAtOne(),
        best.f1(),
        best.threshold(),
        seconds);
  }

  private static void plot(Options options, Evaluation evaluation) {
    String out = options.values().get("--plot");
    if (out != null) {
      try {
        Files.writeString(Path.of(out), RecallPlot.svg(evaluation.measures().curve()));
      } catch (IOException unwritable) {
        throw new OperatorRefusal("The plot cannot be written to " + out);
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

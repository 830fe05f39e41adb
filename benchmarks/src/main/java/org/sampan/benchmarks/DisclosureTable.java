package org.sampan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sampan.disclosure.noise.DiscreteGaussian;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;

/// The targets of the disclosure library, each beside what was reached and what a peer published:
/// the same commands an operator types, as often as is asked.
///
/// The peers' figures are quoted from the study (disclosure/README.md); neither Microsoft's tool
/// nor ARX is built here.
final class DisclosureTable {

  private static final int DRAWS = 5_000_000;

  private final List<String> lines = new ArrayList<>();
  private final Path sets = Benchmarks.data().resolve("disclosure");
  private final Publishes publishes;
  private final int runs;

  private DisclosureTable(int runs) throws IOException {
    this.runs = runs;
    this.publishes = new Publishes(Files.createTempDirectory("sampan-disclosure-"));
  }

  /// Prints the table and writes it into guides/disclosure-figures.md.
  ///
  /// @param arguments perhaps `--runs N`
  static void print(List<String> arguments) throws IOException, InterruptedException {
    int runs = arguments.size() == 2 ? Integer.parseInt(arguments.getLast()) : 10;
    DisclosureTable table = new DisclosureTable(runs);
    table.head();
    table.sampler();
    table.releases();
    table.extracts();
    table.suppression();
    String text = String.join("\n", table.lines) + "\n";
    Files.writeString(Publishes.home().resolve("guides/disclosure-figures.md"), text);
    System.out.print(text);
  }

  private void head() {
    lines.add("# Figures that betray nobody: what was measured");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "Measured on %s by `./sampan benchmark disclosure --runs %d` on %d cores (%s), load %.1f"
                + " at the start, Java %s. CPU-seconds are those of whole processes, the virtual"
                + " machine's start included; load inflates them. In brackets the least and the"
                + " most of the runs. Every release at epsilon 1, delta 1e-6, with the settings"
                + " that `publish plan` proposes. Peers' figures are quoted from what they or the"
                + " study published; they did not run beside ours.",
            LocalDate.now(Clock.systemDefaultZone()),
            runs,
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            System.getProperty("java.version")));
    lines.add("");
    lines.add("| what | target | reached | peer, published | command |");
    lines.add("|---|---|---|---|---|");
  }

  private void line(String what, String target, String reached, String peer, String command) {
    lines.add("| " + String.join(" | ", what, target, reached, peer, command) + " |");
  }

  private void sampler() {
    List<String> rates = new ArrayList<>();
    for (int deviation : new int[] {1, 33, 1000}) {
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      DiscreteGaussian noise =
          new DiscreteGaussian(Ratio.of((long) deviation * deviation, 1), new RandomBits());
      long sum = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        sum += noise.draw();
      }
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
      System.err.println("sigma " + deviation + ", sum " + sum);
      rates.add(String.format(Locale.ROOT, "%.1f", DRAWS / seconds / 1e6));
    }
    line(
        "exact discrete Gaussian, million samples a second a core at sigma 1, 33, 1000",
        "1",
        String.join(", ", rates),
        "0.035 to 0.098 (prototype)",
        "`benchmark disclosure`");
  }

  private void releases() throws IOException, InterruptedException {
    Path national =
        Publishes.home()
            .resolve("disclosure/src/test/resources/org/sampan/disclosure/national2019.json");
    release(
        new Released(
            "national2019, ten columns, public five-year ages",
            sets.resolve("nist-acs-2019/national2019.csv"),
            List.of("--domain", national.toString()),
            runs),
        List.of("985", "", "", "3"),
        List.of("AIM 976, MST 958, Microsoft 577 to 846", "", "", "103.2"));
    release(
        new Released(
            "victims and perpetrators",
            sets.resolve("ctdc-vp-synthetic-2022/CTDC_VPsynthetic_condensed.csv"),
            List.of(),
            runs),
        List.of("985", "30", "0.03 %", ""),
        List.of("Microsoft at epsilon 12: 939.3", "54.8", "0.017 %", ""));
    Path cases = publishes.scratch().resolve("cases.csv");
    Path list = publishes.scratch().resolve("cases.json");
    GeneratedCases.write(cases, list);
    release(
        new Released(
            "91,000 x 19 generated",
            cases,
            List.of("--domain", list.toString()),
            Math.min(runs, 3)),
        List.of("", "", "", "8"),
        List.of("", "", "", "38.8 on a like file"));
  }

  /// What is released, and how often.
  private record Released(String what, Path data, List<String> options, int times) {}

  private void release(Released set, List<String> targets, List<String> peers)
      throws IOException, InterruptedException {
    String what = set.what();
    List<Publishes.Made> made = new ArrayList<>();
    for (int run = 1; run <= set.times(); run++) {
      System.err.println(what + ", run " + run + " of " + set.times());
      made.add(publishes.release(set.data(), set.options()));
    }
    String command =
        "`publish plan %s%s`, `run`, `evaluate`"
            .formatted(set.data().getFileName(), set.options().isEmpty() ? "" : " --domain LIST");
    line(
        what + ": k-marginal",
        targets.get(0),
        spread(made, "kMarginal", 1, 1),
        peers.get(0),
        command);
    line(
        what + ": two-way error",
        targets.get(1),
        spread(made, "error2", 1, 1),
        peers.get(1),
        command);
    line(
        what + ": fabricated pair mass, %",
        targets.get(2),
        spread(made, "fabricatedPairMass", 100, 4),
        peers.get(2),
        command);
    line(
        what + ": CPU-seconds, release and evaluation",
        targets.get(3),
        spread(made, "cpuSeconds", 1, 2),
        peers.get(3),
        command);
    line(what + ": most memory, MB", "512", spread(made, "peakMegabytes", 1, 0), "", command);
  }

  private static String spread(List<Publishes.Made> made, String field, int times, int places) {
    double[] values =
        IntStream.range(0, made.size())
            .mapToDouble(at -> times * made.get(at).value(field))
            .toArray();
    double least = java.util.Arrays.stream(values).min().orElse(0);
    double most = java.util.Arrays.stream(values).max().orElse(0);
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    String number = "%." + places + "f";
    return String.format(
        Locale.ROOT, "**" + number + "** (" + number + " to " + number + ")", mean, least, most);
  }

  private void extracts() throws IOException, InterruptedException {
    String data = sets.resolve("ctdc-vp-synthetic-2022/CTDC_VPsynthetic_condensed.csv").toString();
    for (int[] promise : new int[][] {{11, 3}, {11, 0}, {10, 0}}) {
      String command = "extract CTDC_VP.csv --k %d --length %d".formatted(promise[0], promise[1]);
      System.err.println(command);
      Publishes.Made made =
          publishes.made("extract", data, "--k", "" + promise[0], "--length", "" + promise[1]);
      line(
          "victims and perpetrators, k = %d, %s: cells withheld, CPU-seconds"
              .formatted(promise[0], promise[1] == 0 ? "whole rows" : "combinations of 3"),
          promise[0] == 11 ? "15 %, 12" : "",
          String.format(
              Locale.ROOT, "%.2f %%, %.1f", 100 * made.value("withheld"), made.value("cpuSeconds")),
          promise[0] == 10 ? "ARX 3.9.2: 21.58 %, 118.5" : "",
          "`publish " + command + "`");
    }
  }

  private void suppression() throws IOException, InterruptedException {
    System.err.println("suppress");
    String data = sets.resolve("ctdc-derived/ctdc_kanonymised_2020_cleaned_derived.csv").toString();
    Publishes.Made made = publishes.made("suppress", data);
    line(
        "k-anonymised CTDC set, all two-way tables: cells recovered, of small counts",
        "0",
        String.format(
            Locale.ROOT, "**%.0f** of %.0f", made.value("recovered"), made.value("primary")),
        "today's practice 71.1 %",
        "`publish suppress ctdc_kanonymised.csv`");
  }
}

package org.sampan.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/// Measures everything in one run and writes the page of figures whole: `./sampan benchmark all`.
final class FiguresPage {

  private static final int MANY = 1_000_000;
  private static final int VERY_MANY = 10_000_000;

  /// A file twenty times as large is waited for so many times as long.
  private static final int LONGER = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Path scratch;
  private long seconds = 120;
  private boolean quick;
  private boolean large;
  private Path page = Path.of(System.getProperty("sampan.home", "."), "guides/linkage-figures.md");

  private FiguresPage(Path scratch) {
    this.scratch = scratch;
  }

  static void write(List<String> arguments)
      throws IOException, InterruptedException, RunnerException {
    FiguresPage figures = new FiguresPage(Files.createTempDirectory("sampan-figures"));
    for (int at = 0; at < arguments.size(); at++) {
      switch (arguments.get(at)) {
        case "--seconds" -> figures.seconds = Long.parseLong(arguments.get(++at));
        case "--out" -> figures.page = Path.of(arguments.get(++at));
        case "--large" -> figures.large = true;
        case "--quick" -> figures.quick = true;
        default -> throw new IllegalArgumentException("no option " + arguments.get(at));
      }
    }
    figures.write();
  }

  private void write() throws IOException, InterruptedException, RunnerException {
    long begun = System.nanoTime();
    Circumstances before = Circumstances.now();
    linkage();
    names();
    if (!quick) {
      kernels();
    }
    Circumstances after = Circumstances.now();
    long minutes = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - begun);
    String head =
        FigureTexts.HEAD.formatted(
            before.when(),
            after.when(),
            Circumstances.machine(),
            before.load(),
            after.load(),
            quick ? " --quick" : large ? " --large" : "",
            minutes,
            seconds,
            LONGER * seconds);
    Path written = page.resolveSibling(page.getFileName() + ".new");
    Files.writeString(written, head + bytes.toString(StandardCharsets.UTF_8) + FigureTexts.FOOT);
    Files.move(written, page, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    System.out.println("Written: " + page);
  }

  private void linkage() throws IOException, InterruptedException {
    LinkageTable table = new LinkageTable(out, scratch);
    out.println(FigureTexts.ENGINES);
    table.head();
    for (String file : quick ? table.publicFiles().subList(0, 3) : table.publicFiles()) {
      table.rows(file, LinkageTable.ENGINES, seconds);
    }
    if (quick) {
      return;
    }
    table.rows(table.invented("febrl", 50_000), LinkageTable.ENGINES, seconds);
    table.rows(table.invented("mekong", 50_000), LinkageTable.ENGINES, seconds);
    out.println(FigureTexts.MANY);
    table.head();
    String many = table.invented("febrl", MANY);
    table.rows(
        many,
        List.of(
            EngineProcess.SAMPAN_ALONE,
            EngineProcess.SAMPAN,
            "splink-duckdb",
            "splink-duckdb-tuned"),
        LONGER * seconds);
    String found = EngineProcess.found(scratch).resolve("model.json").toString();
    Path model = Files.copy(Path.of(found), scratch.resolve("many.json"));
    if (large) {
      table.rows(
          table.invented("febrl", VERY_MANY),
          List.of(EngineProcess.SAMPAN_ALONE),
          LONGER * seconds);
    }
    out.println(FigureTexts.LOOKUP);
    out.println(LookupTable.measured(many, model.toString()));
  }

  private void names() throws IOException {
    out.println(FigureTexts.NAMES);
    NamesTable.print(Benchmarks.data().resolve("names"), out);
  }

  private void kernels() throws RunnerException {
    out.println(FigureTexts.KERNELS);
    Collection<RunResult> results = Kernels.run();
    for (RunResult result : results) {
      out.printf(
          Locale.ROOT,
          "| %s | %.1f ± %.1f |%n",
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getScore(),
          result.getPrimaryResult().getScoreError());
    }
  }
}

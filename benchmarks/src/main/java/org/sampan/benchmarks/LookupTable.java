package org.sampan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;
import org.sampan.linkage.Index;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.RunOptions;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// How long one record takes to be looked up among all of a file, while records come and go beside
/// the questions ([Visitors]); by the clock and on the processor, which a busy machine tells apart.
final class LookupTable {

  private static final int QUESTIONS = 20_000;
  private static final int WARM = 4_000;

  private LookupTable() {}

  /// Measures.
  ///
  /// @param file of people
  /// @param model that a run of `./sampan link` on it wrote
  static String measured(String file, String model) throws IOException {
    RecordStore store = read(file);
    Linkage linkage =
        Linkage.of(Model.parse(Files.readString(Path.of(model))), store, RunOptions.usual());
    int records = store.size();
    Visitors visitors = new Visitors(linkage.index(), store);
    Thread coming = Thread.ofPlatform().name("visitors").start(visitors);
    try {
      return told(records, asked(visitors.index(), store, records), visitors);
    } finally {
      coming.interrupt();
    }
  }

  /// What the questions took.
  ///
  /// @param clock nanoseconds of each by the clock, ascending
  /// @param work nanoseconds of each on the processor, ascending
  /// @param found how many found their own record
  private record Asked(long[] clock, long[] work, long found) {}

  private static Asked asked(Index index, RecordStore store, int records) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    SplittableRandom random = new SplittableRandom(7);
    long[] clock = new long[QUESTIONS];
    long[] work = new long[QUESTIONS];
    long found = 0;
    for (int question = -WARM; question < QUESTIONS; question++) {
      int record = random.nextInt(records);
      List<String> values = store.values(record);
      long worked = threads.getCurrentThreadCpuTime();
      long begun = System.nanoTime();
      List<Index.Candidate> candidates = index.lookup(values, 0, 10);
      if (question >= 0) {
        clock[question] = System.nanoTime() - begun;
        work[question] = threads.getCurrentThreadCpuTime() - worked;
        found += candidates.stream().anyMatch(one -> one.record() == record) ? 1 : 0;
      }
    }
    Arrays.sort(clock);
    Arrays.sort(work);
    return new Asked(clock, work, found);
  }

  private static String told(int records, Asked asked, Visitors visitors) throws IOException {
    return String.format(
        Locale.ROOT,
        "%,d records, %,d added and %,d removed meanwhile: by the clock %s; on the processor %s;"
            + " found itself in %.2f %% of the questions; peak %,d MB.",
        records,
        visitors.added(),
        visitors.removed(),
        times(asked.clock()),
        times(asked.work()),
        100.0 * asked.found() / QUESTIONS,
        OneRun.peak() >> 20);
  }

  private static String times(long[] times) {
    return String.format(
        Locale.ROOT,
        "median %.3f ms, p99 %.3f ms, p99.9 %.3f ms, most %.1f ms, %,.0f a second",
        times[QUESTIONS / 2] / 1e6,
        times[QUESTIONS * 99 / 100] / 1e6,
        times[QUESTIONS * 999 / 1000] / 1e6,
        times[QUESTIONS - 1] / 1e6,
        QUESTIONS / (Arrays.stream(times).sum() / 1e9));
  }

  private static RecordStore read(String file) {
    try (Table table = Tables.open(file, "", (source, line, reason) -> {})) {
      List<String> columns = new ArrayList<>(table.columns());
      columns.removeAll(People.APART);
      int[] places = table.columns().stream().mapToInt(columns::indexOf).toArray();
      RecordStore.Builder builder = RecordStore.builder(columns);
      while (table.next()) {
        Row row = table.row();
        for (int cell = 0; cell < places.length; cell++) {
          if (places[cell] >= 0) {
            builder.cell(places[cell], row.bytes(), row.start(cell), row.length(cell));
          }
        }
        builder.end(0, row.bytes(), row.start(0), row.length(0));
      }
      return builder.build();
    }
  }
}

package org.sampan.benchmarks;

import java.io.IOException;
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

/// How long one record takes to be looked up among all of a file, while records come and go: every
/// tenth question is followed by an addition, which is removed again later.
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
    Index index = linkage.index();
    int records = store.size();
    SplittableRandom random = new SplittableRandom(7);
    long[] times = new long[QUESTIONS];
    long found = 0;
    for (int question = -WARM; question < QUESTIONS; question++) {
      int record = random.nextInt(records);
      List<String> values = store.values(record);
      long begun = System.nanoTime();
      List<Index.Candidate> candidates = index.lookup(values, 0, 10);
      long taken = System.nanoTime() - begun;
      if (question >= 0) {
        times[question] = taken;
        found += candidates.stream().anyMatch(one -> one.record() == record) ? 1 : 0;
      }
      if (question % 10 == 0) {
        index.add("added " + question, values);
        index.remove("added " + (question - 100));
      }
    }
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "%,d records: median %.3f ms, p99 %.3f ms, p99.9 %.3f ms, %,.0f a second; found itself in"
            + " %.2f %% of the questions; peak %,d MB.",
        records,
        times[QUESTIONS / 2] / 1e6,
        times[QUESTIONS * 99 / 100] / 1e6,
        times[QUESTIONS * 999 / 1000] / 1e6,
        QUESTIONS / (Arrays.stream(times).sum() / 1e9),
        100.0 * found / QUESTIONS,
        OneRun.peak() >> 20);
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

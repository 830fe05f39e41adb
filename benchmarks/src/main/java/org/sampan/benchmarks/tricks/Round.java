package org.sampan.benchmarks.tricks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.Gathering;
import org.sampan.linkage.Index;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.RunOptions;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// One work on one file, again and again in this process: `Round WORK FILE MODEL ROUNDS` prints
/// `FINGERPRINT CPU-SECONDS PEAK-BYTES` of the quickest round. One thread, so that the order in
/// which pairs come is the same with every twin. The work `febrl` learns its model, `mekong` takes
/// the one that is given, and so does `lookup`, of which only the questions count.
final class Round {

  private static final RunOptions ALONE =
      new RunOptions(1, 1L << 40, 20261121, (stage, done, total) -> {});

  /// Pairs above so many bits have exact scores.
  private static final double FLOOR = -6;

  private static final int SAMPLE = 2000;
  private static final int QUESTIONS = 50_000;

  private final List<String> columns = new ArrayList<>();
  private final List<List<String>> sample = new ArrayList<>();

  private Round() {}

  /// Runs and prints.
  public static void main(String[] arguments) throws IOException {
    long quickest = Long.MAX_VALUE;
    long fingerprint = 0;
    for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
      Round one = new Round();
      long begun = processor();
      RecordStore store = one.read(arguments[1]);
      Linkage linkage = one.linkage(arguments[0], store, Path.of(arguments[2]));
      if (arguments[0].equals("lookup")) {
        Index index = linkage.index();
        begun = processor();
        fingerprint = asked(index, store);
      } else {
        fingerprint = scored(linkage);
      }
      quickest = Math.min(quickest, processor() - begun);
    }
    System.out.printf("%x %.3f %d%n", fingerprint, quickest / 1e9, peak());
  }

  private Linkage linkage(String work, RecordStore store, Path model) throws IOException {
    return work.equals("febrl")
        ? Linkage.of(ModelWizard.propose(columns, sample), store, ALONE).train().linkage()
        : Linkage.of(Model.parse(Files.readString(model)), store, ALONE);
  }

  /// Learns a model for the works to which one is given.
  static String learned(Path file) {
    Round round = new Round();
    RecordStore store = round.read(file.toString());
    Model proposed = ModelWizard.propose(round.columns, round.sample);
    return Linkage.of(proposed, store, RunOptions.usual()).train().model().toJson();
  }

  /// The model, every pair with its exact bits, and the people, as one number.
  private static long scored(Linkage linkage) {
    Gathering gathering = linkage.gathering(linkage.model().threshold());
    long[] sum = {linkage.model().toJson().hashCode()};
    linkage.score(
        FLOOR,
        (a, b, bits) -> {
          sum[0] = 31 * (31 * (31 * sum[0] + a) + b) + Float.floatToRawIntBits(bits);
          gathering.pair(a, b, bits);
        });
    Clusters people = gathering.clusters(List.of());
    return 31 * sum[0] + Arrays.hashCode(people.of());
  }

  private static long asked(Index index, RecordStore store) {
    long sum = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      int record = (int) (question * 7919L % store.size());
      for (Index.Candidate candidate : index.lookup(store.values(record), 0, 10)) {
        sum = 31 * (31 * sum + candidate.record()) + Float.floatToRawIntBits(candidate.bits());
      }
    }
    return sum;
  }

  private RecordStore read(String file) {
    try (Table table = Tables.open(file, "", (source, line, reason) -> {})) {
      columns.addAll(table.columns());
      columns.removeAll(List.of("rec_id", "entity"));
      int[] places = table.columns().stream().mapToInt(columns::indexOf).toArray();
      RecordStore.Builder builder = RecordStore.builder(columns);
      while (table.next()) {
        Row row = table.row();
        for (int cell = 0; cell < places.length; cell++) {
          if (places[cell] >= 0) {
            builder.cell(places[cell], row.bytes(), row.start(cell), row.length(cell));
          }
        }
        int record = builder.end(0, row.bytes(), row.start(0), row.length(0));
        if (record < SAMPLE) {
          sample.add(builder.build().values(record));
        }
      }
      return builder.build();
    }
  }

  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}

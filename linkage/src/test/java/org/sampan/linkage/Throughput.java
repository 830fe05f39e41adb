package org.sampan.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Measures time and memory by stage on a large CSV file without quotes: `Throughput FILE ID TRUTH
/// [THREADS]`; the truth column is held aside as numbers.
final class Throughput {

  private static long last;

  private Throughput() {}

  public static void main(String[] arguments) throws IOException {
    int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2;
    List<List<String>> sample = new ArrayList<>();
    int[][] truth = new int[1][1024];
    List<String> columns = new ArrayList<>();
    RecordStore store = load(arguments, columns, sample, truth);
    stage("load " + store.size() + " records, " + store.bytes() / store.size() + " bytes each");
    Model proposed = ModelWizard.propose(columns, sample);
    stage("propose");
    RunOptions options = new RunOptions(threads, 1L << 32, 20261121, (s, d, t) -> {});
    Linkage linkage = Linkage.of(proposed, store, options);
    stage("read values");
    Training training = linkage.train();
    stage("train on " + training.pairs() + " pairs");
    Linkage learned = training.linkage();
    Footprint footprint = learned.footprint();
    stage("blocks; " + footprint);
    long[] counts = new long[2];
    double threshold = training.model().threshold();
    Scoring scoring =
        learned.score(threshold, (a, b, bits) -> counts[truth[0][a] == truth[0][b] ? 0 : 1]++);
    stage("score " + scoring);
    accuracy(truth[0], store.size(), counts);
    training.model().passes().forEach(System.out::println);
    if (arguments.length > 4) {
      lookups(learned, Integer.parseInt(arguments[4]));
    }
    threads();
    System.out.println(
        Files.readString(Path.of("/proc/self/status"))
            .lines()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse(""));
  }

  private static void accuracy(int[] truth, int size, long[] counts) {
    Map<Integer, Long> sizes = new HashMap<>();
    for (int record = 0; record < size; record++) {
      sizes.merge(truth[record], 1L, Long::sum);
    }
    long all = sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    System.out.printf(
        "F1 %.4f precision %.4f recall %.4f%n",
        2.0 * counts[0] / (counts[0] + counts[1] + all),
        (double) counts[0] / (counts[0] + counts[1]),
        (double) counts[0] / all);
  }

  /// Looks records up that the store holds with a slip in one cell, after as many to warm up.
  private static void lookups(Linkage linkage, int count) {
    Index index = linkage.index();
    stage("index");
    RecordStore store = linkage.store();
    long[] nanos = new long[count];
    int found = 0;
    java.util.SplittableRandom dice = new java.util.SplittableRandom(5);
    for (int k = -count; k < count; k++) {
      int record = dice.nextInt(store.size());
      List<String> values = new ArrayList<>(store.values(record));
      int cell = dice.nextInt(values.size());
      values.set(cell, values.get(cell) + "q");
      long begun = System.nanoTime();
      List<Index.Candidate> candidates = index.lookup(values, 0, 10);
      if (k >= 0) {
        nanos[k] = System.nanoTime() - begun;
        found += candidates.stream().anyMatch(one -> one.record() == record) ? 1 : 0;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "lookup: found %.4f, median %.3f ms, p99 %.3f ms, most %.3f ms%n",
        (double) found / count,
        nanos[count / 2] / 1e6,
        nanos[count * 99 / 100] / 1e6,
        nanos[count - 1] / 1e6);
    stage("lookups");
  }

  /// What the machine's own threads took: compilers and collectors.
  private static void threads() throws IOException {
    try (java.util.stream.Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      for (Path task : tasks.toList()) {
        String stat = Files.readString(task.resolve("stat"));
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double seconds = (Long.parseLong(cells[11]) + Long.parseLong(cells[12])) / 100.0;
        if (seconds > 0.1) {
          System.out.printf("%6.2f cpu-s of thread %s%n", seconds, name);
        }
      }
    }
  }

  private static RecordStore load(
      String[] arguments, List<String> columns, List<List<String>> sample, int[][] truth)
      throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      byte[] buffer = new byte[1 << 20];
      int held = in.read(buffer);
      int line = end(buffer, 0, held);
      List<String> header =
          List.of(new String(buffer, 0, line, StandardCharsets.UTF_8).strip().split(","));
      int id = header.indexOf(arguments[1]);
      int known = header.indexOf(arguments[2]);
      int[] places = new int[header.size()];
      for (int column = 0; column < places.length; column++) {
        boolean kept = column != id && column != known;
        places[column] = kept ? columns.size() : column == id ? -1 : -2;
        if (kept) {
          columns.add(header.get(column));
        }
      }
      RecordStore.Builder builder = RecordStore.builder(columns);
      int begin = line + 1;
      while (true) {
        int end = end(buffer, begin, held);
        if (end < 0) {
          System.arraycopy(buffer, begin, buffer, 0, held - begin);
          held -= begin;
          begin = 0;
          int more = in.read(buffer, held, buffer.length - held);
          if (more < 0) {
            return builder.build();
          }
          held += more;
          continue;
        }
        record(builder, buffer, begin, end, places, sample, truth);
        begin = end + 1;
      }
    }
  }

  private static void record(
      RecordStore.Builder builder,
      byte[] buffer,
      int begin,
      int end,
      int[] places,
      List<List<String>> sample,
      int[][] truth) {
    int idStart = 0;
    int idLength = 0;
    int person = 0;
    int from = begin;
    String[] row = sample.size() < 2000 ? new String[places.length] : null;
    for (int column = 0; column < places.length; column++) {
      int to = from;
      while (to < end && buffer[to] != ',' && buffer[to] != '\r') {
        to++;
      }
      if (places[column] == -1) {
        idStart = from;
        idLength = to - from;
      } else if (places[column] == -2) {
        person = Integer.parseInt(new String(buffer, from, to - from, StandardCharsets.UTF_8));
      } else {
        builder.cell(places[column], buffer, from, to - from);
        if (row != null) {
          row[places[column]] = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
      }
      from = to + 1;
    }
    int record = builder.end(0, buffer, idStart, idLength);
    if (record == truth[0].length) {
      truth[0] = Arrays.copyOf(truth[0], record * 2);
    }
    truth[0][record] = person;
    if (row != null) {
      sample.add(Arrays.asList(row).subList(0, places.length - 2));
    }
  }

  private static int end(byte[] buffer, int from, int held) {
    for (int k = from; k < held; k++) {
      if (buffer[k] == '\n') {
        return k;
      }
    }
    return -1;
  }

  private static void stage(String name) {
    long now = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    System.out.printf("%6.2f cpu-s  %s%n", (now - last) / 1e9, name);
    last = now;
  }
}

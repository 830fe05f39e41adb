package org.sampan.jobs.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.sampan.jobs.tables.TableWriter;
import org.sampan.linkage.PairSink;
import org.sampan.linkage.record.RecordStore;

/// The pairs whose evidence lies nearest the threshold: those a person is asked about.
final class Review implements PairSink {

  private record Pair(int a, int b, float bits, double distance) {}

  private static final Comparator<Pair> FARTHEST_FIRST =
      Comparator.comparingDouble(Pair::distance)
          .thenComparingInt(Pair::a)
          .thenComparingInt(Pair::b)
          .reversed();

  private final int most;
  private final double threshold;
  private final PriorityQueue<Pair> hardest = new PriorityQueue<>(FARTHEST_FIRST);

  Review(int most, double threshold) {
    this.most = most;
    this.threshold = threshold;
  }

  @Override
  public void pair(int a, int b, float bits) {
    hardest.add(new Pair(a, b, bits, Math.abs(bits - threshold)));
    if (hardest.size() > most) {
      hardest.poll();
    }
  }

  /// Writes them side by side, the hardest first, with an empty column for the ruling.
  void write(Path file, RecordStore store) {
    List<String> columns = new ArrayList<>(List.of("a", "b", "bits", "ruling"));
    for (String column : store.columns()) {
      columns.add(column + " a");
      columns.add(column + " b");
    }
    List<Pair> pairs = new ArrayList<>(hardest);
    pairs.sort(FARTHEST_FIRST.reversed());
    try (TableWriter writer = TableWriter.to(file, columns)) {
      for (Pair pair : pairs) {
        List<String> cells =
            new ArrayList<>(
                List.of(store.id(pair.a), store.id(pair.b), PairFile.bits(pair.bits), ""));
        for (int column = 0; column < store.columns().size(); column++) {
          cells.add(store.value(pair.a, column));
          cells.add(store.value(pair.b, column));
        }
        writer.row(cells.toArray(new String[0]));
      }
      writer.keep();
    }
  }
}

package org.sampan.linkage.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.Ruling;
import org.sampan.linkage.RunOptions;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// The embedded engine over the same rows.
record Embedded(RecordStore store) {

  /// Takes rows whose first cell is the identifier.
  static Embedded of(List<String> columns, List<List<String>> first, List<List<String>> second) {
    RecordStore.Builder builder = RecordStore.builder(columns.subList(1, columns.size()));
    for (List<String> row : first) {
      builder.add(row.getFirst(), 0, row.subList(1, row.size()).toArray(String[]::new));
    }
    for (List<String> row : second) {
      builder.add(row.getFirst(), 1, row.subList(1, row.size()).toArray(String[]::new));
    }
    return new Embedded(builder.build());
  }

  private static RunOptions options() {
    return new RunOptions(2, 1L << 30, 7, (stage, done, total) -> {});
  }

  Model learned() {
    return learned(UnaryOperator.identity());
  }

  /// A model that was learned from the records, of one that was proposed and then changed.
  Model learned(UnaryOperator<Model> change) {
    List<List<String>> sample = new ArrayList<>();
    for (int record = 0; record < Math.min(1000, store.size()); record++) {
      sample.add(store.values(record));
    }
    Model proposed = ModelWizard.propose(store.columns(), sample);
    return Linkage.of(change.apply(proposed), store, options()).train().model();
  }

  /// Every pair from the floor on with its bits, as they are held.
  Map<String, Integer> pairs(Model model, double floor) {
    Map<String, Integer> pairs = new TreeMap<>();
    Linkage.of(model, store, options())
        .score(floor, (a, b, bits) -> pairs.put(a + " " + b, Float.floatToRawIntBits(bits)));
    return pairs;
  }

  long compared(Model model) {
    return Linkage.of(model, store, options()).score(1000, (a, b, bits) -> {}).compared();
  }

  Clusters clusters(Model model, List<Ruling> rulings) {
    return Linkage.of(model, store, options()).clusters(model.threshold(), rulings);
  }
}

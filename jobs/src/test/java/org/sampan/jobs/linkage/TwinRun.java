package org.sampan.jobs.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.sampan.linkage.Gathering;
import org.sampan.linkage.Index;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.RunOptions;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Learns (or takes the model that is given), scores, clusters and asks, and tells all of it to the
/// last bit, the model first. On one thread, so that a twin may find pairs in another way but not
/// in another order.
public final class TwinRun implements BiFunction<List<List<String>>, String, List<String>> {

  private static final RunOptions ALONE =
      new RunOptions(1, 1L << 30, 7, (stage, done, total) -> {});

  /// Pairs above so many bits have exact scores.
  private static final double FLOOR = -6;

  @Override
  public List<String> apply(List<List<String>> table, String given) {
    List<String> columns = table.getFirst();
    List<List<String>> rows = table.subList(1, table.size());
    RecordStore.Builder builder = RecordStore.builder(columns);
    for (int row = 0; row < rows.size(); row++) {
      builder.add("r" + row, 0, rows.get(row).toArray(String[]::new));
    }
    Model model = given.isEmpty() ? ModelWizard.propose(columns, rows) : Model.parse(given);
    Linkage made = Linkage.of(model, builder.build(), ALONE);
    Linkage linkage = given.isEmpty() ? made.train().linkage() : made;
    List<String> told = new ArrayList<>(List.of(linkage.model().toJson()));
    Gathering gathering = linkage.gathering(linkage.model().threshold());
    linkage.score(
        FLOOR,
        (a, b, bits) -> {
          told.add(a + " " + b + " " + Float.floatToRawIntBits(bits));
          gathering.pair(a, b, bits);
        });
    told.add(Arrays.toString(gathering.clusters(List.of()).of()));
    Index index = linkage.index();
    rows.stream().limit(20).map(row -> index.lookup(row, 0, 5).toString()).forEach(told::add);
    return told;
  }
}

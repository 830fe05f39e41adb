package org.sampan.jobs.linkage;

import java.util.List;
import org.sampan.OperatorRefusal;
import org.sampan.linkage.Linkage;
import org.sampan.linkage.record.RecordStore;

/// Explains the score of two records that the operator names: as text, and drawn.
///
/// @param options which two, and where the drawing goes
record Explaining(LinkOptions options) {

  void explain(Linkage linkage) {
    List<String> wanted = options.list("--waterfall");
    if (wanted.isEmpty()) {
      return;
    }
    if (wanted.size() != 2) {
      throw new OperatorRefusal("--waterfall takes two identifiers with a comma between.");
    }
    String a = wanted.getFirst();
    String b = wanted.getLast();
    WaterfallDrawing drawing =
        new WaterfallDrawing(
            linkage.explain(record(linkage.store(), a, 0), record(linkage.store(), b, 1)),
            a + " and " + b);
    System.out.print(drawing.text());
    String name = "waterfall-" + (a + "-" + b).replaceAll("[^\\w-]", "_") + ".svg";
    options.write(name, drawing.svg());
  }

  /// The record of an identifier; of two sources, the second identifier is looked for in the
  /// second.
  private static int record(RecordStore store, String id, int source) {
    int from = source == 1 && store.twoSources() ? store.border() : 0;
    for (int record = from; record < store.size(); record++) {
      if (store.id(record).equals(id)) {
        return record;
      }
    }
    throw new OperatorRefusal("--waterfall: no record has the identifier '" + id + "'.");
  }
}

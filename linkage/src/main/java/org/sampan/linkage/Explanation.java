package org.sampan.linkage;

import java.util.ArrayList;
import java.util.List;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.FieldValues;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.model.Field;

/// Writes a scored pair out as the sum it is.
final class Explanation {

  private Explanation() {}

  /// The first pair of a batch, explained.
  static Waterfall of(Prepared prepared, Batch batch) {
    List<Waterfall.Step> steps = new ArrayList<>();
    int left = batch.left[0];
    int right = batch.right[0];
    for (int number = 0; number < prepared.fields.length; number++) {
      FieldValues values = prepared.fields[number];
      Field field = values.field;
      double[] parts = prepared.parts(batch, 0, number);
      byte level = batch.levels[number][0];
      steps.add(
          new Waterfall.Step(
              field.name(),
              prepared.store.value(batch.records[left], values.column),
              prepared.store.value(batch.records[right], values.column),
              level == 0 ? "missing" : field.levels().get(level - 1).name(),
              parts[0],
              parts[1]));
    }
    double loss = prepared.housemates(batch, 0);
    if (loss != 0) {
      steps.add(new Waterfall.Step("household", "", "", "shared by housemates too", -loss, 0));
    }
    return new Waterfall(prepared.model.priorBits(), steps, batch.bits[0]);
  }
}

package org.sampan.linkage.engine;

import org.jspecify.annotations.Nullable;
import org.sampan.linkage.record.RecordStore;

/// Gathers what a batch's members are compared by into short arrays, each member once: field by
/// field in short loops, so that the machine fetches many of them at a time.
final class Members {

  private Members() {}

  /// Gathers the members from a place on.
  static void gather(Prepared prepared, Batch batch, int from) {
    int stride = prepared.store.columns().size();
    int[][] rows = prepared.store.rows();
    int[] cells = batch.cells(stride);
    for (int k = from; k < batch.members; k++) {
      int record = batch.records[k];
      int[] row = rows[record >>> RecordStore.ROW_BITS];
      int base = (record & RecordStore.ROW_MASK) * stride;
      for (int column = 0; column < stride; column++) {
        cells[column * Batch.MEMBERS + k] = row[base + column];
      }
    }
    for (int field = 0; field < prepared.fields.length; field++) {
      gather(prepared, batch, field, from);
    }
  }

  private static void gather(Prepared prepared, Batch batch, int field, int from) {
    FieldValues values = prepared.fields[field];
    int[] cells = batch.cells;
    int base = values.column * Batch.MEMBERS;
    int to = batch.members;
    int[] codes = batch.codes[field];
    for (int k = from; k < to; k++) {
      codes[k] = values.canonical(cells[base + k]);
    }
    for (int k = from; k < to; k++) {
      batch.features[field][k] = values.features[cells[base + k]];
    }
    for (int k = from; values.spelled && k < to; k++) {
      batch.marks[field][k] = values.marks[cells[base + k]];
    }
    for (int k = from; values.heads.length > 0 && k < to; k++) {
      batch.heads[field][k] = values.heads[cells[base + k]];
    }
    @Nullable KeyParts whole = prepared.whole(field);
    for (int k = from; whole != null && k < to; k++) {
      batch.wholes[field][k] = whole.of(cells[base + k]);
    }
  }
}

package org.sampan.linkage.engine;

import org.jspecify.annotations.Nullable;
import org.sampan.linkage.record.RecordStore;

/// Gathers record by record.
final class Members {

  private Members() {}

  static void gather(Prepared prepared, Batch batch, int from) {
    RecordStore store = prepared.store;
    int columns = store.columns().size();
    int[] cells = batch.cells(columns);
    for (int k = from; k < batch.members; k++) {
      for (int column = 0; column < columns; column++) {
        cells[column * Batch.MEMBERS + k] = store.code(batch.records[k], column);
      }
      for (int field = 0; field < prepared.fields.length; field++) {
        FieldValues values = prepared.fields[field];
        int code = cells[values.column * Batch.MEMBERS + k];
        batch.codes[field][k] = values.canonical(code);
        batch.features[field][k] = values.features[code];
        batch.marks[field][k] = values.spelled ? values.marks[code] : 0;
        batch.heads[field][k] = values.heads.length > 0 ? values.heads[code] : 0;
        @Nullable KeyParts whole = prepared.whole(field);
        batch.wholes[field][k] = whole == null ? 0 : whole.of(code);
      }
    }
  }
}

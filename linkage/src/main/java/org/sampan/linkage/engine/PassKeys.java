package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.RecordStore;

/// Makes a record's key for one pass, and the finer keys that cut a block grown too large.
public final class PassKeys {

  private final Prepared prepared;
  private final int[] columns;
  private final int[] fields;
  private final int[] finerFields;
  private final KeyParts[] parts;
  private final int[] finerColumns;
  private final KeyParts[] finer;

  private PassKeys(Prepared prepared, List<Pass.Key> keys, List<Pass.Key> finerKeys) {
    this.prepared = prepared;
    this.columns = columns(prepared, keys);
    this.fields = keys.stream().mapToInt(key -> prepared.field(key.field())).toArray();
    this.finerFields = finerKeys.stream().mapToInt(key -> prepared.field(key.field())).toArray();
    this.parts = keys.stream().map(prepared::parts).toArray(KeyParts[]::new);
    this.finerColumns = columns(prepared, finerKeys);
    this.finer = finerKeys.stream().map(prepared::parts).toArray(KeyParts[]::new);
  }

  public static PassKeys of(Prepared prepared, Pass pass) {
    List<String> used = pass.keys().stream().map(Pass.Key::field).toList();
    boolean heard = pass.heard();
    List<Pass.Key> finer = new ArrayList<>();
    for (FieldValues values : prepared.fields) {
      Field field = values.field;
      if (!used.contains(field.name())) {
        switch (field.kind()) {
          case DATE -> finer.add(new Pass.Key(field.name(), Cut.YEAR));
          case NAME, FULL_NAME -> {
            if (!heard) {
              finer.add(new Pass.Key(field.name(), Cut.START));
            }
          }
          case PLACE, LOCATION, KEY -> finer.add(new Pass.Key(field.name(), Cut.WHOLE));
          case AGE, SEX, IDENTIFIER, PHONE, NUMBER, TEXT -> {}
        }
      }
    }
    return new PassKeys(prepared, pass.keys(), finer);
  }

  private static int[] columns(Prepared prepared, List<Pass.Key> keys) {
    return keys.stream()
        .mapToInt(key -> prepared.fields[prepared.field(key.field())].column)
        .toArray();
  }

  /// How many keys a record has at most.
  public int width() {
    return Arrays.stream(parts).mapToInt(KeyParts::width).max().orElse(1);
  }

  /// One of the record's keys; 0 when a part is missing.
  public int key(int record, int slot) {
    int[] row = prepared.store.rows()[record >>> RecordStore.ROW_BITS];
    int base = (record & RecordStore.ROW_MASK) * prepared.store.columns().size();
    int key = 0;
    for (int part = 0; part < parts.length; part++) {
      int one = parts[part].of(row[base + columns[part]], slot);
      if (one == 0) {
        return 0;
      }
      key = part == 0 ? one : KeyParts.mix(key * 31 + one);
    }
    return key;
  }

  /// One of the keys of a record that is asked about.
  int key(Query query, int slot) {
    int key = 0;
    for (int part = 0; part < parts.length; part++) {
      int one = query.part(fields[part], parts[part], slot);
      if (one == 0) {
        return 0;
      }
      key = part == 0 ? one : KeyParts.mix(key * 31 + one);
    }
    return key;
  }

  /// The finer key of a record that is asked about.
  int finer(int key, Query query, int depth) {
    int one = query.part(finerFields[depth], finer[depth], 0);
    return one == 0 ? 0 : KeyParts.mix(key * 37 + one);
  }

  public int depths() {
    return finer.length;
  }

  /// The key that cuts a block finer, at one depth; 0 when the part is missing.
  public int finer(int key, int record, int depth) {
    int[] row = prepared.store.rows()[record >>> RecordStore.ROW_BITS];
    int base = (record & RecordStore.ROW_MASK) * prepared.store.columns().size();
    int one = finer[depth].of(row[base + finerColumns[depth]]);
    return one == 0 ? 0 : KeyParts.mix(key * 37 + one);
  }
}

package org.sampan.linkage.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record that is asked about and need not be in the store: its values read as the store's are,
/// without leaving a trace there.
public final class Query {

  private final Prepared prepared;
  final int[] codes;
  final int[] canonical;
  final String[] texts;
  private final Map<Integer, int[]> heard = new HashMap<>();

  /// Reads values given in the order of the store's columns; empty ones are missing.
  public Query(Prepared prepared, List<String> values) {
    this.prepared = prepared;
    int size = prepared.fields.length;
    this.codes = new int[size];
    this.canonical = new int[size];
    this.texts = new String[size];
    for (int field = 0; field < size; field++) {
      FieldValues known = prepared.fields[field];
      String value = values.get(known.column).strip();
      codes[field] = known.find(value);
      texts[field] = value.isEmpty() ? "" : known.canonicalText(value);
      canonical[field] = known.findCanonical(codes[field], texts[field]);
    }
  }

  /// What a field of the query adds to a key.
  ///
  /// @param slot which one, where there may be several
  int part(int field, KeyParts parts, int slot) {
    if (codes[field] >= 0) {
      return parts.of(codes[field], slot);
    }
    if (parts.width() == 1) {
      return parts.of(texts[field]);
    }
    int[] all = heard.computeIfAbsent(field, one -> parts.all(texts[field]));
    return slot < all.length ? all[slot] : 0;
  }

  /// Puts the query into a batch as its first member.
  public void gather(Batch batch) {
    batch.clear();
    batch.members = 1;
    batch.records[0] = -1;
    for (int field = 0; field < codes.length; field++) {
      FieldValues known = prepared.fields[field];
      known.gatherForeign(batch, field, texts[field]);
      batch.codes[field][0] = canonical[field];
      @Nullable KeyParts whole = prepared.whole(field);
      if (whole != null) {
        batch.wholes[field][0] = part(field, whole, 0);
      }
    }
  }
}

package org.sampan.jobs.linkage;

import org.sampan.jobs.tables.Row;
import org.sampan.linkage.record.RecordStore;

/// The identifiers of one table so far: open addressing over the records of the store, some eight
/// bytes a record.
final class Identifiers {

  private final RecordStore.Builder builder;

  /// The record at each place, counted from 1.
  private int[] places = new int[1 << 12];

  private int[] hashes = new int[1 << 12];
  private int size;

  Identifiers(RecordStore.Builder builder) {
    this.builder = builder;
  }

  /// Whether an earlier row has the identifier in this cell.
  boolean holds(Row row, int cell) {
    return places[place(row, cell)] != 0;
  }

  /// Takes the identifier of a record that is in the store now.
  void take(Row row, int cell, int record) {
    int place = place(row, cell);
    places[place] = record + 1;
    hashes[place] = hash(row, cell);
    if (++size * 2 > places.length) {
      grow();
    }
  }

  private int place(Row row, int cell) {
    int hash = hash(row, cell);
    int place = hash & places.length - 1;
    while (places[place] != 0
        && !(hashes[place] == hash
            && builder.called(places[place] - 1, row.bytes(), row.start(cell), row.length(cell)))) {
      place = place + 1 & places.length - 1;
    }
    return place;
  }

  private static int hash(Row row, int cell) {
    int hash = 0;
    for (int at = row.start(cell); at < row.start(cell) + row.length(cell); at++) {
      hash = hash * 31 + row.bytes()[at];
    }
    return (hash ^ hash >>> 15) * 0x2c1b3c6d;
  }

  private void grow() {
    int[] oldPlaces = places;
    int[] oldHashes = hashes;
    places = new int[2 * oldPlaces.length];
    hashes = new int[places.length];
    for (int old = 0; old < oldPlaces.length; old++) {
      if (oldPlaces[old] != 0) {
        int place = oldHashes[old] & places.length - 1;
        while (places[place] != 0) {
          place = place + 1 & places.length - 1;
        }
        places[place] = oldPlaces[old];
        hashes[place] = oldHashes[old];
      }
    }
  }
}

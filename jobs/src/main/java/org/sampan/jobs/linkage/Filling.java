package org.sampan.jobs.linkage;

import java.nio.charset.StandardCharsets;
import org.sampan.jobs.tables.Row;
import org.sampan.linkage.record.RecordStore;

/// Puts the rows of one table into the store, each identifier once.
final class Filling {

  private final RecordStore.Builder builder;
  private final Identifiers known;
  private final int source;
  private final int[] places;
  private final int identifier;

  /// Ready to fill.
  ///
  /// @param places the store's column of each of the table's, -1 for one that is set apart
  /// @param identifier the table's column of identifiers, -1 where it has none
  Filling(RecordStore.Builder builder, int source, int[] places, int identifier) {
    this.builder = builder;
    this.known = new Identifiers(builder);
    this.source = source;
    this.places = places.clone();
    this.identifier = identifier;
  }

  /// Takes a row; false, and nothing is taken, when an earlier one has its identifier.
  ///
  /// A method of its own, and not the body of the loop over rows: the compiler then translates it
  /// once, not at every turn the loop is entered anew.
  boolean take(Row row) {
    boolean named = identifier >= 0 && row.length(identifier) > 0;
    if (named && known.holds(row, identifier)) {
      return false;
    }
    for (int cell = 0; cell < places.length; cell++) {
      if (places[cell] >= 0) {
        builder.cell(places[cell], row.bytes(), row.start(cell), row.length(cell));
      }
    }
    if (named) {
      int start = row.start(identifier);
      known.take(row, identifier, builder.end(source, row.bytes(), start, row.length(identifier)));
    } else {
      byte[] line = ("line " + row.line()).getBytes(StandardCharsets.UTF_8);
      builder.end(source, line, 0, line.length);
    }
    return true;
  }
}

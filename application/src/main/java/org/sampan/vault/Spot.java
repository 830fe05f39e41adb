package org.sampan.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The place a sealed value belongs to. It is bound into the seal: a value copied to another row or
/// column does not open there.
///
/// @param table the table with its schema, as `casework.name`
/// @param column the column
/// @param row the row's identifier
public record Spot(String table, String column, UUID row) {
  byte[] bound() {
    return (table + '|' + column + '|' + row).getBytes(StandardCharsets.UTF_8);
  }
}

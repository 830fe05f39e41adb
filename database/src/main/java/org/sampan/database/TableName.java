package org.sampan.database;

import java.util.Set;

/// A table, or a sequence, with the schema it stands in.
record TableName(String schema, String name) {

  /// As SQL takes it, whatever characters it holds.
  String quoted() {
    return quoted(schema) + "." + quoted(name);
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /// Whether a list names it, by `schema.name` or by `schema.*`.
  boolean among(Set<String> names) {
    return names.contains(toString()) || names.contains(schema + ".*");
  }

  boolean isMigrationHistory() {
    return name.startsWith("flyway_schema_history");
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }
}

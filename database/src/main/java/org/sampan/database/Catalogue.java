package org.sampan.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What a database is made of, as PostgreSQL's own catalogue tells: everything outside the system's
/// schemas and the extensions.
record Catalogue(Connection connection) {

  /// @param columns those that hold values of their own, in order
  record Table(TableName name, List<String> columns) {}

  record ForeignKey(TableName from, TableName to, String name, String definition) {}

  /// @param mode when it fires: `O` as usual, `A` always, `R` in replicas
  record Trigger(TableName on, String name, String mode) {}

  private static final String OURS =
      """
       n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d
         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      """;

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  List<Table> tables() throws SQLException {
    return all(
        """
        select n.nspname, c.relname,
          array(select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' order by a.attnum)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.relpersistence <> 't' and
        """
            + OURS
            + " order by 1, 2",
        row -> new Table(name(row, 1), List.of((String[]) row.getArray(3).getArray())));
  }

  List<TableName> sequences() throws SQLException {
    return all(
        """
        select n.nspname, c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'S' and c.relpersistence <> 't' and
        """
            + OURS
            + " order by 1, 2",
        row -> name(row, 1));
  }

  Section.Sequence sequence(TableName name) throws SQLException {
    return all(
            "select last_value, is_called from " + name.quoted(),
            row -> new Section.Sequence(name, row.getLong(1), row.getBoolean(2)))
        .getFirst();
  }

  /// The search path is emptied while they are read, so that every definition names its schemas.
  List<ForeignKey> foreignKeys() throws SQLException {
    var before = all("select current_setting('search_path')", row -> row.getString(1)).getFirst();
    searchPath("");
    var keys =
        all(
            """
            select n.nspname, c.relname, m.nspname, r.relname, k.conname,
              pg_get_constraintdef(k.oid)
            from pg_constraint k
              join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
              join pg_class r on r.oid = k.confrelid join pg_namespace m on m.oid = r.relnamespace
            where k.contype = 'f' and k.conparentid = 0 and
            """
                + OURS
                + " order by 1, 2, 5",
            row -> new ForeignKey(name(row, 1), name(row, 3), row.getString(5), row.getString(6)));
    searchPath(before);
    return keys;
  }

  List<Trigger> triggers() throws SQLException {
    return all(
        """
        select n.nspname, c.relname, t.tgname, t.tgenabled::text
        from pg_trigger t
          join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and
        """
            + OURS
            + " order by 1, 2, 3",
        row -> new Trigger(name(row, 1), row.getString(3), row.getString(4)));
  }

  boolean hasLargeObjects() throws SQLException {
    return all("select exists (select from pg_largeobject_metadata)", row -> row.getBoolean(1))
        .getFirst();
  }

  boolean isEmpty(TableName table) throws SQLException {
    return all("select not exists (select from " + table.quoted() + ")", row -> row.getBoolean(1))
        .getFirst();
  }

  Migrated migrated() throws SQLException {
    var histories = new TreeMap<String, List<Migrated.Step>>();
    for (var table : tables()) {
      if (table.name().isMigrationHistory()) {
        histories.put(table.name().toString(), steps(table.name()));
      }
    }
    return new Migrated(histories);
  }

  private List<Migrated.Step> steps(TableName history) throws SQLException {
    var failed =
        all(
            "select not success from " + history.quoted() + " order by success limit 1",
            row -> row.getBoolean(1));
    if (failed.contains(true)) {
      throw new DatabaseRefusal("A migration of " + history.schema() + " failed; mend it first.");
    }
    return all(
        """
        select coalesce(version, 'again'), description, coalesce(checksum::text, '')
        from %s where type <> 'SCHEMA' order by installed_rank
        """
            .formatted(history.quoted()),
        row -> new Migrated.Step(row.getString(1), row.getString(2), row.getString(3)));
  }

  private void searchPath(String path) throws SQLException {
    try (var statement =
        connection.prepareStatement("select set_config('search_path', ?, false)")) {
      statement.setString(1, path);
      statement.execute();
    }
  }

  private <T> List<T> all(String question, Row<T> row) throws SQLException {
    var found = new ArrayList<T>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      while (rows.next()) {
        found.add(row.of(rows));
      }
    }
    return found;
  }

  private static TableName name(ResultSet row, int schema) throws SQLException {
    return new TableName(row.getString(schema), row.getString(schema + 1));
  }
}

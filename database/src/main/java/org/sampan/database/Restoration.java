package org.sampan.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// The rows of a restore, in one transaction of the database's owner.
///
/// Foreign keys may go in circles and need not be deferrable, so they are taken off for the time
/// and put on again at the end, which checks every row; triggers sleep meanwhile, as the rows are
/// no new acts. Both are ordinary rights of an owner: no superuser is needed.
final class Restoration {

  private final Connection connection;
  private final Catalogue catalogue;
  private final Set<TableName> tables = new HashSet<>();
  private final List<Catalogue.ForeignKey> foreignKeys;
  private final List<Catalogue.Trigger> triggers;

  private Restoration(Connection connection) throws SQLException {
    this.connection = connection;
    this.catalogue = new Catalogue(connection);
    this.foreignKeys = catalogue.foreignKeys();
    this.triggers = catalogue.triggers();
  }

  /// Begins the transaction in a database of the same migrations that holds no rows.
  static Restoration begin(Connection connection, Migrated migrated, NodeArchive.Contents contents)
      throws SQLException {
    connection.setAutoCommit(false);
    run(connection, "set local row_security = off");
    run(connection, "set local lock_timeout = '10s'");
    var restoration = new Restoration(connection);
    migrated.refuseUnlike(restoration.catalogue.migrated());
    restoration.takeTables(contents);
    for (var key : restoration.foreignKeys) {
      restoration.alter(key.from(), "drop constraint " + TableName.quoted(key.name()));
    }
    for (var trigger : restoration.triggers) {
      restoration.alter(trigger.on(), "disable trigger " + TableName.quoted(trigger.name()));
    }
    restoration.empty(contents.filledByMigrations());
    return restoration;
  }

  /// @return how many rows there were
  long rows(Section.TableRows rows, InputStream body) throws SQLException, IOException {
    if (!tables.contains(rows.table())) {
      throw new DatabaseRefusal("This database has no table " + rows.table() + ".");
    }
    if (rows.columns().isEmpty()) {
      return 0;
    }
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(copy(rows) + " from stdin", body);
  }

  static String copy(Section.TableRows rows) {
    return "copy %s (%s)"
        .formatted(
            rows.table().quoted(),
            rows.columns().stream().map(TableName::quoted).collect(Collectors.joining(", ")));
  }

  /// Restarting first makes the new value part of the transaction, which setval alone is not.
  void sequence(Section.Sequence sequence) throws SQLException {
    run(connection, "alter sequence " + sequence.name().quoted() + " restart");
    try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
      set.setString(1, sequence.name().quoted());
      set.setLong(2, sequence.lastValue());
      set.setBoolean(3, sequence.called());
      set.execute();
    }
  }

  /// Puts foreign keys and triggers back; every reference is checked.
  void finish() throws SQLException {
    run(connection, "set constraints all immediate");
    for (var key : foreignKeys) {
      alter(key.from(), "add constraint " + TableName.quoted(key.name()) + " " + key.definition());
    }
    for (var trigger : triggers) {
      var mode =
          switch (trigger.mode()) {
            case "A" -> "enable always trigger ";
            case "R" -> "enable replica trigger ";
            default -> "enable trigger ";
          };
      alter(trigger.on(), mode + TableName.quoted(trigger.name()));
    }
  }

  private void takeTables(NodeArchive.Contents contents) throws SQLException {
    for (var table : catalogue.tables()) {
      var name = table.name();
      if (name.isMigrationHistory()) {
        continue;
      }
      run(connection, "lock table " + name.quoted() + " in access exclusive mode");
      tables.add(name);
      if (!name.among(contents.filledByMigrations())
          && !name.among(contents.leftOut())
          && !catalogue.isEmpty(name)) {
        throw new DatabaseRefusal(
            "This database is not empty, there are rows in " + name + ": restore into a new one.");
      }
    }
  }

  private void empty(Set<String> filledByMigrations) throws SQLException {
    for (var table : tables) {
      if (table.among(filledByMigrations)) {
        run(connection, "delete from " + table.quoted());
      }
    }
  }

  private void alter(TableName table, String change) throws SQLException {
    run(connection, "alter table " + table.quoted() + " " + change);
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (var made = connection.createStatement()) {
      made.execute(statement);
    }
  }
}

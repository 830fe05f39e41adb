package org.sampan.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;

/// The work of writing an archive: everything is read in one transaction that sees one moment.
final class Packing {

  private final Connection connection;
  private final ArchiveWriter writer;
  private final NodeArchive.Contents contents;
  private final NodeArchive.Progress progress;

  Packing(
      Connection connection,
      ArchiveWriter writer,
      NodeArchive.Contents contents,
      NodeArchive.Progress progress) {
    this.connection = connection;
    this.writer = writer;
    this.contents = contents;
    this.progress = progress;
  }

  NodeArchive.Carried pack(Instant now) throws SQLException, IOException {
    seeOneMoment();
    var catalogue = new Catalogue(connection);
    refuseWhatWouldBeLost(catalogue);
    var tables = catalogue.tables().stream().filter(table -> isCarried(table.name())).toList();
    var files = NodeFiles.below(contents.folder(), contents.files());
    var parts = tables.size() + files.size();
    writer.beginning(new Section.Beginning(now, catalogue.migrated(), parts));
    var rows = 0L;
    var done = 0;
    for (var table : tables) {
      rows += pack(table);
      progress.carried(table.name().toString(), ++done, parts);
    }
    for (var sequence : catalogue.sequences()) {
      writer.sequence(catalogue.sequence(sequence));
    }
    for (var file : files) {
      pack(file);
      progress.carried(file.toString(), ++done, parts);
    }
    writer.end(new Section.End(tables.size(), rows, files.size()));
    connection.commit();
    return new NodeArchive.Carried(now, tables.size(), rows, files.size());
  }

  private void seeOneMoment() throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      // Rows that a policy would hide from the owner are an error then, not a gap.
      statement.execute("set local row_security = off");
      statement.execute("set local statement_timeout = 0");
      statement.execute("set local idle_in_transaction_session_timeout = 0");
    }
  }

  private void refuseWhatWouldBeLost(Catalogue catalogue) throws SQLException {
    if (catalogue.hasLargeObjects()) {
      throw new DatabaseRefusal("The database holds large objects, which are not carried.");
    }
    for (var key : catalogue.foreignKeys()) {
      if (isCarried(key.from()) && !isCarried(key.to())) {
        throw new DatabaseRefusal(
            "The table %s refers to %s, which is left out.".formatted(key.from(), key.to()));
      }
    }
  }

  private boolean isCarried(TableName table) {
    return !table.isMigrationHistory() && !table.among(contents.leftOut());
  }

  private long pack(Catalogue.Table table) throws SQLException, IOException {
    var section = new Section.TableRows(table.name(), table.columns());
    try (var body = writer.rows(section)) {
      return table.columns().isEmpty() ? 0 : copy(section, body);
    }
  }

  private long copy(Section.TableRows section, OutputStream body) throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(Restoration.copy(section) + " to stdout", body);
  }

  private void pack(Path file) throws IOException {
    try (var body = writer.file(NodeFiles.section(contents.folder(), file))) {
      Files.copy(contents.folder().resolve(file), body);
    }
  }
}

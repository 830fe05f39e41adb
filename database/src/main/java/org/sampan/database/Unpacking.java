package org.sampan.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/// The work of reading an archive, into a database or only to its end.
final class Unpacking {

  private final ArchiveReader reader;
  private final NodeArchive.Progress progress;
  private int done;

  Unpacking(ArchiveReader reader, NodeArchive.Progress progress) {
    this.reader = reader;
    this.progress = progress;
  }

  /// Fills the database and the files' waiting places; the caller commits.
  NodeArchive.Carried into(Connection connection, NodeArchive.Contents contents, NodeFiles files)
      throws SQLException, IOException {
    var beginning = reader.beginning();
    var restoration = Restoration.begin(connection, beginning.migrated(), contents);
    var rows = 0L;
    while (true) {
      switch (reader.next()) {
        case Section.TableRows table -> {
          rows += restoration.rows(table, reader.body());
          progress.carried(table.table().toString(), ++done, beginning.parts());
        }
        case Section.Sequence sequence -> restoration.sequence(sequence);
        case Section.NodeFile file -> {
          files.receive(file, reader.body());
          progress.carried(file.path(), ++done, beginning.parts());
        }
        case Section.End end -> {
          if (end.rows() != rows || end.tables() + end.files() != done) {
            throw new DatabaseRefusal("The archive does not hold as much as it says.");
          }
          restoration.finish();
          return carried(beginning, end);
        }
      }
    }
  }

  NodeArchive.Carried toTheEnd() throws IOException {
    var beginning = reader.beginning();
    while (true) {
      if (reader.next() instanceof Section.End end) {
        return carried(beginning, end);
      }
    }
  }

  private static NodeArchive.Carried carried(Section.Beginning beginning, Section.End end) {
    return new NodeArchive.Carried(beginning.writtenAt(), end.tables(), end.rows(), end.files());
  }
}

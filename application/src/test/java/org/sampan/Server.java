package org.sampan;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.sampan.database.NodeDatabase;

/// The bundled PostgreSQL of a node, asked from outside the node.
///
/// @param folder the node's folder
record Server(NodeDatabase database, Path folder) {

  /// How many keys of this person there are.
  long keys(UUID person) throws SQLException {
    try (var connection = database.asOwner();
        var count =
            connection.prepareStatement("select count(*) from vault.person_key where person = ?")) {
      count.setObject(1, person);
      var row = count.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  /// Everything the server holds in memory goes to its files.
  void checkpoint() throws IOException, SQLException {
    Properties passwords = new Properties();
    try (Reader file = Files.newBufferedReader(folder.resolve("database/passwords"))) {
      passwords.load(file);
    }
    String password = passwords.getProperty("superuser");
    try (var connection = DriverManager.getConnection(database.url(), "postgres", password);
        var statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }
}

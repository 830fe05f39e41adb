package org.sampan.places;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sampan.Migrations;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A real, migrated PostgreSQL, reached with the rights the running node has.
final class GazetteerDatabase {

  final FinerPlaces finer;
  final Places places;
  final GazetteerImport gazetteer;
  private final NodeDatabase database = PostgresForTests.emptyDatabase();

  GazetteerDatabase() {
    Migrations.run(database);
    var source =
        new DriverManagerDataSource(database.url(), database.nodeUser(), database.nodePassword());
    finer = new FinerPlaces(JdbcClient.create(source));
    places = new Places(finer);
    gazetteer = new GazetteerImport(finer, new DataSourceTransactionManager(source));
  }

  /// Forgets every finer place, which only the owner may do.
  void empty() throws SQLException {
    asOwner("truncate places.place");
  }

  void asOwner(String statement) throws SQLException {
    try (var owner = database.asOwner();
        var made = owner.createStatement()) {
      made.execute(statement);
    }
  }

  /// What PostgreSQL would do to answer, for as many rows as there are.
  List<String> plan(String question) throws SQLException {
    asOwner("analyze places.place");
    try (var node = database.asNode();
        var made = node.createStatement();
        var answer = made.executeQuery("explain " + question)) {
      var lines = new ArrayList<String>();
      while (answer.next()) {
        lines.add(answer.getString(1));
      }
      return lines;
    }
  }

  /// Runs a statement with the node's rights.
  void asNode(String statement) throws SQLException {
    try (var node = database.asNode();
        var made = node.createStatement()) {
      made.execute(statement);
    }
  }
}

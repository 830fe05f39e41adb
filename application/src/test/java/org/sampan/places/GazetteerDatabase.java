package org.sampan.places;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

  static final String HEAD =
      "id,country,parent,level,native,latin,other,valid_from,valid_to,source\n";
  static final String MUEANG =
      "TH7401,TH,TH-74,district,เมืองสมุทรสาคร,Mueang Samut Sakhon,Muang Sakhon|Mahachai,,,DOPA\n";
  static final String MAHACHAI = "TH740101,TH,TH7401,commune,มหาชัย,Maha Chai,,1913-01-01,,DOPA\n";

  /// Two places; the finer one first, for the order of lines does not matter.
  static final String GOOD = HEAD + MAHACHAI + MUEANG;

  private static final GazetteerDatabase SHARED = new GazetteerDatabase();

  final FinerPlaces finer;
  final Places places;
  final GazetteerImport gazetteer;

  private final NodeDatabase database = PostgresForTests.emptyDatabase();

  /// The one all tests of this capability share, emptied.
  static GazetteerDatabase empty() throws SQLException {
    SHARED.asOwner("truncate places.place");
    return SHARED;
  }

  private GazetteerDatabase() {
    Migrations.run(database);
    var source =
        new DriverManagerDataSource(database.url(), database.nodeUser(), database.nodePassword());
    finer = new FinerPlaces(JdbcClient.create(source));
    places = new Places(finer);
    gazetteer = new GazetteerImport(finer, new DataSourceTransactionManager(source));
  }

  private void asOwner(String statement) throws SQLException {
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

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.sampan.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A table of numbers to lose or to find again, and single answers.
final class Rows {

  private Rows() {}

  static void write(NodeDatabase database, int count) throws SQLException {
    run(database, "create table number (n int primary key)");
    run(database, "insert into number select generate_series(1, " + count + ")");
  }

  static int count(NodeDatabase database) throws SQLException {
    return Integer.parseInt(text(database, "select count(*) from number"));
  }

  static void run(NodeDatabase database, String statement) throws SQLException {
    try (var connection = database.asOwner()) {
      run(connection, statement);
    }
  }

  static void run(Connection connection, String statement) throws SQLException {
    try (var made = connection.createStatement()) {
      made.execute(statement);
    }
  }

  static String text(NodeDatabase database, String question) throws SQLException {
    try (var connection = database.asOwner()) {
      return text(connection, question);
    }
  }

  static String text(BundledPostgres server, String question) throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            server.jdbcUrl(), BundledPostgres.SUPERUSER, server.superuserPassword())) {
      return text(connection, question);
    }
  }

  static String text(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}

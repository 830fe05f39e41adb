package org.sampan.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/// The roles of one PostgreSQL server, seen over one connection.
record Roles(Connection connection) {

  boolean exists(String role) throws SQLException {
    return yes("select exists (select from pg_roles where rolname = ?)", role);
  }

  boolean member(String role, String of) throws SQLException {
    return yes("select pg_has_role(?, ?, 'member')", role, of);
  }

  /// Whether another database of this server than the one we are in was opened to the role by name.
  boolean usedElsewhere(String role) throws SQLException {
    return yes(
        """
        select exists (
          select from pg_database, aclexplode(datacl) granted
          where datname <> current_database() and granted.grantee = ?::regrole)
        """,
        role);
  }

  /// Sends only the derived secret, never the password: an outside server may log statements.
  void setPassword(String role, String password) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  private boolean yes(String question, String... values) throws SQLException {
    try (var asked = connection.prepareStatement(question)) {
      for (int i = 0; i < values.length; i++) {
        asked.setString(i + 1, values[i]);
      }
      var answer = asked.executeQuery();
      return answer.next() && answer.getBoolean(1);
    }
  }
}

package org.sampan.jobs.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sampan.OperatorRefusal;

/// Databases by address, `jdbc:...#` and behind the mark what is meant in them. Nothing of an
/// address is repeated in a refusal: it may hold a password.
final class Databases {

  private Databases() {}

  /// A connection on which nothing counts before it is committed; PostgreSQL also gives a long
  /// answer in portions only within a transaction.
  static Connection connected(String address, String what) {
    try {
      Connection connection = DriverManager.getConnection(address.substring(0, mark(address)));
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException refused) {
      throw refusal(what, refused);
    }
  }

  /// What stands behind the mark: a query, or a schema.
  static String behindMark(String address) {
    return address.substring(mark(address) + 1);
  }

  private static int mark(String address) {
    int mark = address.indexOf('#');
    if (mark < 0 || mark == address.length() - 1) {
      throw new OperatorRefusal(
          "A database is named as 'jdbc:postgresql://host/database#select ...' to be read, and as"
              + " 'jdbc:postgresql://host/database#schema' to be written to.");
    }
    return mark;
  }

  /// Ends a connection; what was not committed is gone.
  static void closed(Connection connection, String what) {
    try {
      connection.close();
    } catch (SQLException refused) {
      throw refusal(what, refused);
    }
  }

  static OperatorRefusal refusal(String what, SQLException cause) {
    OperatorRefusal refusal =
        new OperatorRefusal(
            "The database refused %s (SQL state %s): %s"
                .formatted(what, cause.getSQLState(), cause.getMessage()));
    refusal.initCause(cause);
    return refusal;
  }
}

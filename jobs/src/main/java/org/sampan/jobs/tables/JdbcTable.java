package org.sampan.jobs.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sampan.OperatorRefusal;

/// The answer of a database to a query, row by row: `jdbc:postgresql://host/database#select ...`.
final class JdbcTable implements Table {

  private static final int AT_ONCE = 10_000;

  private final String source;
  private final Connection connection;
  private final ResultSet answer;
  private final List<String> columns;
  private final Row row = new Row();
  private long read;

  private JdbcTable(String source, Connection connection, ResultSet answer) throws SQLException {
    this.source = source;
    this.connection = connection;
    this.answer = answer;
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
      names.add(answer.getMetaData().getColumnLabel(column));
    }
    this.columns = Tables.named(source, names);
  }

  /// Asks the database; nothing of the address is repeated in a refusal, it may hold a password.
  static JdbcTable open(String address) {
    int mark = address.indexOf('#');
    if (mark < 0) {
      throw new OperatorRefusal(
          "A database is read by a query: 'jdbc:postgresql://host/database#select ...'.");
    }
    String source = "the query";
    try {
      Connection connection = DriverManager.getConnection(address.substring(0, mark));
      // A PostgreSQL answer comes in portions only within a transaction.
      connection.setAutoCommit(false);
      Statement statement = connection.createStatement();
      statement.setFetchSize(AT_ONCE);
      return new JdbcTable(source, connection, statement.executeQuery(address.substring(mark + 1)));
    } catch (SQLException refused) {
      throw refusal(source, refused);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      if (!answer.next()) {
        return false;
      }
      row.begin(++read);
      for (int column = 1; column <= columns.size(); column++) {
        String text = answer.getString(column);
        row.add(text == null ? "" : text);
      }
      return true;
    } catch (SQLException refused) {
      throw refusal(source, refused);
    }
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public double share() {
    return 0;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException refused) {
      throw refusal(source, refused);
    }
  }

  private static OperatorRefusal refusal(String source, SQLException cause) {
    OperatorRefusal refusal =
        new OperatorRefusal(
            "%s was not answered (SQL state %s): %s"
                .formatted(source, cause.getSQLState(), cause.getMessage()));
    refusal.initCause(cause);
    return refusal;
  }
}

package org.sampan.jobs.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sampan.OperatorRefusal;

/// The answer of a database to a query, row by row: `jdbc:postgresql://host/database#select ...`.
final class JdbcTable implements Table {

  private static final int AT_ONCE = 10_000;
  private static final String WHAT = "the query";

  private final Connection connection;
  private final ResultSet answer;
  private final List<String> columns;
  private final Row row = new Row();
  private long read;

  private JdbcTable(Connection connection, ResultSet answer) throws SQLException {
    this.connection = connection;
    this.answer = answer;
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
      names.add(answer.getMetaData().getColumnLabel(column));
    }
    this.columns = Tables.named(WHAT, names);
  }

  static JdbcTable open(String address) {
    Connection connection = Databases.connected(address, WHAT);
    try {
      Statement statement = connection.createStatement();
      statement.setFetchSize(AT_ONCE);
      return new JdbcTable(connection, statement.executeQuery(Databases.behindMark(address)));
    } catch (SQLException refused) {
      OperatorRefusal refusal = Databases.refusal(WHAT, refused);
      Databases.closed(connection, WHAT);
      throw refusal;
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
      throw Databases.refusal(WHAT, refused);
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
    Databases.closed(connection, WHAT);
  }
}

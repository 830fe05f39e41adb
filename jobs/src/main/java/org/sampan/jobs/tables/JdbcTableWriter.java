package org.sampan.jobs.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sampan.OperatorRefusal;

/// A new table of a database, `jdbc:postgresql://host/database#schema`. It is made and filled in
/// one transaction: others see it whole, or not at all. A table that is there already is never
/// touched. Bits and probabilities are numbers, all else is text.
final class JdbcTableWriter implements TableWriter {

  private static final Set<String> NUMBERS = Set.of("bits", "probability");
  private static final int AT_ONCE = 1000;
  private static final String WHAT = "the table of results";

  private final Connection connection;
  private final PreparedStatement insert;
  private final boolean[] numbers;
  private int waiting;

  private JdbcTableWriter(Connection connection, PreparedStatement insert, boolean[] numbers) {
    this.connection = connection;
    this.insert = insert;
    this.numbers = numbers;
  }

  static JdbcTableWriter at(String address, String table, List<String> columns) {
    Connection connection = Databases.connected(address, WHAT);
    try {
      String name = quoted(Databases.behindMark(address)) + "." + quoted(table);
      String typed =
          columns.stream()
              .map(column ->
                  quoted(column) + (NUMBERS.contains(column) ? " double precision" : " text"))
              .collect(Collectors.joining(", "));
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table " + name + " (" + typed + ")");
      }
      String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
      boolean[] numbers = new boolean[columns.size()];
      IntStream.range(0, numbers.length)
          .forEach(column -> numbers[column] = NUMBERS.contains(columns.get(column)));
      return new JdbcTableWriter(
          connection,
          connection.prepareStatement("insert into " + name + " values (" + places + ")"),
          numbers);
    } catch (SQLException refused) {
      OperatorRefusal refusal = Databases.refusal(WHAT, refused);
      Databases.closed(connection, WHAT);
      throw refusal;
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void row(@Nullable String... cells) {
    try {
      for (int cell = 0; cell < numbers.length; cell++) {
        String text = cells[cell];
        if (text == null) {
          insert.setNull(cell + 1, numbers[cell] ? Types.DOUBLE : Types.VARCHAR);
        } else if (numbers[cell]) {
          insert.setDouble(cell + 1, Double.parseDouble(text));
        } else {
          insert.setString(cell + 1, text);
        }
      }
      insert.addBatch();
      if (++waiting == AT_ONCE) {
        insert.executeBatch();
        waiting = 0;
      }
    } catch (SQLException refused) {
      throw Databases.refusal(WHAT, refused);
    }
  }

  @Override
  public void keep() {
    try {
      insert.executeBatch();
      connection.commit();
    } catch (SQLException refused) {
      throw Databases.refusal(WHAT, refused);
    }
  }

  @Override
  public void close() {
    Databases.closed(connection, WHAT);
  }
}

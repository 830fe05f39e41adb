package org.sampan.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.OperatorRefusal;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;

/// Queries to a real PostgreSQL, and tables written into it.
class JdbcTableTest {

  private static final NodeDatabase DATABASE = PostgresForTests.emptyDatabase();

  private static final List<String> COLUMNS = List.of("a", "b", "bits", "probability");

  private static void run(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String address(String query) {
    String url = DATABASE.url();
    return url
        + (url.contains("?") ? "&" : "?")
        + "user=%s&password=%s#%s".formatted(DATABASE.ownerUser(), DATABASE.ownerPassword(), query);
  }

  @Test
  void a_query_is_read_row_by_row() throws SQLException {
    run("create schema linking");
    run("create table linking.linked (id int, name text, born date)");
    run(
        "insert into linking.linked select n, 'ສົມ ' || n, date '1990-01-01' + n"
            + " from generate_series(1, 25000) n");
    run("insert into linking.linked values (0, null, null)");
    List<String> first = new ArrayList<>();
    int rows = 0;
    try (Table table =
        Tables.open(address("select * from linking.linked order by id"), "", (s, l, r) -> {})) {
      assertThat(table.columns()).containsExactly("id", "name", "born");
      for (; table.next(); rows++) {
        if (rows < 2) {
          first.add(table.row().text(0) + "|" + table.row().text(1) + "|" + table.row().text(2));
        }
      }
    }

    assertThat(rows).isEqualTo(25_001);
    assertThat(first).containsExactly("0||", "1|ສົມ 1|1990-01-02");
  }

  @Test
  void a_table_is_written_whole_or_not_at_all() throws SQLException {
    run("create schema results");
    try (TableWriter lost = TableWriter.into(address("results"), "pairs", COLUMNS)) {
      lost.row("1", "2", "-3.5", "0.08");
    }
    try (TableWriter kept = TableWriter.into(address("results"), "pairs", COLUMNS)) {
      for (int row = 0; row < 2500; row++) {
        kept.row("ສົມ " + row, null, String.valueOf(row / 4.0), "0.5");
      }
      kept.keep();
    }

    List<String> found = new ArrayList<>();
    String query = "select count(*) as n, max(a), count(b) as b, sum(bits) from results.pairs";
    try (Table table = Tables.open(address(query), "", (s, l, r) -> {})) {
      while (table.next()) {
        for (int cell = 0; cell < 4; cell++) {
          found.add(table.row().text(cell));
        }
      }
    }
    assertThat(found).containsExactly("2500", "ສົມ 999", "0", "780937.5");
  }

  @Test
  void a_table_that_is_there_is_not_touched() throws SQLException {
    run("create schema taken");
    run("create table taken.pairs (a text)");

    assertThatThrownBy(() -> TableWriter.into(address("taken"), "pairs", COLUMNS))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("42P07")
        .hasMessageNotContaining(DATABASE.ownerPassword());
  }

  @Test
  void a_query_that_fails_is_refused_without_the_password() {
    assertThatThrownBy(() -> Tables.open(address("select * from nowhere"), "", (s, l, r) -> {}))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("42P01")
        .hasMessageNotContaining(DATABASE.ownerPassword());
  }
}

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

/// A query to a real PostgreSQL.
class JdbcTableTest {

  private static final NodeDatabase DATABASE = PostgresForTests.emptyDatabase();

  private static String address(String query) {
    String url = DATABASE.url();
    return url
        + (url.contains("?") ? "&" : "?")
        + "user=%s&password=%s#%s".formatted(DATABASE.ownerUser(), DATABASE.ownerPassword(), query);
  }

  @Test
  void a_query_is_read_row_by_row() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                DATABASE.url(), DATABASE.ownerUser(), DATABASE.ownerPassword());
        Statement statement = connection.createStatement()) {
      statement.execute("create schema linking");
      statement.execute("create table linking.linked (id int, name text, born date)");
      statement.execute(
          "insert into linking.linked select n, 'ສົມ ' || n, date '1990-01-01' + n"
              + " from generate_series(1, 25000) n");
      statement.execute("insert into linking.linked values (0, null, null)");
    }
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
  void a_query_that_fails_is_refused_without_the_password() {
    assertThatThrownBy(() -> Tables.open(address("select * from nowhere"), "", (s, l, r) -> {}))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("42P01")
        .hasMessageNotContaining(DATABASE.ownerPassword());
  }
}

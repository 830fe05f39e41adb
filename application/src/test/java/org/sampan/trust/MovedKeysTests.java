package org.sampan.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sampan.Migrations;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;

/// A node that ran before trust was a capability of its own.
class MovedKeysTests {

  @Test
  void an_existing_node_keeps_its_keys_and_its_lists() throws SQLException {
    NodeDatabase database = PostgresForTests.emptyDatabase();
    asItStoodBefore(database);

    Migrations.run(database);

    try (Connection connection = database.asOwner();
        Statement sql = connection.createStatement()) {
      assertThat(one(sql, "select use || encode(sealed, 'hex') from trust.node_key"))
          .isEqualTo("SIGN0102");
      assertThat(one(sql, "select version || digest || text from trust.trust_list"))
          .isEqualTo("7digesttext");
      assertThat(one(sql, "select to_regclass('exchange.node_key')")).isNull();
      assertThat(one(sql, "select to_regclass('exchange.trust_list')")).isNull();
    }
  }

  private static void asItStoodBefore(NodeDatabase database) throws SQLException {
    database.ensureCapabilities(List.of("exchange"));
    Flyway.configure()
        .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
        .locations("classpath:org/sampan/exchange")
        .schemas("exchange")
        .target("1")
        .load()
        .migrate();
    try (Connection connection = database.asOwner();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "insert into exchange.node_key values (gen_random_uuid(), 'SIGN', '{}', '\\x0102', now())");
      sql.execute("insert into exchange.trust_list values (7, 'digest', 'text', now())");
    }
  }

  private static @Nullable String one(Statement sql, String question) throws SQLException {
    try (ResultSet answer = sql.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}

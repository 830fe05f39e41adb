package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Statements go wrong in every way we know; none may leave a value in the log.
class LogTests {

  private static final String NAME = "Srey Mom Chanthavy";

  @TempDir(factory = InMemory.class)
  Path folder;

  @Test
  void no_value_of_a_failing_statement_reaches_the_log() throws Exception {
    try (var server = BundledPostgres.start(folder, BundledPostgres.usualBinaries())) {
      var node = server.ensureDatabase("node");
      prepareTables(node);
      var failures = 0;
      try (var connection = node.asOwner()) {
        for (var statement : failing()) {
          failures += fails(connection, statement) ? 1 : 0;
        }
        failures += failsWithParameter(connection, "insert into person values (?)") ? 1 : 0;
        failures += failsWithParameter(connection, "select cast(? as date)") ? 1 : 0;
      }
      deadlock(node);
      crash(server, node);
      assertThat(failures).isEqualTo(failing().size() + 2);
    }

    var log = Files.readString(folder.resolve("postgres.log"));
    assertThat(log)
        .contains("ready to accept connections", "was terminated by signal 9")
        .doesNotContain(NAME, "Chanthavy", "Srey");
  }

  private static void prepareTables(NodeDatabase node) throws SQLException {
    Rows.run(node, "create table person (name text primary key check (length(name) < 30))");
    Rows.run(node, "create table task (person text references person, due date not null)");
    Rows.run(node, "create type grade as enum ('strong', 'weak')");
    Rows.run(node, "insert into person values ('" + NAME + "')");
    Rows.run(node, "insert into person values ('first'), ('second')");
  }

  private static List<String> failing() {
    return List.of(
            "insert into person values ('NAME')",
            "insert into person values ('NAME NAME NAME')",
            "insert into task values ('NAME not there', current_date)",
            "insert into task values ('NAME', null)",
            "delete from person where name = 'NAME' and cast('NAME' as int) = 1",
            "select cast('NAME' as date)",
            "select cast('NAME' as grade)",
            "select cast('NAME' as jsonb)",
            "select cast('{NAME' as text[])",
            "select cast('NAME' as uuid)",
            "select * from \"NAME\"",
            "select 'NAME' +",
            "select ('NAME' || 'x') ~ '('",
            "do $$ begin raise exception 'NAME'; end $$",
            "do $$ begin raise warning 'NAME'; raise log 'quiet'; perform 1/0; end $$",
            "set local statement_timeout = 50; select pg_sleep(5), 'NAME'")
        .stream()
        .map(statement -> statement.replace("NAME", NAME))
        .toList();
  }

  private static boolean fails(Connection connection, String statement) {
    try {
      Rows.run(connection, statement);
      return false;
    } catch (SQLException expected) {
      return true;
    }
  }

  private static boolean failsWithParameter(Connection connection, String statement) {
    try (var prepared = connection.prepareStatement(statement)) {
      prepared.setString(1, NAME);
      prepared.execute();
      return false;
    } catch (SQLException expected) {
      return true;
    }
  }

  /// The detail of a deadlock quotes both statements.
  private static void deadlock(NodeDatabase node) throws Exception {
    try (var one = node.asOwner();
        var two = node.asOwner()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      Rows.run(one, "update person set name = name where name = 'first'");
      Rows.run(two, "update person set name = name where name = 'second'");
      var other = Thread.ofPlatform().start(() -> fails(two, crossing("first")));
      fails(one, crossing("second"));
      one.rollback();
      other.join();
    }
  }

  private static String crossing(String row) {
    return "update person set name = name where name = '%s' or name = '%s' and false"
        .formatted(row, NAME);
  }

  /// A server process killed at work: the log's detail would quote what it was running.
  private static void crash(BundledPostgres server, NodeDatabase node) throws Exception {
    try (var connection = node.asOwner()) {
      var victim = Long.parseLong(Rows.text(connection, "select pg_backend_pid()"));
      var working =
          Thread.ofPlatform().start(() -> fails(connection, "select pg_sleep(20), '" + NAME + "'"));
      Rows.text(server, "select pg_sleep(0.2)");
      AnotherProcess.killNow(victim);
      working.join();
    }
    AnotherProcess.await("recovery", () -> answers(server));
  }

  private static boolean answers(BundledPostgres server) {
    try {
      return Rows.text(server, "select 1").equals("1");
    } catch (SQLException notYet) {
      return false;
    }
  }
}

package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeDatabaseTests {

  @Test
  void the_node_may_do_what_was_granted_and_nothing_more() throws Exception {
    var database = PostgresForTests.emptyDatabase().ensureCapabilities(List.of("casework"));
    Rows.run(database, "create schema casework");
    Rows.run(database, "create table casework.case_file (id int)");
    Rows.run(database, "grant usage on schema casework to casework");
    Rows.run(database, "grant select, insert on casework.case_file to casework");

    try (var node = database.asNode()) {
      Rows.run(node, "insert into casework.case_file values (1)");
      assertThat(Rows.text(node, "select count(*) from casework.case_file")).isEqualTo("1");
      assertThatThrownBy(() -> Rows.run(node, "delete from casework.case_file"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> Rows.run(node, "create table casework.own (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> Rows.run(node, "create table public.own (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> Rows.run(node, "create schema own"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> Rows.run(node, "create role friend"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_capability_can_be_put_on_but_cannot_log_in() throws Exception {
    var database = PostgresForTests.emptyDatabase().ensureCapabilities(List.of("audit"));

    try (var node = database.asNode()) {
      assertThatCode(() -> Rows.run(node, "set role audit")).doesNotThrowAnyException();
    }
    assertThat(Rows.text(database, "select rolcanlogin from pg_roles where rolname = 'audit'"))
        .isEqualTo("f");
  }

  @Test
  void the_owner_is_no_superuser() throws Exception {
    var database = PostgresForTests.emptyDatabase();

    assertThat(Rows.text(database, "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void the_owner_may_add_the_search_extensions() {
    var database = PostgresForTests.emptyDatabase();

    assertThatCode(() -> Rows.run(database, "create extension pg_trgm")).doesNotThrowAnyException();
    assertThatCode(() -> Rows.run(database, "create extension unaccent"))
        .doesNotThrowAnyException();
  }

  @Test
  void preparing_twice_changes_nothing() throws Exception {
    var database = PostgresForTests.emptyDatabase().ensureCapabilities(List.of("web"));

    var again =
        NodeDatabase.prepare(
                database.url(),
                database.ownerUser(),
                database.ownerPassword(),
                database.nodePassword())
            .ensureCapabilities(List.of("web"));

    assertThat(again).isEqualTo(database);
    again.asNode().close();
  }

  @Test
  void a_single_node_may_change_its_password() throws Exception {
    try (var server = BundledPostgres.forTests()) {
      var before = server.ensureDatabase("node");

      var after =
          NodeDatabase.prepare(
              before.url(), before.ownerUser(), before.ownerPassword(), "another password");

      after.asNode().close();
      assertThatThrownBy(before::asNode).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_second_node_cannot_lock_the_first_one_out() throws Exception {
    var first = PostgresForTests.emptyDatabase();
    var second = PostgresForTests.emptyDatabase();

    assertThatThrownBy(() ->
            NodeDatabase.prepare(
                second.url(), second.ownerUser(), second.ownerPassword(), "another password"))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("give both nodes the same one");
    first.asNode().close();
  }

  @Test
  void an_owner_who_may_not_make_roles_is_told_what_to_run() throws Exception {
    try (var server = BundledPostgres.forTests()) {
      Rows.run(server.ensureDatabase("other"), "create role clerk login password 'clerk'");
      Rows.run(server.ensureDatabase("other"), "grant connect on database other to clerk");
      var url = server.jdbcUrl("other");

      assertThatThrownBy(() ->
              new NodeDatabase(url, "clerk", "clerk", "sampan_node", "unused")
                  .ensureCapabilities(List.of("tracing")))
          .isInstanceOf(DatabaseRefusal.class)
          .hasMessageContaining("alter role clerk createrole");
    }
  }

  @Test
  void a_wrong_address_is_one_line_without_the_password() {
    assertThatThrownBy(
            () -> NodeDatabase.prepare("jdbc:postgresql://127.0.0.1:1/none", "a", "secret", "b"))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("is its address right")
        .hasMessageNotContaining("secret");
  }

  @Test
  void passwords_are_not_printed() {
    var database = PostgresForTests.emptyDatabase();

    assertThat(database.toString())
        .doesNotContain(database.ownerPassword(), database.nodePassword());
    assertThat(Passwords.make().toString()).isEqualTo("Passwords[not shown]");
  }

  @Test
  void a_copy_has_what_the_model_had_and_lives_apart() throws Exception {
    var model = PostgresForTests.emptyDatabase();
    Rows.write(model, 7);

    var copy = PostgresForTests.copyOf(model);
    Rows.run(copy, "delete from number");

    assertThat(Rows.count(copy)).isZero();
    assertThat(Rows.count(model)).isEqualTo(7);
  }
}

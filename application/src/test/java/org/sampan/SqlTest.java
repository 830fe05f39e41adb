package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.database.NodeDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/// PostgreSQL prepares every statement of the house under its own capability's role: an unknown
/// column or another capability's table is refused.
@OnANode
class SqlTest {

  @Autowired NodeDatabase database;

  @Test
  void every_statement_is_allowed_to_its_own_capability() throws Exception {
    List<String> refused = new ArrayList<>();
    int prepared = 0;
    try (Connection connection = database.asNode()) {
      for (JavaClass type : new ClassFileImporter().importPackages("org.sampan")) {
        if (!type.isAnnotatedWith(Repository.class)) {
          continue;
        }
        String capability = type.getPackageName().substring("org.sampan.".length());
        for (String statement : statements(Class.forName(type.getName()))) {
          prepared++;
          String why = prepare(connection, capability, statement);
          if (!why.isEmpty()) {
            refused.add(type.getSimpleName() + ": " + why);
          }
        }
      }
    }

    assertThat(refused).isEmpty();
    assertThat(prepared).isGreaterThan(25);
  }

  @Test
  void the_audit_can_neither_be_changed_nor_emptied_by_the_node() throws SQLException {
    for (String forbidden :
        List.of(
            "update audit.entry set act = 'a.b'",
            "delete from audit.entry",
            "truncate audit.entry",
            "update audit.leaf set position = 0",
            "delete from audit.leaf",
            "delete from audit.subtree")) {
      try (Connection connection = database.asNode();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  private static List<String> statements(Class<?> plural) throws IllegalAccessException {
    List<String> statements = new ArrayList<>();
    for (Field field : plural.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && Modifier.isFinal(field.getModifiers())
          && field.getType() == String.class) {
        field.setAccessible(true);
        String text = ((String) field.get(null)).strip();
        String start = text.toLowerCase(Locale.ROOT);
        if (!Modifier.isPrivate(field.getModifiers())
            && (start.startsWith("select")
                || start.startsWith("insert")
                || start.startsWith("update")
                || start.startsWith("delete")
                || start.startsWith("with"))) {
          statements.add(text);
        }
      }
    }
    return statements;
  }

  private static String prepare(Connection connection, String capability, String statement)
      throws SQLException {
    String positional = statement.replaceAll("(?<![:\\w]):([a-zA-Z]\\w*)", "\\$0");
    int n = 0;
    StringBuilder numbered = new StringBuilder();
    for (String part : positional.split("\\$0", -1)) {
      numbered.append(n == 0 ? "" : "$" + n).append(part);
      n++;
    }
    try (Statement sql = connection.createStatement()) {
      sql.execute("set role " + capability);
      sql.execute("prepare checked as " + numbered);
      // Permissions are checked when a plan is made: explain makes one without running anything.
      String arguments = n == 1 ? "" : "(" + "null,".repeat(n - 2) + "null)";
      sql.execute("set plan_cache_mode = force_generic_plan");
      sql.execute("explain execute checked" + arguments);
      return "";
    } catch (SQLException refused) {
      return refused.getMessage() + " in " + statement;
    } finally {
      try (Statement sql = connection.createStatement()) {
        sql.execute("reset role");
        sql.execute("deallocate all");
      }
    }
  }
}

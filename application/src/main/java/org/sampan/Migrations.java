package org.sampan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.sampan.database.NodeDatabase;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings every capability's schema up to date: its migrations stand in its own folder, its history
/// in its own schema. A capability whose folder is deleted is simply not there.
public final class Migrations {

  private Migrations() {}

  /// Migrates all capabilities, as the owner.
  public static void run(NodeDatabase database) {
    List<String> capabilities = capabilities();
    database.ensureCapabilities(capabilities);
    for (String capability : capabilities) {
      Flyway.configure()
          .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
          .locations("classpath:org/sampan/" + capability)
          .schemas(capability)
          .createSchemas(true)
          .table("flyway_schema_history")
          .validateMigrationNaming(true)
          .loggers("slf4j")
          .load()
          .migrate();
    }
  }

  /// The capabilities that keep something: those with a migration in their folder, by name.
  static List<String> capabilities() {
    try {
      TreeSet<String> names = new TreeSet<>();
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:org/sampan/*/V1__*.sql")) {
        String[] path = file.getURL().getPath().split("/");
        names.add(path[path.length - 2]);
      }
      return List.copyOf(names);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

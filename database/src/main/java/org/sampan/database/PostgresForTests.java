package org.sampan.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One fast PostgreSQL for all tests of a process, and as many databases as they want.
///
/// The server starts with the first call and ends with the process; nobody closes it.
public final class PostgresForTests {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable BundledPostgres server;

  private PostgresForTests() {}

  /// The shared server.
  public static synchronized BundledPostgres server() {
    var running = server;
    if (running == null) {
      running = BundledPostgres.forTests();
      server = running;
    }
    return running;
  }

  /// A database nobody else uses, empty but for the node's roles.
  public static NodeDatabase emptyDatabase() {
    return server().ensureDatabase("fresh_" + NUMBER.incrementAndGet());
  }

  /// A copy of a database with all that is in it; nobody may be connected to the model meanwhile.
  public static NodeDatabase copyOf(NodeDatabase model) {
    var server = server();
    var name = "copy_" + NUMBER.incrementAndGet();
    var from = model.url().replaceFirst("^.*/", "").replaceFirst("\\?.*$", "");
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl(), server.ownerUser(), server.ownerPassword());
        var statement = connection.createStatement()) {
      // With fsync off a copy of the files is quicker than writing them to the log.
      statement.execute("create database " + name + " template " + from + " strategy file_copy");
      statement.execute("revoke connect, temporary on database " + name + " from public");
    } catch (SQLException failed) {
      throw new IllegalStateException("The database " + from + " could not be copied", failed);
    }
    return server.ensureDatabase(name);
  }
}

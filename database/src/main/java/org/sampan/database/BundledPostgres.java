package org.sampan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The PostgreSQL that comes with the node, running in a data folder of its own.
///
/// It listens on 127.0.0.1 alone, on a port that differs from start to start, and every login needs
/// its random password. One process at a time may hold a data folder. It stops when it is closed,
/// and also when the process that started it ends or is killed.
public final class BundledPostgres implements AutoCloseable {

  static final String SUPERUSER = "postgres";
  static final String OWNER = "sampan_owner";

  private final DataFolder folder;
  private final Passwords passwords;
  private final Postmaster postmaster;
  private final boolean removedAtClose;

  private BundledPostgres(
      DataFolder folder, Passwords passwords, Postmaster postmaster, boolean removedAtClose) {
    this.folder = folder;
    this.passwords = passwords;
    this.postmaster = postmaster;
    this.removedAtClose = removedAtClose;
  }

  /// Starts PostgreSQL on the data in `folder`, making it at the first start.
  ///
  /// @param folder the data folder, of this server alone
  /// @param binaries where the programs are unpacked, once for every version; may be shared
  /// @throws DatabaseRefusal when it cannot start, with the reason in one line
  public static BundledPostgres start(Path folder, Path binaries) {
    return start(folder, binaries, false);
  }

  /// A server for tests, in memory where the machine allows, that may lose everything: fsync is off
  /// and its folder is removed when it is closed or this process ends.
  public static BundledPostgres forTests() {
    var memory = Path.of("/dev/shm");
    try {
      var folder =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "sampan-tests-")
              : Files.createTempDirectory("sampan-tests-");
      return start(folder, usualBinaries(), true);
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(cannotWrite);
    }
  }

  /// The cache folder of the person who runs us, where programs are unpacked unless told otherwise.
  public static Path usualBinaries() {
    var cache = System.getenv("XDG_CACHE_HOME");
    return cache == null || cache.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "sampan")
        : Path.of(cache, "sampan");
  }

  private static BundledPostgres start(Path folder, Path binaries, boolean forTests) {
    return start(folder, binaries, LesserUser.forUs(), forTests);
  }

  static BundledPostgres start(Path path, Path binaries, LesserUser user, boolean forTests) {
    var programs = PostgresBinaries.unpackedInto(binaries);
    try {
      var folder = DataFolder.take(path);
      try {
        var passwords = folder.prepare(programs, user, forTests);
        var postmaster = Postmaster.start(new Postmaster.Launch(folder, programs, user, forTests));
        var running = new BundledPostgres(folder, passwords, postmaster, forTests);
        running.ensureOwner();
        return running;
      } catch (IOException | InterruptedException | RuntimeException failed) {
        folder.close();
        throw failed;
      }
    } catch (IOException cannotUse) {
      throw new DatabaseRefusal("The data folder " + path + " cannot be used.", cannotUse);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new DatabaseRefusal("The start of PostgreSQL was interrupted.", stop);
    }
  }

  /// Where this server answers; the database `postgres`, which holds nothing of the node.
  public String jdbcUrl() {
    return jdbcUrl("postgres");
  }

  /// Who owns every database of the node and runs its migrations. Not a superuser, so that what
  /// works here works on an outside server too.
  public String ownerUser() {
    return OWNER;
  }

  public String ownerPassword() {
    return passwords.owner();
  }

  /// A database of this name with the node's roles, made when it is not there yet.
  ///
  /// @param name lower-case letters, digits and underscores
  public NodeDatabase ensureDatabase(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a name for a database: " + name);
    }
    try (var connection = DriverManager.getConnection(jdbcUrl(), OWNER, passwords.owner());
        var exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      exists.setString(1, name);
      if (!exists.executeQuery().next()) {
        try (var statement = connection.createStatement()) {
          statement.execute("create database " + name);
          statement.execute("revoke connect, temporary on database " + name + " from public");
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The database " + name + " could not be made", failed);
    }
    return NodeDatabase.prepare(jdbcUrl(name), OWNER, passwords.owner(), passwords.node());
  }

  /// Stops PostgreSQL and starts it again at the same address, as an operator or a test may want;
  /// open connections break.
  public void restart() {
    try {
      postmaster.restart();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops PostgreSQL in good order; close every pool before this.
  @Override
  public void close() {
    try {
      postmaster.stop();
      if (removedAtClose) {
        Folders.delete(folder.path());
      }
      folder.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      // The pipe is closed already, so the server ends without us.
      Thread.currentThread().interrupt();
    }
  }

  long pid() {
    return postmaster.pid();
  }

  String superuserPassword() {
    return passwords.superuser();
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database;
  }

  private void ensureOwner() {
    try (var connection = DriverManager.getConnection(jdbcUrl(), SUPERUSER, passwords.superuser());
        var statement = connection.createStatement()) {
      var roles = new Roles(connection);
      if (!roles.exists(OWNER)) {
        connection.setAutoCommit(false);
        statement.execute("create role " + OWNER + " login createrole createdb");
        roles.setPassword(OWNER, passwords.owner());
        connection.commit();
      }
    } catch (SQLException failed) {
      closeQuietlyAfter(failed);
      throw new DatabaseRefusal(
          "PostgreSQL started but does not accept the passwords in "
              + folder.path().resolve("passwords")
              + ".",
          failed);
    }
  }

  private void closeQuietlyAfter(SQLException failed) {
    try {
      postmaster.stop();
    } catch (IOException second) {
      failed.addSuppressed(second);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

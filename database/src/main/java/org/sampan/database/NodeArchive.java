package org.sampan.database;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;

/// A whole node in one encrypted file: every row of its database as of one moment, its sequences,
/// and the files of its folder that are named. The bundled PostgreSQL brings no pg_dump; this takes
/// its place and is the way from one major version of PostgreSQL to the next.
///
/// The file tells nothing without its passphrase but its size, and is refused when a single bit of
/// it changed. It needs the same little memory for any size.
public final class NodeArchive {

  /// Fewest characters of a passphrase.
  public static final int SHORTEST_PASSPHRASE = 12;

  // Above OWASP's 2023 advice for PBKDF2-HMAC-SHA512 (210,000) and our own floor of 600,000.
  static final int ROUNDS = 1_000_000;

  /// What a node's archive carries.
  ///
  /// @param leftOut tables whose rows stay behind, as `schema.table` or `schema.*`
  /// @param filledByMigrations tables that hold rows in a new database already; a restore replaces
  ///   them, any other table with rows makes it refuse
  /// @param folder the node's folder
  /// @param files what to carry of it, relative; a path may be a folder
  public record Contents(
      Set<String> leftOut, Set<String> filledByMigrations, Path folder, List<Path> files) {}

  /// What was carried.
  ///
  /// @param writtenAt when the archive was written
  public record Carried(Instant writtenAt, int tables, long rows, int files) {}

  /// Told after each table and each file.
  @FunctionalInterface
  public interface Progress {
    /// @param what `schema.table`, or a file's path
    /// @param number from 1 to `of`
    void carried(String what, int number, int of);
  }

  private final NodeDatabase database;
  private final Contents contents;
  private final int rounds;

  public NodeArchive(NodeDatabase database, Contents contents) {
    this(database, contents, ROUNDS);
  }

  NodeArchive(NodeDatabase database, Contents contents, int rounds) {
    this.database = database;
    this.contents = contents;
    this.rounds = rounds;
  }

  /// Writes the archive while the node may go on working; it appears under its name only whole.
  ///
  /// @param now written into the archive
  /// @throws DatabaseRefusal when the file exists, the passphrase is short, or a table cannot be
  ///   read; nothing is left behind
  public Carried write(Path archive, char[] passphrase, Instant now, Progress progress) {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw new DatabaseRefusal(
          "A passphrase has at least " + SHORTEST_PASSPHRASE + " characters.");
    }
    if (Files.exists(archive)) {
      throw new DatabaseRefusal("The file " + archive + " exists already.");
    }
    var folder = archive.resolveSibling("").toAbsolutePath();
    var unfinished = archive.toAbsolutePath().resolveSibling(archive.getFileName() + ".unfinished");
    try {
      try {
        Files.deleteIfExists(unfinished);
        var carried = writeInto(unfinished, passphrase, now, progress);
        NodeFiles.force(unfinished);
        Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        NodeFiles.force(folder);
        return carried;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (SQLException failed) {
      throw new DatabaseRefusal(
          "The database could not be read (" + plain(failed) + "); no archive was written.");
    } catch (IOException failed) {
      throw new DatabaseRefusal("The archive could not be written to " + archive + ".", failed);
    }
  }

  /// Brings an archive back into a new database that has been through the same migrations, all of
  /// it or nothing: rows become visible only after the last byte of the file was found unaltered
  /// and every foreign key holds.
  ///
  /// @throws DatabaseRefusal with the reason in one line; nothing was changed then
  public Carried restore(Path archive, char[] passphrase, Progress progress) {
    var files = new NodeFiles(contents.folder());
    try (var reader = open(archive, passphrase);
        var connection = database.asOwner()) {
      try {
        var carried = new Unpacking(reader, progress).into(connection, contents, files);
        files.place();
        connection.commit();
        return carried;
      } catch (SQLException | IOException | RuntimeException failed) {
        files.undo();
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new DatabaseRefusal(
          "The database did not take the archive (" + plain(failed) + "); nothing was changed.");
    } catch (IOException failed) {
      throw unreadable(archive, failed);
    }
  }

  /// Reads an archive to its end without using it.
  ///
  /// @throws DatabaseRefusal when the passphrase is wrong or the file is not what was written
  public static Carried check(Path archive, char[] passphrase) {
    try (var reader = open(archive, passphrase)) {
      return new Unpacking(reader, (_, _, _) -> {}).toTheEnd();
    } catch (IOException failed) {
      throw unreadable(archive, failed);
    }
  }

  private Carried writeInto(Path file, char[] passphrase, Instant now, Progress progress)
      throws SQLException, IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = new BufferedOutputStream(Files.newOutputStream(file));
        var connection = database.asOwner();
        var writer = new ArchiveWriter(out, rounds, passphrase)) {
      return new Packing(connection, writer, contents, progress).pack(now);
    }
  }

  private static ArchiveReader open(Path archive, char[] passphrase) throws IOException {
    var file = new BufferedInputStream(Files.newInputStream(archive));
    try {
      return new ArchiveReader(file, passphrase);
    } catch (IOException | RuntimeException refused) {
      file.close();
      throw refused;
    }
  }

  private static DatabaseRefusal unreadable(Path archive, IOException failed) {
    return new DatabaseRefusal(
        "The archive " + archive + " could not be read, or its files not be written.", failed);
  }

  // The server's own words can quote a row, so only names and its code are passed on.
  private static String plain(SQLException failed) {
    var said = failed instanceof PSQLException server ? server.getServerErrorMessage() : null;
    if (said == null) {
      return "code " + failed.getSQLState();
    }
    return Stream.of("code " + failed.getSQLState(), said.getTable(), said.getConstraint())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}

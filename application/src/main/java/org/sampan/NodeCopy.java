package org.sampan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sampan.database.BundledPostgres;
import org.sampan.database.DatabaseRefusal;
import org.sampan.database.NodeArchive;
import org.sampan.database.NodeDatabase;

/// A whole node in one encrypted file, and back: every row but the sign-ins, and the node's keys.
///
/// The keys of persons travel too, or a restored node could read nothing of its own; so a person
/// erased today can be read again from a copy made yesterday, until that copy is destroyed.
public final class NodeCopy {

  /// The file that keeps a restored node silent until its peers have spoken; `exchange` reads it.
  static final String MARK = "restored";

  // Who was signed in stays behind: after a restore everybody signs in anew.
  static final Set<String> LEFT_OUT =
      Set.of("accounts.spring_session", "accounts.spring_session_attributes");

  // Tables that are not empty in a new database, because migrations fill them: none so far.
  static final Set<String> FILLED_BY_MIGRATIONS = Set.of();

  private static final Path KEYS = Path.of("keys");

  private final Settings from;
  private final NodeSettings settings;

  /// The node with these settings, running or not.
  public NodeCopy(Settings settings) {
    this.from = settings;
    this.settings = settings.node();
  }

  /// Writes the node into a new file, beside the running node or without it.
  ///
  /// @throws DatabaseRefusal with the reason in one line; no file is left behind then
  public NodeArchive.Carried backUp(
      Path file, char[] passphrase, Instant now, NodeArchive.Progress progress) {
    return NodeReach.with(
        from, database -> archive(database).write(file, passphrase, now, progress));
  }

  /// Brings a node back where there is none yet, and marks it as restored.
  ///
  /// The file is read to its end before anything is made, so that a wrong passphrase leaves nothing
  /// behind; the mark stands before the first row does, so that no restored node can ever start
  /// without it.
  ///
  /// @throws DatabaseRefusal with the reason in one line; nothing was restored then
  public NodeArchive.Carried restore(Path file, char[] passphrase, NodeArchive.Progress progress) {
    if (Files.exists(settings.folder().resolve(KEYS))) {
      throw new OperatorRefusal(
          "There is a node in " + settings.folder() + " already: restore into an empty folder.");
    }
    NodeArchive.check(file, passphrase);
    if (settings.outside() != null) {
      return fill(outside(settings.outside()), file, passphrase, progress);
    }
    try (BundledPostgres own = bundled()) {
      return fill(own.ensureDatabase(NodeStore.DATABASE), file, passphrase, progress);
    }
  }

  private NodeArchive.Carried fill(
      NodeDatabase database, Path file, char[] passphrase, NodeArchive.Progress progress) {
    Migrations.run(database);
    Path mark = mark();
    try {
      return archive(database).restore(file, passphrase, progress);
    } catch (RuntimeException refused) {
      remove(mark);
      throw refused;
    }
  }

  private Path mark() {
    Path mark = settings.folder().resolve(MARK);
    try {
      Files.createDirectories(settings.folder());
      Files.writeString(mark, "This node was restored from a copy and has not started since.\n");
      for (Path written : List.of(mark, settings.folder())) {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
      return mark;
    } catch (IOException unwritable) {
      throw new OperatorRefusal("The folder " + settings.folder() + " cannot be written to.");
    }
  }

  private static void remove(Path mark) {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  private NodeArchive archive(NodeDatabase database) {
    return new NodeArchive(
        database,
        new NodeArchive.Contents(LEFT_OUT, FILLED_BY_MIGRATIONS, settings.folder(), List.of(KEYS)));
  }

  private BundledPostgres bundled() {
    return BundledPostgres.start(settings.databaseFolder(), BundledPostgres.usualBinaries());
  }

  private static NodeDatabase outside(NodeSettings.Database outside) {
    return NodeDatabase.prepare(
        outside.url(), outside.owner(), outside.password(), outside.nodePassword());
  }
}

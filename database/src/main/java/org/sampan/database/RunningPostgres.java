package org.sampan.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The bundled PostgreSQL that another process runs in a data folder, for work beside it: a backup.
///
/// Whoever runs it holds the folder's lock, so a lock we could have had means that nobody does; the
/// port stands in PostgreSQL's own process file. Only who may read the folder's passwords gets in.
public final class RunningPostgres {

  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  private RunningPostgres() {}

  /// The database of this name there; empty when no process runs a server in this folder.
  ///
  /// @throws DatabaseRefusal when one runs but cannot be used now
  public static Optional<NodeDatabase> in(Path folder, String name) {
    try {
      if (!isHeld(folder.resolve("lock"))) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
      if (lines.size() <= STATUS_LINE || !lines.get(STATUS_LINE).strip().equals("ready")) {
        throw new DatabaseRefusal("PostgreSQL in " + folder + " is starting or stopping.");
      }
      Passwords passwords = Passwords.read(folder.resolve("passwords"));
      return Optional.of(
          new NodeDatabase(
              "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + name,
              BundledPostgres.OWNER,
              passwords.owner(),
              NodeDatabase.NODE,
              passwords.node()));
    } catch (IOException unreadable) {
      throw new DatabaseRefusal(
          "PostgreSQL in " + folder + " runs, but its files cannot be read from here.", unreadable);
    }
  }

  private static boolean isHeld(Path lock) throws IOException {
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException oursAlready) {
      return true;
    }
  }
}

package org.sampan.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// One bundled PostgreSQL's folder, held by one process at a time: `data` (PostgreSQL's own),
/// `postgres.log`, `passwords` and `lock`.
final class DataFolder implements AutoCloseable {

  private static final long LOG_KEPT = 10_000_000;

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Takes the folder for this process; the machine frees it when the process dies, however it
  /// dies.
  static DataFolder take(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Folders.createPrivate(folder);
    }
    var real = folder.toRealPath();
    var channel =
        FileChannel.open(
            real.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.READ);
    if (!locked(channel)) {
      channel.close();
      throw new DatabaseRefusal("The data folder " + real + " is in use by another process.");
    }
    return new DataFolder(real, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException oursAlready) {
      return false;
    }
  }

  Path path() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  /// Makes the cluster where there is none, else refuses one of another major version.
  ///
  /// @param quick leave out waiting for the disk, for tests
  Passwords prepare(PostgresBinaries binaries, LesserUser user, boolean quick) throws IOException {
    keepLogSmall();
    if (user.user() == LesserUser.NOBODY) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      return makeCluster(binaries, user, quick);
    }
    var major = Files.readString(data().resolve("PG_VERSION")).strip();
    if (!major.equals(binaries.major())) {
      throw new DatabaseRefusal(
          ("The data in %s was written by PostgreSQL %s and this is PostgreSQL %s: back the node up"
                  + " with the earlier release and restore it with this one.")
              .formatted(folder, major, binaries.major()));
    }
    if (Folders.owner(data()) != user.user()) {
      Folders.give(data(), user.user());
    }
    user.refuseUnreachable(data(), binaries.program("postgres"));
    return readPasswords();
  }

  private Passwords readPasswords() throws IOException {
    var file = folder.resolve("passwords");
    if (!Files.exists(file)) {
      throw new DatabaseRefusal("The file " + file + " is gone; without it the data stays shut.");
    }
    return Passwords.read(file);
  }

  /// initdb works in a folder beside, renamed when it is whole: an interrupted first start leaves
  /// nothing half made.
  private Passwords makeCluster(PostgresBinaries binaries, LesserUser user, boolean quick)
      throws IOException {
    var passwords = Passwords.make();
    passwords.write(folder.resolve("passwords"));
    var unfinished = folder.resolve("data.new");
    var secret = folder.resolve("password.new");
    Folders.delete(unfinished);
    Files.deleteIfExists(secret);
    Folders.createPrivate(unfinished);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(secret, passwords.superuser());
      if (user.user() == LesserUser.NOBODY) {
        Folders.give(unfinished, user.user());
        Folders.give(secret, user.user());
      }
      user.refuseUnreachable(unfinished, binaries.program("postgres"));
      initialise(user.command(binaries.program("initdb"), options(unfinished, secret, quick)));
    } finally {
      Files.deleteIfExists(secret);
    }
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    return passwords;
  }

  // The builtin locale sorts alike on every machine and never drifts with a newer ICU; people's
  // sorting is asked for by name where a page needs it.
  private static List<String> options(Path target, Path secret, boolean quick) {
    var options =
        new ArrayList<>(
            List.of(
                "--pgdata=" + target,
                "--username=" + BundledPostgres.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
    if (quick) {
      options.add("--no-sync");
    }
    return options;
  }

  private void initialise(List<String> command) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Postmaster.plainEnvironment(builder);
    var process = builder.start();
    try {
      if (process.waitFor() == 0) {
        return;
      }
    } catch (InterruptedException stop) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
    throw new DatabaseRefusal("PostgreSQL could not make its data folder; see " + log() + ".");
  }

  /// Where the log ends now, so that [#logAfter] can tell what one start wrote.
  long logEnd() throws IOException {
    return Files.exists(log()) ? Files.size(log()) : 0;
  }

  String logAfter(long mark) throws IOException {
    try (var log = Files.newInputStream(log())) {
      log.skipNBytes(mark);
      return new String(log.readNBytes(100_000), StandardCharsets.UTF_8);
    }
  }

  private void keepLogSmall() throws IOException {
    if (logEnd() > LOG_KEPT) {
      Files.move(log(), folder.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}

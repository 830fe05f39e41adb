package org.sampan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A `postgres` program that outlived whoever started it, and is still at work in a data folder.
final class Orphan {

  private static final long STOPS_WITHIN_SECONDS = 30;

  private Orphan() {}

  /// We hold the folder's lock, so a postmaster still at work in it has lost its owner.
  static void stop(Path data) throws IOException, InterruptedException {
    var lines = processFile(data);
    if (lines.isEmpty() || !lines.get(0).matches("[1-9][0-9]{0,9}")) {
      return;
    }
    var orphan = ProcessHandle.of(Long.parseLong(lines.get(0)));
    if (orphan.isEmpty() || !servesFolder(orphan.get().pid(), data)) {
      return;
    }
    // ProcessHandle knows only SIGTERM, which would wait for every client to leave.
    new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", lines.get(0)).start().waitFor();
    var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOPS_WITHIN_SECONDS);
    while (servesFolder(orphan.get().pid(), data)) {
      if (System.nanoTime() > giveUp) {
        orphan.get().destroyForcibly();
      }
      Thread.sleep(20);
    }
  }

  /// A process number can have passed to another program, even to another node's PostgreSQL.
  private static boolean servesFolder(long pid, Path data) {
    try {
      var words = List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
      var folder = words.indexOf("-D") + 1;
      return words.get(0).endsWith("/postgres")
          && folder > 0
          && folder < words.size()
          && words.get(folder).equals(data.toString());
    } catch (IOException gone) {
      return false;
    }
  }

  static List<String> processFile(Path data) throws IOException {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (java.nio.file.NoSuchFileException notYet) {
      return List.of();
    }
  }
}

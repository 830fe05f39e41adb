package org.sampan.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once into a folder of their version.
record PostgresBinaries(Path home, String version) {

  private static final String PACKED = "/postgres-linux-x86_64.txz";
  private static final Object ONE_AT_A_TIME = new Object();

  /// Finds the programs below `cache`, unpacking them first where they are missing. Processes that
  /// ask at the same moment wait for one of them to do the work.
  static PostgresBinaries unpackedInto(Path cache) {
    refuseOtherMachines(System.getProperty("os.name"), System.getProperty("os.arch"));
    var version = packedVersion();
    var home = cache.toAbsolutePath().resolve("postgresql-" + version);
    try {
      if (!Files.isDirectory(home)) {
        unpackUnderLock(cache.toAbsolutePath(), home);
      }
      return new PostgresBinaries(home.toRealPath(), version);
    } catch (IOException cannotWrite) {
      throw new DatabaseRefusal(
          "PostgreSQL could not be unpacked into " + cache + ": is there space, and may we write?",
          cannotWrite);
    }
  }

  static void refuseOtherMachines(String system, String machine) {
    if (!system.equals("Linux") || !machine.equals("amd64")) {
      throw new DatabaseRefusal(
          "The bundled PostgreSQL runs on Linux amd64, not on %s %s: give a database URL instead."
              .formatted(system, machine));
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  private static void unpackUnderLock(Path cache, Path home) throws IOException {
    Files.createDirectories(cache);
    // The lock file serves other processes; within one, a file lock would be refused, not awaited.
    synchronized (ONE_AT_A_TIME) {
      try (var channel =
              FileChannel.open(
                  cache.resolve("unpacking.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (!Files.isDirectory(home)) {
          var half = cache.resolve("unpacking");
          Folders.delete(half);
          unpack(half);
          Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
  }

  private static void unpack(Path target) throws IOException {
    Files.createDirectories(target);
    try (var packed = packed();
        var tar =
            new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("An entry of the packed PostgreSQL points outside its folder");
        }
        write(entry, tar, path);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream bytes, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(bytes, path);
    var program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static InputStream packed() {
    var packed = PostgresBinaries.class.getResourceAsStream(PACKED);
    if (packed == null) {
      throw new DatabaseRefusal("The bundled PostgreSQL is not on the class path.");
    }
    return packed;
  }

  private static String packedVersion() {
    var properties = new Properties();
    try (var file = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      if (file == null) {
        throw new IllegalStateException("postgres.properties is missing from the build");
      }
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}

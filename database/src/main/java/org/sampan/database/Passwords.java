package org.sampan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The three passwords of a bundled PostgreSQL, made at random and kept in a file only we may read.
record Passwords(String superuser, String owner, String node) {

  static Passwords make() {
    return new Passwords(random(), random(), random());
  }

  static Passwords read(Path file) throws IOException {
    var properties = new Properties();
    try (var lines = Files.newBufferedReader(file)) {
      properties.load(lines);
    }
    return new Passwords(
        required(properties, file, "superuser"),
        required(properties, file, "owner"),
        required(properties, file, "node"));
  }

  /// Writes them beside and renames, so that the file is whole or not there.
  void write(Path file) throws IOException {
    var beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        beside, "superuser=%s\nowner=%s\nnode=%s\n".formatted(superuser, owner, node));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String required(Properties properties, Path file, String name) {
    var value = properties.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new DatabaseRefusal("The file " + file + " holds no password for the " + name + ".");
    }
    return value;
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Passwords[not shown]";
  }
}

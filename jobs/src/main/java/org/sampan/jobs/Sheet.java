package org.sampan.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The demo's sheet of invented people: who can sign in at a node, with which password and secret.
/// It is written by the demo alone; `serve` makes none and reads none.
///
/// @param signInName what to type
/// @param role what she is there for, in words
/// @param password invented at the first start
/// @param secret the shared secret of her one-time codes, hexadecimal
record Sheet(String signInName, String role, String password, String secret) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Path of(Path nodeFolder) {
    return nodeFolder.resolve("demo-people.json");
  }

  static List<Sheet> read(Path nodeFolder) throws IOException {
    Path file = of(nodeFolder);
    if (!Files.exists(file)) {
      return List.of();
    }
    return JSON.readValue(Files.readString(file), new TypeReference<List<Sheet>>() {});
  }

  static void write(Path nodeFolder, List<Sheet> people) throws IOException {
    Path beside = nodeFolder.resolve("demo-people.json.new");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(beside, JSON.writeValueAsString(people));
    Files.move(beside, of(nodeFolder), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return "Sheet[redacted]";
  }
}

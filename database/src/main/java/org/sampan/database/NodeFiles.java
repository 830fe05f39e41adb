package org.sampan.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// The files of a node's folder that a restore brings back: written beside their places first, then
/// put there all together, and taken away again when the rows cannot be committed.
final class NodeFiles {

  private static final String WAITING = ".restoring";

  private record Waiting(Path beside, Path place) {}

  private final Path folder;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<Path> placed = new ArrayList<>();

  NodeFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// The files below the paths, relative to the folder; a path may be a folder.
  static List<Path> below(Path folder, List<Path> paths) throws IOException {
    var files = new ArrayList<Path>();
    for (var path : paths) {
      var start = folder.resolve(path).normalize();
      if (!start.startsWith(folder.normalize()) || !Files.exists(start)) {
        throw new DatabaseRefusal("The node's folder " + folder + " has no " + path + ".");
      }
      try (var found = Files.walk(start)) {
        found.filter(Files::isRegularFile).sorted().map(folder::relativize).forEach(files::add);
      }
    }
    return files.stream().distinct().toList();
  }

  static Section.NodeFile section(Path folder, Path file) throws IOException {
    return new Section.NodeFile(
        file.toString(),
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
  }

  void receive(Section.NodeFile file, InputStream bytes) throws IOException {
    var place = folder.resolve(file.path()).normalize();
    if (!place.startsWith(folder) || place.equals(folder)) {
      throw new DatabaseRefusal("The archive names a file outside the node's folder.");
    }
    Files.createDirectories(place.getParent());
    var beside = place.resolveSibling(place.getFileName() + WAITING);
    Files.deleteIfExists(beside);
    waiting.add(new Waiting(beside, place));
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newOutputStream(beside)) {
      bytes.transferTo(out);
    }
    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(file.permissions()));
    force(beside);
    if (Files.exists(place) && Files.mismatch(place, beside) >= 0) {
      throw new DatabaseRefusal(
          "The file " + place + " is there already and differs: move it away first.");
    }
  }

  /// Puts every file in its place. A file that is there already is, byte for byte, the same.
  void place() throws IOException {
    for (var file : waiting) {
      if (Files.exists(file.place())) {
        Files.delete(file.beside());
      } else {
        Files.move(file.beside(), file.place(), StandardCopyOption.ATOMIC_MOVE);
        placed.add(file.place());
      }
    }
  }

  /// Leaves the folder as it was.
  void undo() throws IOException {
    for (var file : waiting) {
      Files.deleteIfExists(file.beside());
    }
    for (var file : placed) {
      Files.deleteIfExists(file);
    }
  }

  static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

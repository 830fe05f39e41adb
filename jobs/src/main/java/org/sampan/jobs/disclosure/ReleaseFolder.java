package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Release;

/// A release's folder, written beside its place and moved there when it is whole.
final class ReleaseFolder implements AutoCloseable {

  private final Path folder;
  private final Path unfinished;

  private ReleaseFolder(Path folder, Path unfinished) {
    this.folder = folder;
    this.unfinished = unfinished;
  }

  /// A folder that has something in it already is left alone.
  static void refuseIfTaken(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new OperatorRefusal("The folder " + folder + " is not empty: choose another.");
      }
    } catch (IOException noFolder) {
      throw new OperatorRefusal(folder + " is not a folder.");
    }
  }

  static ReleaseFolder begin(Path folder) {
    try {
      Path parent = folder.resolveSibling(".");
      Files.createDirectories(parent);
      return new ReleaseFolder(
          folder, Files.createTempDirectory(parent.normalize(), ".unfinished-release-"));
    } catch (IOException unwritable) {
      throw new OperatorRefusal("Nothing can be written beside " + folder);
    }
  }

  /// Writes text files that are the whole of a folder.
  void write(List<TextFile> files) {
    try {
      for (TextFile file : files) {
        Files.writeString(unfinished.resolve(file.name()), file.text(), StandardCharsets.UTF_8);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void write(Release release, String planDigest) {
    try {
      RowsFiles.write(release, unfinished);
      AggregateFiles.write(release, unfinished);
      for (TextFile file : Descriptions.of(release, planDigest)) {
        Files.writeString(unfinished.resolve(file.name()), file.text(), StandardCharsets.UTF_8);
      }
      Workbooks.write(release, unfinished.resolve("release.xlsx"));
      for (TextFile file : Reports.of(release)) {
        Files.writeString(unfinished.resolve(file.name()), file.text(), StandardCharsets.UTF_8);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// Puts the whole folder in its place, in one step.
  void finish() {
    try {
      Files.deleteIfExists(folder);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// Takes away what was not finished.
  @Override
  public void close() {
    if (!Files.exists(unfinished)) {
      return;
    }
    try (Stream<Path> files = Files.walk(unfinished)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.delete(file);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sampan.OperatorRefusal;

/// Reads a folder as a stranger would: every text, and every text inside a workbook.
final class TextFiles {

  private TextFiles() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new OperatorRefusal("The file " + file + " cannot be read.");
    }
  }

  /// Every text by its name; parts of a workbook as `book.xlsx/part.xml`.
  static Map<String, String> all(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (name.endsWith(".xlsx")) {
          unpack(name, file, texts);
        } else {
          texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException unreadable) {
      throw new OperatorRefusal("The folder " + folder + " cannot be read.");
    }
    return texts;
  }

  private static void unpack(String name, Path file, Map<String, String> texts) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        texts.put(name + "/" + entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

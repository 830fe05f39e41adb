package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that only the source shows, over every module.
class SourceTest {

  private static final List<Path> SOURCES = sources();

  @Test
  void a_file_has_200_code_lines_at_most() throws IOException {
    Map<String, Integer> long_ = new TreeMap<>();
    for (Path source : SOURCES) {
      int lines = codeLines(Files.readAllLines(source));
      if (lines > 200) {
        long_.put(source.getFileName().toString(), lines);
      }
    }

    assertThat(long_).isEmpty();
  }

  @Test
  void a_package_has_30_files_at_most() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    SOURCES.stream()
        .filter(source -> source.toString().contains("/src/main/"))
        .forEach(source -> files.merge(String.valueOf(source.getParent()), 1, Integer::sum));
    files.values().removeIf(count -> count <= 30);

    assertThat(files).isEmpty();
  }

  @Test
  void a_method_has_40_lines_at_most() throws IOException {
    List<String> long_ = new ArrayList<>();
    for (Path source : SOURCES) {
      longMethods(source, long_);
    }

    assertThat(long_).isEmpty();
  }

  @Test
  void every_package_has_its_manual() {
    List<Path> without =
        SOURCES.stream()
            .filter(source -> source.toString().contains("/src/main/"))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("module-info.java")))
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList();

    assertThat(without).isEmpty();
  }

  private static int codeLines(List<String> lines) {
    int code = 0;
    boolean comment = false;
    for (String line : lines) {
      String text = line.strip();
      if (text.startsWith("/*")) {
        comment = true;
      }
      if (!comment && !text.isEmpty() && !text.startsWith("//") && !text.startsWith("import ")) {
        code++;
      }
      if (text.endsWith("*/")) {
        comment = false;
      }
    }
    return code;
  }

  /// A method of a formatted file begins with two spaces and a name, and ends with ` }`.
  private static void longMethods(Path source, List<String> found) throws IOException {
    String start = null;
    List<String> body = new ArrayList<>();
    for (String line : Files.readAllLines(source)) {
      boolean opens =
          line.matches(" {2}[@\\w].*\\) .*\\{$") || line.matches(" {6}.*\\) .*\\{$|.*\\)\\s*\\{$");
      boolean type = line.matches(" {2}.*\\b(record|class|interface|enum) .*");
      if (start == null && line.startsWith("  ") && opens && !type && !line.startsWith("    ")) {
        start = line.strip();
        body.clear();
      } else if (start != null && line.equals("  }")) {
        int lines = codeLines(body);
        if (lines > 40) {
          found.add(source.getFileName() + ": " + start + " (" + lines + ")");
        }
        start = null;
      } else if (start != null) {
        body.add(line);
      }
    }
  }

  private static List<Path> sources() {
    Path root = Path.of("..").toAbsolutePath().normalize();
    try (Stream<Path> files = Files.walk(root, 12)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

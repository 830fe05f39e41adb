package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The threat map (guides/threats.csv): every threat has a control, says what is shipped, and names
/// tests that exist in this house.
class ThreatMapTest {

  private static final Path HOUSE = Path.of("..");
  private static final Pattern TEST =
      Pattern.compile("@(?:Parameterized)?Test\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("\\G(?:\"([^\"]*)\"|([^,\"]*))(?:,|$)");

  @Test
  void every_threat_names_its_control_its_default_and_tests_that_exist() throws IOException {
    Set<String> tests = tests();
    List<List<String>> rows = rows();

    assertThat(tests)
        .as("the tests were found")
        .contains("ThreatMapTest.an_identifier_stands_once");
    assertThat(rows).hasSizeGreaterThan(30);
    for (List<String> row : rows) {
      assertThat(row).as("six cells: %s", row).hasSize(6).noneMatch(String::isBlank);
      for (String test : row.getLast().split("; ?")) {
        assertThat(tests).as("the test of %s", row.getFirst()).contains(test);
      }
    }
  }

  @Test
  void an_identifier_stands_once() throws IOException {
    assertThat(rows().stream().map(List::getFirst)).doesNotHaveDuplicates();
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(HOUSE.resolve("guides").resolve("threats.csv")).stream()
        .skip(1)
        .map(ThreatMapTest::cells)
        .toList();
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    while (cell.find() && cell.start() < line.length()) {
      cells.add(cell.group(1) != null ? cell.group(1) : cell.group(2));
    }
    return cells;
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new HashSet<>();
    try (Stream<Path> modules = Files.list(HOUSE)) {
      for (Path module : modules.map(path -> path.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(module)) {
          try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
              read(file, tests);
            }
          }
        }
      }
    }
    return tests;
  }

  private static void read(Path file, Set<String> into) throws IOException {
    String name = file.getFileName().toString().replace(".java", "");
    Matcher test = TEST.matcher(Files.readString(file));
    while (test.find()) {
      into.add(name + "." + test.group(1));
    }
  }
}

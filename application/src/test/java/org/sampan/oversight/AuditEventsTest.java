package org.sampan.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.web.Language;
import org.sampan.web.Words;

/// The list of all acts, `guides/audit-events.csv`, against the code and the words.
class AuditEventsTest {

  private static final Path SOURCES = Path.of("src/main/java/org/sampan");
  private static final List<String> ROWS = rows();
  private static final Set<String> LISTED =
      ROWS.stream().map(row -> row.split(";")[0]).collect(Collectors.toCollection(TreeSet::new));

  @Test
  void every_act_in_the_code_stands_in_the_list() throws IOException {
    Set<String> named = acts();
    Set<String> missing = new TreeSet<>(named);
    missing.removeIf(act ->
        act.endsWith(".")
            ? LISTED.stream().anyMatch(listed -> listed.startsWith(act))
            : LISTED.contains(act));

    assertThat(missing).isEmpty();
    assertThat(named).contains("accounts.sign-in.refused", "oversight.trail.seen");
  }

  @Test
  void every_listed_act_has_its_words() {
    Words words = new Words();
    Set<String> wordless = new TreeSet<>(LISTED);
    wordless.removeIf(act -> words.keys(Language.ENGLISH).contains("oversight.act." + act));

    assertThat(wordless).isEmpty();
  }

  @Test
  void the_list_is_sorted_complete_and_names_each_act_once() {
    assertThat(ROWS).allMatch(row -> row.split(";", -1).length == 4);
    assertThat(ROWS.stream().map(row -> row.split(";")[0]).toList())
        .containsExactlyElementsOf(LISTED);
    assertThat(ROWS)
        .allSatisfy(row -> {
          String[] cells = row.split(";", -1);
          assertThat(cells[0]).matches("[a-z]+(\\.[a-z-]+)+").startsWith(cells[1] + ".");
          assertThat(cells[2]).isNotBlank();
        });
  }

  private static final Pattern CALL = Pattern.compile("\\b(?:act|Act\\.of)\\(");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-z.-]*)\"");

  /// The texts that stand between the brackets of a call that names an act. One that ends with a
  /// dot is a beginning, to which the code joins the name of a state.
  private static Set<String> acts() throws IOException {
    Set<String> acts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        // An act named in a comment is an example.
        String code = Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
        Matcher call = CALL.matcher(code);
        while (call.find()) {
          Matcher literal = LITERAL.matcher(argument(code, call.end()));
          while (literal.find()) {
            acts.add(literal.group(1));
          }
        }
      }
    }
    return acts;
  }

  private static String argument(String code, int start) {
    int open = 1;
    int end = start;
    while (open > 0 && end < code.length()) {
      char c = code.charAt(end++);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return code.substring(start, end);
  }

  private static List<String> rows() {
    try {
      List<String> lines = Files.readAllLines(Path.of("../guides/audit-events.csv"));
      return lines.subList(1, lines.size());
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

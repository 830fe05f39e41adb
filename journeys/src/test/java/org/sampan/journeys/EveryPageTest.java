package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every page a person can reach by following links from her start page, one of each kind, passes
/// every check: in English and in one other language that changes from day to day; in all with
/// `--all`.
@ExtendWith(River.class)
class EveryPageTest {

  private static final List<String> OTHERS = List.of("th", "lo", "km", "my", "vi", "zh");

  private static final Map<String, String> PEOPLE =
      Map.of(
          "malee", "TH", "somchai", "TH", "prasert", "TH", "wichai", "TH", "sokha", "KH", "bopha",
          "KH");

  private static final Pattern LINK = Pattern.compile("<a\\b[^>]* href=\"(/[^\"#]*)");

  private final River.Banks banks;

  EveryPageTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void every_page_that_can_be_reached_passes_every_check() throws Exception {
    Found found = new Found(new TreeMap<>(), new TreeMap<>(), new HashSet<>());
    for (Map.Entry<String, String> person : new TreeMap<>(PEOPLE).entrySet()) {
      try (Visitor visitor = new Visitor(banks, person.getValue(), true).signIn(person.getKey())) {
        visitor.page().onDialog(dialog -> dialog.accept());
        Map<String, String> reached = reached(visitor);
        for (String language : languages()) {
          visitor.open("/");
          visitor.speak(language);
          reached.forEach((kind, path) -> check(visitor, language, kind, path, found));
        }
      }
    }
    System.out.println(
        "pages checked: "
            + found.seen().values().stream().mapToInt(Integer::intValue).sum()
            + " of kinds "
            + found.seen().keySet());

    assertThat(found.wrong()).isEmpty();
    assertThat(found.seen().size()).isGreaterThan(8);
  }

  private static List<String> languages() {
    List<String> languages = new ArrayList<>(List.of("en"));
    if (Boolean.getBoolean("sampan.all")) {
      languages.addAll(OTHERS);
    } else {
      languages.add(
          OTHERS.get((int) (LocalDate.now(Clock.systemUTC()).toEpochDay() % OTHERS.size())));
    }
    return languages;
  }

  /// @param wrong what is wrong, by page
  /// @param seen how often each kind was checked
  /// @param checked what was checked already in this language, by whomever
  private record Found(
      Map<String, List<String>> wrong, Map<String, Integer> seen, Set<String> checked) {}

  /// One page of every kind she can reach by links, by kind. Which pages there are does not depend
  /// on the language, nor on a browser: they are asked for without one.
  private static Map<String, String> reached(Visitor visitor) {
    Map<String, String> reached = new LinkedHashMap<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/", "/glossary"));
    while (!ahead.isEmpty()) {
      String path = ahead.removeFirst();
      String kind = kind(path);
      boolean file = kind.equals("/papers/*/*");
      boolean leads = kind.startsWith("/leave") || kind.startsWith("/x/") || file;
      if (leads || reached.putIfAbsent(kind, path) != null) {
        continue;
      }
      Matcher link = LINK.matcher(visitor.page().request().get(path).text());
      while (link.find()) {
        ahead.addLast(link.group(1).replace("&amp;", "&"));
      }
    }
    return reached;
  }

  /// Both nodes draw the same templates, so a kind is checked once a language, wherever it was
  /// reached first. The start page, the menu with it, differs from person to person.
  private static void check(
      Visitor visitor, String language, String kind, String path, Found found) {
    if (!found.checked().add(language + kind) && !kind.equals("/")) {
      return;
    }
    Response response = visitor.open(path);
    List<String> problems = new ArrayList<>(PageCheck.problems(visitor.page()));
    PageCheck.english(visitor.page()).forEach(text -> problems.add("in English: " + text));
    if (response.status() != 200) {
      problems.add("answers " + response.status());
    }
    found.seen().merge(kind, 1, Integer::sum);
    if (!problems.isEmpty()) {
      System.out.println(language + " " + path + ": " + problems);
      found.wrong().put(language + " " + path, problems);
    }
  }

  /// Pages of one kind differ only in identifiers, numbers and what is asked of them.
  static String kind(String path) {
    return path.replaceAll("&.*", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
        .replaceAll("=[^&]*", "=*")
        .replaceAll("/[A-Z]{2}-[A-Z0-9-]+", "/*")
        .replaceAll("\\d+", "n");
  }
}

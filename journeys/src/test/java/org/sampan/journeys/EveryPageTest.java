package org.sampan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  private static final String LINKS =
      "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0])";

  private final River.Banks banks;

  EveryPageTest(River.Banks banks) {
    this.banks = banks;
  }

  @Test
  void every_page_that_can_be_reached_passes_every_check() throws Exception {
    Map<String, List<String>> wrong = new TreeMap<>();
    Map<String, Integer> seen = new TreeMap<>();
    Set<String> checked = new HashSet<>();
    for (Map.Entry<String, String> person : new TreeMap<>(PEOPLE).entrySet()) {
      try (Visitor visitor = new Visitor(banks, person.getValue(), true).signIn(person.getKey())) {
        for (String language : languages()) {
          visitor.open("/");
          visitor.speak(language);
          walk(visitor, language, new Found(wrong, seen, checked));
        }
      }
    }
    System.out.println(
        "pages checked: "
            + seen.values().stream().mapToInt(Integer::intValue).sum()
            + " of kinds "
            + seen.keySet());

    assertThat(wrong).isEmpty();
    assertThat(seen.size()).isGreaterThan(8);
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

  private static void walk(Visitor visitor, String language, Found found) {
    Set<String> kinds = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/", "/glossary"));
    while (!ahead.isEmpty()) {
      String path = ahead.removeFirst();
      String kind = kind(path);
      boolean leads = kind.startsWith("/leave") || kind.startsWith("/x/");
      if (leads || !kinds.add(kind)) {
        continue;
      }
      visitor.page().onceDialog(dialog -> dialog.accept());
      Response response = visitor.open(path);
      // Both nodes draw the same templates; each is checked apart with --all only. The start page,
      // the menu with it, differs from person to person.
      String node = Boolean.getBoolean("sampan.all") ? visitor.country() : "";
      if (found.checked().add(node + language + kind) || kind.equals("/")) {
        List<String> problems = new ArrayList<>(PageCheck.problems(visitor.page()));
        PageCheck.english(visitor.page()).forEach(text -> problems.add("in English: " + text));
        if (response.status() != 200) {
          problems.add("answers " + response.status());
        }
        found.seen().merge(kind, 1, Integer::sum);
        if (!problems.isEmpty()) {
          found.wrong().put(language + " " + path, problems);
        }
      }
      Object links = visitor.page().evaluate(LINKS);
      if (links instanceof List<?> all) {
        all.forEach(link -> ahead.addLast(String.valueOf(link)));
      }
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

package org.sampan.disclosure.attacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.disclosure.domain.Records;

/// The attacks that need no more than the release itself.
public final class FolderAttacks {

  /// A path of the machine, a user's home, or a moment to the second: none belongs in a release.
  private static final Pattern TRACE =
      Pattern.compile(
          "(/home/|/Users/|/work/|/tmp/|[A-Z]:\\\\\\\\|file:/|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d|<!--|lastModifiedBy|/root/)");

  private static final Pattern SHOWN =
      Pattern.compile("<(?:title|td|text)\\b[^>]*>([^<]*)</(?:title|td|text)>");

  /// A whole number, its thousands marked or not; decimals are shares and losses, not counts.
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[,. \u00a0\u202f]\\d{3})*|\\d+");

  private static final Pattern STATED = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final PublishedFolder folder;

  private FolderAttacks(PublishedFolder folder) {
    this.folder = folder;
  }

  /// Runs them all.
  public static List<Finding> on(PublishedFolder folder) {
    FolderAttacks attacks = new FolderAttacks(folder);
    return List.of(
        attacks.floatingPoint(),
        attacks.domainLeak(),
        attacks.averaging(),
        metadata(folder.texts(), folder.rows()),
        attacks.complement(),
        attacks.fabrication());
  }

  private Finding floatingPoint() {
    long broken = folder.counts().stream().filter(count -> !count.whole()).count();
    return Finding.of(
        Attack.FLOATING_POINT,
        broken == 0,
        broken + " of " + folder.counts().size() + " figures are not whole numbers of 0 or more");
  }

  private Finding domainLeak() {
    long outside =
        folder.counts().stream()
            .filter(count -> {
              for (int at = 0; at < count.variables().size(); at++) {
                int position = folder.domain().position(count.variables().get(at));
                if (position < 0
                    || folder.domain().variable(position).index(count.codes().get(at)) < 0) {
                  return true;
                }
              }
              return false;
            })
            .count();
    boolean fromData = folder.domain().readFromData();
    boolean rows = folder.rows().isPresent();
    return Finding.of(
        Attack.DOMAIN_LEAK,
        outside == 0 && !fromData && rows,
        outside
            + " figures outside the code list"
            + (rows ? "" : "; rows outside the code list")
            + (fromData ? "; the code list was READ FROM THE DATA" : "; the code list is public"));
  }

  /// Adds up each count over one variable and looks whether every table gives the same number; the
  /// rows are one more route.
  private Finding averaging() {
    Map<String, Set<Long>> answers = new HashMap<>();
    Map<String, Map<String, Long>> sums = new HashMap<>();
    for (PublishedFolder.Count count : folder.counts()) {
      if (count.whole()) {
        answer(answers, key(count, -1), Long.parseLong(count.count()));
        String table = String.join("|", count.variables());
        for (int without = 0; without < count.variables().size(); without++) {
          sums.computeIfAbsent(table + "/" + without, _ -> new HashMap<>())
              .merge(key(count, without), Long.parseLong(count.count()), Long::sum);
        }
      }
    }
    sums.values().forEach(each -> each.forEach((key, sum) -> answer(answers, key, sum)));
    folder.rows().ifPresent(rows -> answer(answers, "", rows.size()));
    long different = answers.values().stream().filter(each -> each.size() > 1).count();
    return Finding.of(
        Attack.AVERAGING,
        different == 0,
        different + " of " + answers.size() + " figures differ by the route they are reached");
  }

  private static void answer(Map<String, Set<Long>> answers, String key, long answer) {
    answers.computeIfAbsent(key, _ -> new HashSet<>()).add(answer);
  }

  private static String key(PublishedFolder.Count count, int without) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < count.variables().size(); at++) {
      if (at != without) {
        parts.add(count.variables().get(at) + "=" + count.codes().get(at));
      }
    }
    return String.join("|", parts);
  }

  /// What files say beside their content, for any folder.
  ///
  /// @param rows the rows in the order they are published, where they can be compared
  public static Finding metadata(Map<String, String> texts, Optional<Records> rows) {
    List<String> found = new ArrayList<>();
    texts.forEach((name, text) -> {
      Matcher trace = TRACE.matcher(text);
      if (trace.find()) {
        found.add(name + ": " + trace.group());
      }
    });
    boolean sorted = rows.map(FolderAttacks::ordered).orElse(true);
    found.sort(null);
    return Finding.of(
        Attack.METADATA,
        found.isEmpty() && sorted,
        (found.isEmpty() ? "no path, moment or author in the files" : String.join("; ", found))
            + (sorted ? "; rows in an order that says nothing" : "; ROWS IN THE ORDER THEY CAME"));
  }

  private static boolean ordered(Records rows) {
    for (int row = 1; row < rows.size(); row++) {
      int at = 0;
      while (at < rows.domain().width() && rows.at(at, row) == rows.at(at, row - 1)) {
        at++;
      }
      if (at < rows.domain().width() && rows.at(at, row) < rows.at(at, row - 1)) {
        return false;
      }
    }
    return true;
  }

  /// Every whole number above nine that a page or a picture shows must have been released.
  private Finding complement() {
    Set<String> released = new HashSet<>();
    for (PublishedFolder.Count count : folder.counts()) {
      released.addAll(List.of(count.count(), count.low(), count.high()));
    }
    folder.rows().ifPresent(rows -> released.add(String.valueOf(rows.size())));
    // What a release says of itself, such as its loss, and what a row is called are no figures.
    Matcher stated = STATED.matcher(folder.texts().getOrDefault("release.json", ""));
    while (stated.find()) {
      released.add(stated.group().replace(".", ""));
    }
    folder
        .domain()
        .variables()
        .forEach(
            variable -> variable.categories().forEach(category -> released.add(category.code())));
    int shown = 0;
    Set<String> unknown = new HashSet<>();
    for (Map.Entry<String, String> text : folder.texts().entrySet()) {
      if (text.getKey().endsWith(".html") || text.getKey().endsWith(".svg")) {
        Matcher element = SHOWN.matcher(text.getValue());
        while (element.find()) {
          shown++;
          number(element.group(1), released, unknown);
        }
      }
    }
    return Finding.of(
        Attack.COMPLEMENT,
        unknown.isEmpty(),
        unknown.size()
            + " numbers in "
            + shown
            + " cells and labels of pages were never released"
            + (unknown.isEmpty() ? "" : ": " + unknown.stream().sorted().limit(5).toList()));
  }

  /// A cell that is a number and nothing else: text with numbers in it is the statement.
  private static void number(String cell, Set<String> released, Set<String> unknown) {
    String stripped = cell.strip();
    if (NUMBER.matcher(stripped).matches()) {
      String digits = stripped.replaceAll("[^0-9]", "");
      if (digits.length() > 1 && digits.length() < 16 && !released.contains(digits)) {
        unknown.add(stripped);
      }
    }
  }

  private Finding fabrication() {
    if (folder.rows().isEmpty()) {
      return Finding.notRun(Attack.FABRICATION, "the rows cannot be read");
    }
    Records rows = folder.rows().get();
    Set<String> allowed = new HashSet<>();
    Set<String> impossible = new HashSet<>();
    for (PublishedFolder.Count count : folder.counts()) {
      if (count.variables().size() == 2) {
        (count.status().equals("noised") ? allowed : impossible).add(key(count, -1));
      }
    }
    Set<String> invented = new HashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int one = 0; one < rows.domain().width(); one++) {
        for (int other = one + 1; other < rows.domain().width(); other++) {
          String pair = cell(rows, row, one) + "|" + cell(rows, row, other);
          if (impossible.contains(pair) || !allowed.contains(pair)) {
            invented.add(pair);
          }
        }
      }
    }
    return Finding.of(
        Attack.FABRICATION,
        invented.isEmpty(),
        invented.size() + " pairs of answers stand in rows that the tables say nobody gave");
  }

  private static String cell(Records rows, int row, int variable) {
    return rows.domain().variable(variable).name()
        + "="
        + rows.domain().variable(variable).categories().get(rows.at(variable, row)).code();
  }
}

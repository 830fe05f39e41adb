package org.sampan.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.Typed;

/// What was typed into the form of one or more sections, field by field, as the browser sent it.
@Personal
record TypedFacts(Map<String, List<String>> typed) {

  static final int MOST_NAMES = 20;
  private static final int FEWEST_ROWS = 3;
  private static final int MOST_IN_LINE = 200;
  private static final int MOST_IN_TEXT = 4000;
  private static final int MOST_CHOSEN = 30;

  /// What it says, when it can be read.
  @Personal
  record Parsed(Map<Question, List<String>> values, List<PersonName> names) {
    @Override
    public String toString() {
      return "Parsed[redacted]";
    }
  }

  TypedFacts {
    typed = Map.copyOf(typed);
  }

  /// A stored fact as it would be typed again.
  static TypedFacts of(Fact fact, LocalDate today) {
    Map<String, List<String>> typed = new HashMap<>();
    fact.values().forEach((question, answers) -> typed.put(question.name(), answers));
    fact.birth()
        .map(birth -> birth.boxes(today))
        .ifPresent(boxes -> {
          typed.put("BIRTH-day", List.of(boxes.day()));
          typed.put("BIRTH-month", List.of(boxes.month()));
          typed.put("BIRTH-year", List.of(boxes.year()));
          typed.put("BIRTH-last", List.of(boxes.lastYear()));
          typed.put("BIRTH-age", List.of(boxes.age()));
        });
    for (int i = 0; i < fact.names().size(); i++) {
      PersonName name = fact.names().get(i);
      typed.put("name-" + i, List.of(name.text()));
      typed.put("kind-" + i, List.of(name.kind().name()));
      typed.put("scheme-" + i, List.of(name.scheme()));
    }
    return new TypedFacts(typed);
  }

  /// The first value of a field, or an empty text.
  String one(String field) {
    return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
  }

  /// The n-th value of a field that stands several times in the form.
  String one(String field, int n) {
    List<String> all = typed.getOrDefault(field, List.of());
    return n < all.size() ? all.get(n) : "";
  }

  boolean has(Question question, String code) {
    return typed.getOrDefault(question.name(), List.of()).contains(code);
  }

  /// How many rows for names the form shows: those filled, and at least one more.
  int rows() {
    int filled = 0;
    for (int i = 0; i < MOST_NAMES; i++) {
      filled = one("name-" + i).isBlank() ? filled : i + 1;
    }
    int more = typed.containsKey("more") ? FEWEST_ROWS : 1;
    return Math.min(MOST_NAMES, Math.max(FEWEST_ROWS, filled + more));
  }

  /// Every field with each of its values, to carry them through a page that asks something else.
  List<Map.Entry<String, String>> carried() {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    typed.forEach((field, values) -> {
      boolean ours = field.equals("id") || field.equals("screening") || isAnswer(field);
      if (ours) {
        values.forEach(value -> all.add(Map.entry(field, value)));
      }
    });
    return all;
  }

  private static boolean isAnswer(String field) {
    return field.matches("(name|kind|scheme)-\\d{1,2}") || field.matches("[A-Z_]+(-[a-z]+)?");
  }

  /// Reads the sections; problems are added to the fields they stand in.
  Parsed parsed(List<Question.Section> sections, Known known, Problems problems) {
    Map<Question, List<String>> values = new EnumMap<>(Question.class);
    List<PersonName> names = new ArrayList<>();
    for (Question.Section section : sections) {
      if (section == Question.Section.NAMES) {
        names.addAll(names(problems));
      }
      for (Question question : section.questions()) {
        List<String> answers = answers(question, known, problems);
        if (!answers.isEmpty()) {
          values.put(question, answers);
        }
      }
    }
    if (sections.contains(Question.Section.STATUS)) {
      decided(values, problems);
    }
    return new Parsed(values, names);
  }

  /// What can be chosen from lists that others keep, and the day of today.
  record Known(
      LocalDate today,
      Predicate<String> country,
      Predicate<String> language,
      Predicate<String> place) {}

  private List<String> answers(Question question, Known known, Problems problems) {
    String field = question.name();
    return switch (question.kind()) {
      case ONE -> chosen(question, question.codes()::contains).stream().limit(1).toList();
      case MANY -> chosen(question, question.codes()::contains);
      case COUNTRIES -> chosen(question, known.country());
      case LANGUAGES -> chosen(question, known.language());
      case PROVINCE -> chosen(question, known.place()).stream().limit(1).toList();
      case BIRTH ->
          birth(known.today(), problems).map(birth -> List.of(birth.text())).orElse(List.of());
      case LINE -> text(Typed.text(field, one(field).replace('\n', ' '), MOST_IN_LINE, problems));
      case TEXT -> text(Typed.text(field, one(field), MOST_IN_TEXT, problems));
    };
  }

  private List<String> chosen(Question question, Predicate<String> allowed) {
    return typed.getOrDefault(question.name(), List.of()).stream()
        .filter(allowed)
        .distinct()
        .limit(MOST_CHOSEN)
        .toList();
  }

  private static List<String> text(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private Optional<Birth> birth(LocalDate today, Problems problems) {
    Birth.Boxes boxes =
        new Birth.Boxes(
            one("BIRTH-day"),
            one("BIRTH-month"),
            one("BIRTH-year"),
            one("BIRTH-last"),
            one("BIRTH-age"));
    return Birth.parsed(boxes, today, "BIRTH", problems);
  }

  private List<PersonName> names(Problems problems) {
    List<PersonName> names = new ArrayList<>();
    for (int i = 0; i < MOST_NAMES; i++) {
      String field = "name-" + i;
      String text =
          Typed.text(field, one(field).replace('\n', ' '), PersonName.MOST_CHARACTERS, problems);
      String scheme = Typed.text("scheme-" + i, one("scheme-" + i), MOST_IN_LINE, problems);
      if (!text.isEmpty() && text.length() <= PersonName.MOST_CHARACTERS) {
        PersonName.Kind kind =
            Typed.choice(PersonName.Kind.class, one("kind-" + i)).orElse(PersonName.Kind.OFFICIAL);
        names.add(new PersonName(text, kind, kind == PersonName.Kind.ROMANISED ? scheme : ""));
      }
    }
    if (names.isEmpty() && problems.of("name-0").isEmpty()) {
      problems.add("name-0", "casework.problem.name");
    }
    return names;
  }

  /// "Actual" is said by a body that may decide; "not" says why besides.
  private static void decided(Map<Question, List<String>> values, Problems problems) {
    String status = values.getOrDefault(Question.STATUS, List.of("")).getFirst();
    boolean possible = status.isEmpty() || status.startsWith("Possible");
    if (status.isEmpty()) {
      problems.add("STATUS", "casework.problem.status");
    }
    if (!possible && !values.containsKey(Question.DECIDED_BY)) {
      problems.add("DECIDED_BY", "casework.problem.decided-by");
    }
    if (status.startsWith("Not") && !values.containsKey(Question.STATUS_REASON)) {
      problems.add("STATUS_REASON", "casework.problem.status-reason");
    }
  }

  @Override
  public String toString() {
    return "TypedFacts[redacted]";
  }
}

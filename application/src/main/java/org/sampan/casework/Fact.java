package org.sampan.casework;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.vault.Personal;

/// The answers to one section, as they stood in one version.
///
/// @param version counted from 1; 0 when nothing was ever answered
/// @param names only in the section of names
/// @param by who wrote it; none when it came from another node
@Personal
public record Fact(
    Question.Section section,
    int version,
    Map<Question, List<String>> values,
    List<PersonName> names,
    @Nullable Instant at,
    Account.@Nullable Id by) {

  public Fact {
    Map<Question, List<String>> copy = new EnumMap<>(Question.class);
    values.forEach((question, answers) -> {
      if (question.section() == section && !answers.isEmpty()) {
        copy.put(question, List.copyOf(answers));
      }
    });
    values = Map.copyOf(copy);
    names = List.copyOf(names);
  }

  /// Nothing answered yet.
  static Fact none(Question.Section section) {
    return new Fact(section, 0, Map.of(), List.of(), null, null);
  }

  /// The codes or lines answered to this question.
  public List<String> answers(Question question) {
    return values.getOrDefault(question, List.of());
  }

  /// The one answer to this question, or an empty text.
  public String answer(Question question) {
    return answers(question).stream().findFirst().orElse("");
  }

  public Optional<Birth> birth() {
    return answers(Question.BIRTH).stream().findFirst().map(Birth::of);
  }

  /// Whether nothing is answered in it.
  public boolean empty() {
    return values.isEmpty() && names.isEmpty();
  }

  /// Whether the two say the same.
  boolean sameAs(Fact other) {
    return values.equals(other.values) && names.equals(other.names);
  }

  @Override
  public String toString() {
    return "Fact[redacted]";
  }
}

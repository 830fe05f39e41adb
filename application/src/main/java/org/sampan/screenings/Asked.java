package org.sampan.screenings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.screening.Answer;
import org.sampan.vault.Personal;

/// One question as a page draws it: what stands, what stood before, and what the form carries.
///
/// @param code the question's or note's code
/// @param id the identifier the next entry will have
/// @param given every entry so far, oldest first
/// @param standing those nothing replaces
/// @param settled the one that counts, unless answers differ or there is none
/// @param typed what came back in a form that must be mended
@Personal
record Asked(
    String code,
    UUID id,
    List<Entry> given,
    List<Entry> standing,
    Optional<Entry> settled,
    @Nullable Draft typed) {

  static Asked of(Sheet sheet, String code, @Nullable Draft typed) {
    UUID id = typed == null ? Interview.newId().value() : typed.id().value();
    return new Asked(code, id, sheet.given(code), sheet.standing(code), sheet.settled(code), typed);
  }

  /// The entries the form was drawn with, joined by commas.
  String shown() {
    return (typed == null ? standing.stream().map(Entry::id) : typed.shown().stream())
        .map(shown -> shown.value().toString())
        .collect(Collectors.joining(","));
  }

  /// Whether this choice is marked.
  boolean chose(Draft.Choice choice) {
    if (typed != null) {
      return typed.choice() == choice;
    }
    return settled
        .map(Entry::answer)
        .map(answer -> answer.reply().name().equals(choice.name()))
        .orElse(false);
  }

  /// Whether it has an answer that can be taken back.
  boolean hasAnswer() {
    return standing.stream().anyMatch(entry -> entry.answer() != null);
  }

  Answer.Source source() {
    if (typed != null) {
      return typed.source();
    }
    return settled.map(Entry::answer).map(Answer::source).orElse(Answer.Source.INTERVIEW);
  }

  String words() {
    return typed != null ? typed.words() : settled.map(Entry::words).orElse("");
  }

  boolean disagrees() {
    return !standing.isEmpty() && settled.isEmpty();
  }

  /// What stood before, newest first.
  List<Entry> before() {
    List<Entry> before = new ArrayList<>(given);
    before.removeAll(standing);
    Collections.reverse(before);
    return before;
  }

  @Override
  public String toString() {
    return "Asked[redacted]";
  }
}

package org.sampan.screenings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.screening.Answer;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.Typed;

/// A page of answers as it came back: for each question `id.CODE`, `shown.CODE`, `reply.CODE`,
/// `source.CODE` and `words.CODE`. A question that is not in the form is left alone.
@Personal
record Answered(Map<String, String> fields) {

  static final int LONGEST_SAYING = 300;
  static final int LONGEST_NOTE = 4000;

  Answered {
    fields = Map.copyOf(fields);
  }

  /// What came of reading it.
  sealed interface Parsed {}

  /// Sound: these can be kept.
  record Sound(List<Draft> drafts) implements Parsed {
    Sound {
      drafts = List.copyOf(drafts);
    }
  }

  /// Something is too long; the drafts are shown again as typed.
  record Unsound(List<Draft> drafts, Problems problems) implements Parsed {
    Unsound {
      drafts = List.copyOf(drafts);
    }
  }

  /// Reads the questions of these codes, and the note of this code if one is given.
  Parsed parsed(List<String> questions, @Nullable String note) {
    Problems problems = new Problems();
    List<Draft> drafts = new ArrayList<>();
    questions.forEach(code -> draft(code, LONGEST_SAYING, problems).ifPresent(drafts::add));
    if (note != null) {
      draft(note, LONGEST_NOTE, problems).ifPresent(drafts::add);
    }
    return problems.none() ? new Sound(drafts) : new Unsound(drafts, problems);
  }

  private Optional<Draft> draft(String code, int longest, Problems problems) {
    return Typed.identifier(fields.get("id." + code))
        .map(id ->
            new Draft(
                new Entry.Id(id),
                code,
                shown(code),
                Typed.choice(Draft.Choice.class, fields.get("reply." + code))
                    .orElse(Draft.Choice.NOTHING),
                Typed.choice(Answer.Source.class, fields.get("source." + code))
                    .orElse(Answer.Source.INTERVIEW),
                Typed.text("words." + code, fields.get("words." + code), longest, problems)));
  }

  private List<Entry.Id> shown(String code) {
    return Arrays.stream(fields.getOrDefault("shown." + code, "").split(","))
        .flatMap(id -> Typed.identifier(id).stream())
        .map(Entry.Id::new)
        .toList();
  }

  @Override
  public String toString() {
    return "Answered[redacted]";
  }
}

package org.sampan.screenings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sampan.screening.Answer;
import org.sampan.vault.Personal;

/// One question as a form came back.
///
/// @param id made when the form was drawn, so that sending it twice keeps one entry
/// @param shown the entries that stood when the form was drawn
/// @param choice what was chosen
/// @param source how it is known
/// @param words who said it, or the note
@Personal
record Draft(
    Entry.Id id,
    String question,
    List<Entry.Id> shown,
    Choice choice,
    Answer.Source source,
    String words) {

  /// What a form can say of an answer. `NOTHING`: the question was left alone.
  enum Choice {
    YES,
    NO,
    UNKNOWN,
    NOT_ASKED,
    NOTHING
  }

  Draft {
    shown = List.copyOf(shown);
  }

  /// A note: words and no answer.
  static Draft note(Entry.Id id, String question, List<Entry.Id> shown, String words) {
    return new Draft(id, question, shown, Choice.NOTHING, Answer.Source.INTERVIEW, words);
  }

  @Nullable Answer answer() {
    return switch (choice) {
      case YES -> new Answer(Answer.Reply.YES, source);
      case NO -> new Answer(Answer.Reply.NO, source);
      case UNKNOWN -> new Answer(Answer.Reply.UNKNOWN, source);
      case NOT_ASKED, NOTHING -> null;
    };
  }

  boolean isBlank() {
    return choice == Choice.NOTHING && words.isEmpty();
  }

  boolean says(Entry entry) {
    return Objects.equals(answer(), entry.answer()) && words.equals(entry.words());
  }

  @Override
  public String toString() {
    return "Draft[redacted]";
  }
}

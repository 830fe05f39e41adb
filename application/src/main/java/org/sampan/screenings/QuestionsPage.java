package org.sampan.screenings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One part of an interview: its questions in two languages, and its note.
///
/// @param whole the screening it belongs to, for how far it is
/// @param typed what came back in a form that must be mended
/// @param kept whether an earlier form was just kept
record QuestionsPage(
    ScreeningPage whole, Part part, List<Draft> typed, Problems problems, boolean kept)
    implements Screen {

  QuestionsPage {
    typed = List.copyOf(typed);
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  Screening screening() {
    return whole.screening();
  }

  String path() {
    return screening().path() + "/" + part.path();
  }

  List<Question> questions() {
    return part.questions(whole.set());
  }

  Asked asked(String code) {
    return Asked.of(whole.sheet(), code, typedFor(code));
  }

  Map<Account.Id, String> names() {
    return whole.names();
  }

  /// Whether two languages stand side by side.
  boolean twoLanguages(Language officers) {
    return officers != screening().language();
  }

  private @Nullable Draft typedFor(String code) {
    return typed.stream().filter(draft -> draft.question().equals(code)).findFirst().orElse(null);
  }

  @Override
  public String toString() {
    return "QuestionsPage[" + path() + "]";
  }
}

package org.sampan.glossary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.Screen;

/// The terms that were looked for, in the reader's language and in a second one beside it.
///
/// @param found the terms to show, in no order yet: the reader's alphabet gives it
/// @param typed what was looked for; empty for all terms
/// @param chosen the second language asked for
record GlossaryPage(List<Term> found, String typed, @Nullable Language chosen) implements Screen {

  /// The terms in the order of the reader's alphabet.
  List<Term> terms(Frame frame) {
    return Term.sorted(found, frame.language(), term -> frame.say(term.nameWords()));
  }

  int all() {
    return Term.values().length;
  }

  boolean isFiltered() {
    return !typed.isEmpty();
  }

  /// The second language; none when it is the reader's own.
  @Nullable Language beside(Frame frame) {
    return chosen == frame.language() ? null : chosen;
  }

  /// Whether the English name must be added, because neither language shown is English.
  boolean addsEnglish(Frame frame) {
    return frame.language() != Language.ENGLISH && chosen != Language.ENGLISH;
  }

  /// The other six languages, for the choice of the second.
  List<Language> others(Frame frame) {
    return frame.languages().stream().filter(language -> language != frame.language()).toList();
  }

  /// The address of the same words with this second language, or with none.
  String besides(@Nullable Language language) {
    String second = language == null ? "" : "beside=" + language.tag();
    String looked = typed.isEmpty() ? "" : "q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    String both = second + (second.isEmpty() || looked.isEmpty() ? "" : "&") + looked;
    return "/glossary" + (both.isEmpty() ? "" : "?" + both);
  }

  /// The address of all words in the languages shown now.
  String everything(Frame frame) {
    return new GlossaryPage(found, "", chosen).besides(beside(frame));
  }
}

package org.sampan.glossary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sampan.web.Language;
import org.sampan.web.Words;
import org.springframework.stereotype.Component;

/// All terms, found by their names in any language.
@Component
class Glossary {

  private final Map<Term, List<Folded>> names = new EnumMap<>(Term.class);

  Glossary(Words words) {
    for (Term term : Term.values()) {
      List<Folded> folded = new ArrayList<>();
      for (Language language : Language.values()) {
        folded.add(Folded.of(words.say(language, term.nameWords())));
      }
      names.put(term, List.copyOf(folded));
    }
  }

  /// The terms whose name in some language holds every word typed; all of them when nothing was
  /// typed.
  List<Term> find(String typed) {
    Folded wanted = Folded.of(typed);
    return List.of(Term.values()).stream()
        .filter(term ->
            Objects.requireNonNull(names.get(term)).stream().anyMatch(name -> name.holds(wanted)))
        .toList();
  }
}

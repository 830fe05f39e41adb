package org.sampan.web;

import java.util.ArrayList;
import java.util.List;

/// What the reader must mend in a form: shown in a summary at the top and beside each field.
public final class Problems {

  /// One thing to mend.
  ///
  /// @param field the name and id of the input it stands beside
  /// @param words the key of the sentence that says what to do
  public record Problem(String field, String words, List<Object> arguments) {}

  private final List<Problem> all = new ArrayList<>();

  /// Notes one thing to mend.
  public Problems add(String field, String words, Object... arguments) {
    all.add(new Problem(field, words, List.of(arguments)));
    return this;
  }

  /// Nothing to mend.
  public boolean none() {
    return all.isEmpty();
  }

  /// All of them, in the order of the form.
  public List<Problem> all() {
    return List.copyOf(all);
  }

  /// Those of one field.
  public List<Problem> of(String field) {
    return all.stream().filter(problem -> problem.field().equals(field)).toList();
  }
}

package org.sampan.casework;

import java.util.List;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// What is known of her, before the case is opened. Only a name to call her by must be there.
record OpeningPage(TypedFacts typed, Lists lists, Problems problems) implements Screen {

  /// The sections asked at the start; the status is *possible* until somebody may decide.
  static final List<Question.Section> SECTIONS =
      List.of(
          Question.Section.NAMES,
          Question.Section.PERSON,
          Question.Section.LANGUAGE,
          Question.Section.ORIGIN,
          Question.Section.CONTACT,
          Question.Section.RISK,
          Question.Section.NEEDS,
          Question.Section.PAPERS,
          Question.Section.WISH);

  List<Question.Section> sections() {
    return SECTIONS;
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

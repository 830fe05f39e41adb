package org.sampan.screenings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.screening.Act;
import org.sampan.screening.Dimension;
import org.sampan.screening.IndicatorSet;

/// One page of an interview: the acts, which one yes is enough for, or a dimension.
enum Part {
  D1(Dimension.DECEPTIVE_RECRUITMENT),
  D2(Dimension.COERCIVE_RECRUITMENT),
  D3(Dimension.RECRUITMENT_BY_ABUSE_OF_VULNERABILITY),
  D4(Dimension.EXPLOITATION),
  D5(Dimension.COERCION_AT_DESTINATION),
  D6(Dimension.ABUSE_OF_VULNERABILITY_AT_DESTINATION),
  ACTS(null);

  private final @Nullable Dimension dimension;

  Part(@Nullable Dimension dimension) {
    this.dimension = dimension;
  }

  /// None for the acts.
  @Nullable Dimension dimension() {
    return dimension;
  }

  /// The last piece of the page's address: `d1` to `d6`, `acts`.
  String path() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The code its note is kept under.
  String note() {
    return "NOTE-" + name();
  }

  /// Its questions in the order they are asked.
  List<Question> questions(IndicatorSet set) {
    List<Question> questions = new ArrayList<>();
    if (dimension == null) {
      Arrays.stream(Act.values()).forEach(act -> questions.add(new Question.OfAct(set, act)));
    } else {
      set.in(dimension).forEach(sign -> questions.add(new Question.OfSign(set, sign)));
    }
    return questions;
  }

  Optional<Part> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }

  static Optional<Part> of(String path) {
    return Arrays.stream(values()).filter(part -> part.path().equals(path)).findFirst();
  }
}

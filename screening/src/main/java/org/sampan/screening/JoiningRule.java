package org.sampan.screening;

import java.util.EnumSet;
import java.util.Set;

/// Joins positive dimensions and the act into an outcome. Whether "none" means none yet or not
/// enough answers is settled by [Screening], which knows what is open.
enum JoiningRule {
  PALERMO {
    @Override
    Outcome join(Set<Dimension> positive, boolean act) {
      EnumSet<Dimension> means = means(positive);
      return byElements(positive, act, means, !means.isEmpty());
    }
  },

  /// Palermo 3(c): for a child no means is needed; those shown only add weight.
  CHILD {
    @Override
    Outcome join(Set<Dimension> positive, boolean act) {
      return byElements(positive, act, means(positive), true);
    }
  },

  /// Exactly the patterns of the illustration. It says of abuse of vulnerability only that it "may
  /// stand in for, or strengthen" the means, so a pattern with D3 or D6 that no row names is left
  /// to the Palermo reading rather than called a mere labour case.
  LABOUR_FORCE_SURVEY {
    @Override
    Outcome join(Set<Dimension> positive, boolean act) {
      boolean recruited =
          positive.contains(Dimension.DECEPTIVE_RECRUITMENT)
              || positive.contains(Dimension.COERCIVE_RECRUITMENT);
      if (recruited
          && positive.contains(Dimension.EXPLOITATION)
          && positive.contains(Dimension.COERCION_AT_DESTINATION)) {
        return new Outcome.PossibleTrafficking(means(positive));
      }
      if (positive.isEmpty()) {
        return new Outcome.NoneYet(EnumSet.of(Outcome.Element.MEANS, Outcome.Element.PURPOSE));
      }
      if (positive.equals(EnumSet.of(Dimension.EXPLOITATION))) {
        return new Outcome.Exploited(EnumSet.of(Outcome.Element.MEANS));
      }
      if (positive.equals(EnumSet.of(Dimension.DECEPTIVE_RECRUITMENT, Dimension.EXPLOITATION))) {
        return new Outcome.DeceivedAndExploited();
      }
      return new Outcome.OutsideIllustration(positive);
    }
  };

  static JoiningRule of(ReadingRule reading, AgeGroup age) {
    if (age.treatedAsChild()) {
      return CHILD;
    }
    return switch (reading) {
      case PALERMO -> PALERMO;
      case LABOUR_FORCE_SURVEY -> LABOUR_FORCE_SURVEY;
    };
  }

  abstract Outcome join(Set<Dimension> positive, boolean act);

  private static EnumSet<Dimension> means(Set<Dimension> positive) {
    EnumSet<Dimension> means = EnumSet.noneOf(Dimension.class);
    positive.stream().filter(Dimension::isMeans).forEach(means::add);
    return means;
  }

  private static Outcome byElements(
      Set<Dimension> positive, boolean act, Set<Dimension> means, boolean meansEnough) {
    EnumSet<Outcome.Element> lacking = EnumSet.noneOf(Outcome.Element.class);
    if (!act) {
      lacking.add(Outcome.Element.ACT);
    }
    if (!meansEnough) {
      lacking.add(Outcome.Element.MEANS);
    }
    if (!positive.contains(Dimension.EXPLOITATION)) {
      lacking.add(Outcome.Element.PURPOSE);
      return new Outcome.NoneYet(lacking);
    }
    return lacking.isEmpty()
        ? new Outcome.PossibleTrafficking(means)
        : new Outcome.Exploited(lacking);
  }
}

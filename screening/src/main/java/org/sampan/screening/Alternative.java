package org.sampan.screening;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The four ways in which yes answers make a dimension positive, one being enough (ILO/EC 2009,
/// page 3 of WCMS_105023, second-hand). Weak answers alone never do, nor one strong alone, nor two
/// medium alone, nor one medium with any number of weak.
public enum Alternative {
  /// At least two strong.
  TWO_STRONG,
  /// At least one strong and at least one medium or weak.
  ONE_STRONG_AND_ANOTHER,
  /// At least three medium.
  THREE_MEDIUM,
  /// At least two medium and at least one weak.
  TWO_MEDIUM_AND_ONE_WEAK;

  private boolean isMetBy(Tally tally) {
    return switch (this) {
      case TWO_STRONG -> tally.strong() >= 2;
      case ONE_STRONG_AND_ANOTHER -> tally.strong() >= 1 && tally.medium() + tally.weak() >= 1;
      case THREE_MEDIUM -> tally.medium() >= 3;
      case TWO_MEDIUM_AND_ONE_WEAK -> tally.medium() >= 2 && tally.weak() >= 1;
    };
  }

  /// Every alternative the tally meets; empty when the dimension is not positive.
  public static Set<Alternative> metBy(Tally tally) {
    EnumSet<Alternative> met = EnumSet.noneOf(Alternative.class);
    for (Alternative alternative : values()) {
      if (alternative.isMetBy(tally)) {
        met.add(alternative);
      }
    }
    return Collections.unmodifiableSet(met);
  }
}

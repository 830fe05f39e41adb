package org.sampan.screening;

import java.util.EnumSet;
import java.util.List;

/// Indicator sets for tests.
final class Sets {

  static final IndicatorSet ADULT_LABOUR = named("ilo-2009-adult-labour");
  static final IndicatorSet CHILD_LABOUR = named("ilo-2009-child-labour");

  private Sets() {}

  static IndicatorSet named(String name) {
    return IndicatorSets.shipped().newest(name).orElseThrow();
  }

  static IndicatorSet renamed(IndicatorSet set, String name, int version) {
    return with(set, new IndicatorSet.Id(name, version), set.indicators());
  }

  static IndicatorSet with(IndicatorSet set, IndicatorSet.Id id, List<Indicator> indicators) {
    return new IndicatorSet(
        id,
        set.title(),
        set.people(),
        set.wording(),
        set.source(),
        set.howVerified(),
        EnumSet.allOf(ReadingRule.class),
        indicators);
  }

  /// The same indicator graded otherwise, and no longer disputed.
  static Indicator graded(Indicator indicator, Strength strength) {
    return new Indicator(
        indicator.id(),
        indicator.dimension(),
        indicator.code(),
        strength,
        Standing.SECOND_HAND,
        null,
        indicator.note(),
        indicator.wordings());
  }
}

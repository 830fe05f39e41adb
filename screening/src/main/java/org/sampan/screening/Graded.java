package org.sampan.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sampan.screening.DimensionFinding.State;

/// One dimension counted under one grading: as published, or with disputed grades at one end.
record Graded(Tally tally, List<Indicator.Id> tipping, boolean reachable) {

  static Graded of(
      List<Indicator> indicators, Answers answers, Function<Indicator, Strength> grading) {
    Tally tally = Tally.NOTHING;
    List<Indicator> open = new ArrayList<>();
    for (Indicator indicator : indicators) {
      if (isYes(answers, indicator)) {
        tally = tally.plus(grading.apply(indicator));
      } else if (isOpen(answers, indicator)) {
        open.add(indicator);
      }
    }
    Tally most = tally;
    List<Indicator.Id> tipping = new ArrayList<>();
    for (Indicator indicator : open) {
      Strength strength = grading.apply(indicator);
      most = most.plus(strength);
      if (!tally.isPositive() && tally.plus(strength).isPositive()) {
        tipping.add(indicator.id());
      }
    }
    return new Graded(tally, tipping, most.isPositive());
  }

  State state() {
    if (tally.isPositive()) {
      return State.POSITIVE;
    }
    return tipping.isEmpty() ? State.NOT_YET : State.ONE_ANSWER_AWAY;
  }

  boolean isPositive() {
    return tally.isPositive();
  }

  /// Whether both count the same towards an outcome.
  boolean weighsAs(Graded other) {
    return isPositive() == other.isPositive() && reachable == other.reachable;
  }

  static boolean isYes(Answers answers, Indicator indicator) {
    return answers.to(indicator.id()).filter(Answer::isYes).isPresent();
  }

  static boolean isOpen(Answers answers, Indicator indicator) {
    return answers.to(indicator.id()).map(Answer::isOpen).orElse(true);
  }

  /// The strength as the set gives it.
  static Strength published(Indicator indicator) {
    return indicator.strength();
  }

  /// Disputed grades at their stronger value. A stronger grade never makes a positive dimension
  /// negative, so the two ends bound every mixture between them.
  static Strength strongest(Indicator indicator) {
    Strength other = indicator.disputedStrength().orElse(indicator.strength());
    return other.compareTo(indicator.strength()) < 0 ? other : indicator.strength();
  }

  /// Disputed grades at their weaker value.
  static Strength weakest(Indicator indicator) {
    Strength other = indicator.disputedStrength().orElse(indicator.strength());
    return other.compareTo(indicator.strength()) > 0 ? other : indicator.strength();
  }
}

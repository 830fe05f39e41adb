package org.sampan.screening;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What has been answered so far. An indicator or act that is missing was not asked, which is
/// neither no nor unknown. Immutable; prints only how many there are, never which.
///
/// @param indicators by indicator; ids that a set does not have are reported, not counted
/// @param acts by act
public record Answers(Map<Indicator.Id, Answer> indicators, Map<Act, Answer> acts) {

  public Answers {
    indicators = Map.copyOf(indicators);
    acts = Map.copyOf(acts);
  }

  /// Nothing asked yet.
  public static Answers none() {
    return new Answers(Map.of(), Map.of());
  }

  /// These answers with one added, or changed.
  public Answers with(Indicator.Id indicator, Answer answer) {
    Map<Indicator.Id, Answer> changed = new HashMap<>(indicators);
    changed.put(indicator, answer);
    return new Answers(changed, acts);
  }

  /// These answers with that of one act added, or changed.
  public Answers with(Act act, Answer answer) {
    Map<Act, Answer> changed = new HashMap<>(acts);
    changed.put(act, answer);
    return new Answers(indicators, changed);
  }

  /// The answer to an indicator; empty when it was not asked.
  public Optional<Answer> to(Indicator.Id indicator) {
    return Optional.ofNullable(indicators.get(indicator));
  }

  /// The answer to an act; empty when it was not asked.
  public Optional<Answer> to(Act act) {
    return Optional.ofNullable(acts.get(act));
  }

  @Override
  public String toString() {
    return "Answers[" + indicators.size() + " to indicators, " + acts.size() + " to acts]";
  }
}

package org.sampan.screening;

import java.util.List;
import java.util.Set;

/// What the answers show in one dimension, and why.
///
/// @param dimension which one
/// @param state for the picture: positive, one answer away, or not yet
/// @param tally how many yes answers of each strength
/// @param yes the indicators answered yes, in the order of the set
/// @param alternatives the alternatives of the rule that are met; empty unless positive
/// @param tipping the unknown or not asked indicators of which any single yes would make it
///   positive; empty unless one answer away
/// @param no how many were answered no
/// @param unknown how many were answered unknown
/// @param notAsked how many were not asked
/// @param reachable whether it is positive or would be if every open answer were yes
/// @param restsOnDisputed whether it would be otherwise if disputed grades took their other value
public record DimensionFinding(
    Dimension dimension,
    State state,
    Tally tally,
    List<Indicator.Id> yes,
    Set<Alternative> alternatives,
    List<Indicator.Id> tipping,
    int no,
    int unknown,
    int notAsked,
    boolean reachable,
    boolean restsOnDisputed) {

  public DimensionFinding {
    yes = List.copyOf(yes);
    tipping = List.copyOf(tipping);
  }

  /// The three states of a corner of the hexagon.
  public enum State {
    POSITIVE,
    ONE_ANSWER_AWAY,
    NOT_YET
  }

  public boolean isPositive() {
    return state == State.POSITIVE;
  }

  /// Prints the dimension only: which answers were given is a person's own matter.
  @Override
  public String toString() {
    return "DimensionFinding[" + dimension.code() + "]";
  }
}

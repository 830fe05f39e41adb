package org.sampan.screening;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an interview shows, with all that explains it. A screening aid: never a legal finding,
/// never a reason to refuse first help.
///
/// @param set name and version of the set used
/// @param reading the reading asked for
/// @param age the age group it was read for
/// @param childRule whether the child rule took the place of the reading, the person being a child
///   or of unknown age
/// @param dimensions all six, in order
/// @param acts the acts answered yes
/// @param outcome what it amounts to
/// @param couldChange whether open answers, were some of them yes, could give another kind of
///   outcome
/// @param restsOnDisputed whether the outcome would be of another kind if disputed grades took
///   their other value
/// @param provisional whether the set holds any provisional grade, so that neither what is positive
///   nor what is not may be shown as the published result
/// @param restsOn the indicators answered yes, by the standing of their grades; no empty lists
/// @param notInSet answers given for indicators that this set does not have: kept out of the count
public record Finding(
    IndicatorSet.Id set,
    ReadingRule reading,
    AgeGroup age,
    boolean childRule,
    List<DimensionFinding> dimensions,
    Set<Act> acts,
    Outcome outcome,
    boolean couldChange,
    boolean restsOnDisputed,
    boolean provisional,
    Map<Standing, List<Indicator.Id>> restsOn,
    List<Indicator.Id> notInSet) {

  public Finding {
    dimensions = List.copyOf(dimensions);
    EnumSet<Act> actsCopy = EnumSet.noneOf(Act.class);
    actsCopy.addAll(acts);
    acts = Collections.unmodifiableSet(actsCopy);
    EnumMap<Standing, List<Indicator.Id>> restsOnCopy = new EnumMap<>(Standing.class);
    restsOn.forEach((standing, indicators) -> restsOnCopy.put(standing, List.copyOf(indicators)));
    restsOn = Collections.unmodifiableMap(restsOnCopy);
    notInSet = List.copyOf(notInSet);
  }

  /// What was found in one dimension.
  public DimensionFinding in(Dimension dimension) {
    return dimensions.stream()
        .filter(found -> found.dimension() == dimension)
        .findFirst()
        .orElseThrow();
  }

  /// Prints how it was read, not what was found: that is a person's own matter.
  @Override
  public String toString() {
    return "Finding[" + set + ", " + reading + ", " + age + "]";
  }
}

package org.sampan.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads an interview by an indicator set.
///
/// Within a dimension the yes answers are counted by strength and compared with the four
/// [alternatives][Alternative]; the dimensions are joined by a [ReadingRule], or by the child rule.
/// Sources: ILO/EC, Operational indicators of trafficking in human beings (2009), second-hand;
/// Palermo Protocol, Article 3(a) elements, 3(b) consent irrelevant once a means was used, 3(c) no
/// means needed for a child. Consent to exploitation is therefore neither asked nor counted.
public final class Screening {

  private Screening() {}

  /// What the answers show. The same input always gives an equal finding; the order in which
  /// answers were given does not matter; unknown and not asked never count as yes.
  ///
  /// @param set the set the questions were taken from
  /// @param answers as many as there are; none is enough
  /// @param age [AgeGroup#UNKNOWN] is read by the child rule
  /// @param reading one of [IndicatorSet#readings()]
  /// @throws IllegalArgumentException when the set does not offer the reading
  public static Finding evaluate(
      IndicatorSet set, Answers answers, AgeGroup age, ReadingRule reading) {
    if (!set.readings().contains(reading)) {
      throw new IllegalArgumentException(set.id() + " does not offer the reading " + reading);
    }
    JoiningRule rule = JoiningRule.of(reading, age);
    Set<Standing> standings = set.standings();
    boolean undisputed = !standings.contains(Standing.DISPUTED);
    Map<Dimension, Graded> published = count(set, answers, Graded::published);
    Map<Dimension, Graded> strongest =
        undisputed ? published : count(set, answers, Graded::strongest);
    Map<Dimension, Graded> weakest = undisputed ? published : count(set, answers, Graded::weakest);
    List<DimensionFinding> dimensions = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      Graded graded = of(published, dimension);
      boolean disputed =
          graded.state() != of(strongest, dimension).state()
              || graded.state() != of(weakest, dimension).state();
      dimensions.add(describe(dimension, set.in(dimension), answers, graded, disputed));
    }
    Settled settled = Settled.by(rule, published, answers);
    return new Finding(
        set.id(),
        reading,
        age,
        rule == JoiningRule.CHILD,
        dimensions,
        Settled.acts(answers),
        settled.outcome(),
        settled.couldChange(),
        mixtures(published, strongest, weakest).stream()
            .anyMatch(mixture -> differs(settled, Settled.by(rule, mixture, answers))),
        standings.contains(Standing.PROVISIONAL),
        restsOn(set, answers),
        notInSet(set, answers));
  }

  private static boolean differs(Settled one, Settled other) {
    return one.outcome().getClass() != other.outcome().getClass();
  }

  private static Map<Dimension, Graded> count(
      IndicatorSet set, Answers answers, Function<Indicator, Strength> grading) {
    Map<Dimension, Graded> counted = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      counted.put(dimension, Graded.of(set.in(dimension), answers, grading));
    }
    return counted;
  }

  /// Every way to take the disputed grades of each dimension at one end or the other, where that
  /// changes what the outcome is made of.
  private static List<Map<Dimension, Graded>> mixtures(
      Map<Dimension, Graded> published,
      Map<Dimension, Graded> strongest,
      Map<Dimension, Graded> weakest) {
    List<Map<Dimension, Graded>> mixtures = new ArrayList<>(List.of(published));
    for (Dimension dimension : Dimension.values()) {
      List<Map<Dimension, Graded>> before = List.copyOf(mixtures);
      for (Graded end : List.of(of(strongest, dimension), of(weakest, dimension))) {
        if (!end.weighsAs(of(published, dimension))) {
          for (Map<Dimension, Graded> mixture : before) {
            Map<Dimension, Graded> changed = new EnumMap<>(mixture);
            changed.put(dimension, end);
            mixtures.add(changed);
          }
        }
      }
    }
    return mixtures;
  }

  private static Graded of(Map<Dimension, Graded> counted, Dimension dimension) {
    Graded graded = counted.get(dimension);
    if (graded == null) {
      throw new IllegalStateException("all six dimensions are counted");
    }
    return graded;
  }

  private static DimensionFinding describe(
      Dimension dimension,
      List<Indicator> indicators,
      Answers answers,
      Graded graded,
      boolean disputed) {
    List<Indicator.Id> yes = new ArrayList<>();
    int no = 0;
    int notAsked = 0;
    for (Indicator indicator : indicators) {
      if (Graded.isYes(answers, indicator)) {
        yes.add(indicator.id());
      } else if (!Graded.isOpen(answers, indicator)) {
        no++;
      } else if (answers.to(indicator.id()).isEmpty()) {
        notAsked++;
      }
    }
    return new DimensionFinding(
        dimension,
        graded.state(),
        graded.tally(),
        yes,
        Alternative.metBy(graded.tally()),
        graded.tipping(),
        no,
        indicators.size() - yes.size() - no - notAsked,
        notAsked,
        graded.reachable(),
        disputed);
  }

  private static Map<Standing, List<Indicator.Id>> restsOn(IndicatorSet set, Answers answers) {
    Map<Standing, List<Indicator.Id>> restsOn = new EnumMap<>(Standing.class);
    for (Indicator indicator : set.indicators()) {
      if (Graded.isYes(answers, indicator)) {
        restsOn
            .computeIfAbsent(indicator.standing(), standing -> new ArrayList<>())
            .add(indicator.id());
      }
    }
    return restsOn;
  }

  private static List<Indicator.Id> notInSet(IndicatorSet set, Answers answers) {
    TreeSet<Indicator.Id> strangers = new TreeSet<>(answers.indicators().keySet());
    set.indicators().forEach(indicator -> strangers.remove(indicator.id()));
    return List.copyOf(strangers);
  }
}

package org.sampan.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An outcome, and whether answers that are still open could give another kind of outcome.
record Settled(Outcome outcome, boolean couldChange) {

  /// @param dimensions all six, counted under one grading
  static Settled by(JoiningRule rule, Map<Dimension, Graded> dimensions, Answers answers) {
    EnumSet<Dimension> positive = EnumSet.noneOf(Dimension.class);
    List<Dimension> open = new ArrayList<>();
    dimensions.forEach((dimension, graded) -> {
      if (graded.isPositive()) {
        positive.add(dimension);
      } else if (graded.reachable()) {
        open.add(dimension);
      }
    });
    boolean act = !acts(answers).isEmpty();
    Outcome outcome = rule.join(positive, act);
    Set<Boolean> laterActs = act || !isActOpen(answers) ? Set.of(act) : Set.of(false, true);
    boolean couldChange = couldChange(rule, outcome, positive, open, laterActs);
    return new Settled(named(outcome, couldChange), couldChange);
  }

  private static boolean couldChange(
      JoiningRule rule,
      Outcome outcome,
      Set<Dimension> positive,
      List<Dimension> open,
      Set<Boolean> laterActs) {
    for (Set<Dimension> added : combinations(open)) {
      EnumSet<Dimension> later = EnumSet.noneOf(Dimension.class);
      later.addAll(positive);
      later.addAll(added);
      for (boolean laterAct : laterActs) {
        if (rule.join(later, laterAct).getClass() != outcome.getClass()) {
          return true;
        }
      }
    }
    return false;
  }

  /// The acts answered yes.
  static Set<Act> acts(Answers answers) {
    EnumSet<Act> acts = EnumSet.noneOf(Act.class);
    answers
        .acts()
        .forEach((act, answer) -> {
          if (answer.isYes()) {
            acts.add(act);
          }
        });
    return acts;
  }

  private static boolean isActOpen(Answers answers) {
    for (Act act : Act.values()) {
      if (answers.to(act).map(Answer::isOpen).orElse(true)) {
        return true;
      }
    }
    return false;
  }

  /// Dimensions share no indicator, so each open one can turn positive whatever the others do.
  private static List<Set<Dimension>> combinations(List<Dimension> open) {
    List<Set<Dimension>> combinations = new ArrayList<>();
    for (int bits = 0; bits < 1 << open.size(); bits++) {
      EnumSet<Dimension> chosen = EnumSet.noneOf(Dimension.class);
      for (int i = 0; i < open.size(); i++) {
        if ((bits >> i & 1) == 1) {
          chosen.add(open.get(i));
        }
      }
      combinations.add(chosen);
    }
    return combinations;
  }

  private static Outcome named(Outcome outcome, boolean couldChange) {
    return outcome instanceof Outcome.NoneYet none && couldChange
        ? new Outcome.NotEnoughAnswers(none.lacking())
        : outcome;
  }
}

package org.sampan.jobs.disclosure;

import java.util.Locale;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.AttributeInference;
import org.sampan.disclosure.evaluation.Membership;

/// What an attacker gains from synthetic rows about people who were in the data, beside what he
/// gains about people like them who were not.
final class Attackers {

  /// Rows of each kind that are attacked, evenly spaced; all would take hours and say the same.
  private static final int MOST = 1_000;

  private Attackers() {}

  /// @param holdout rows of people like those of `real` who were not in the data
  static void say(Records real, Records holdout, Records synthetic) {
    Records members = spaced(real);
    Records strangers = spaced(holdout);
    System.err.println("Attacking " + members.size() + " members and as many strangers");
    Membership membership = Membership.of(members, strangers, synthetic);
    System.out.printf(
        Locale.ROOT,
        "membership by nearest row: area under the curve %.3f (0.5 is chance);"
            + " exact rows %.2f points oftener for members; %.2f %% found at 0.1 %% false%n",
        membership.areaUnderCurve(),
        100 * membership.exactRowGap(),
        100 * membership.foundAtFewFalse());
    for (int variable = 0; variable < real.domain().width(); variable++) {
      AttributeInference inference = AttributeInference.of(members, strangers, synthetic, variable);
      System.out.printf(
          Locale.ROOT,
          "guessing %s from all other answers: right for %.1f %% of members, %.1f %% of"
              + " strangers%n",
          real.domain().variable(variable).name(),
          100 * inference.members(),
          100 * inference.strangers());
    }
  }

  private static Records spaced(Records records) {
    int size = Math.min(MOST, records.size());
    short[][] columns = new short[records.domain().width()][size];
    for (int at = 0; at < columns.length; at++) {
      for (int row = 0; row < size; row++) {
        int from = (int) ((long) row * records.size() / size);
        columns[at][row] = (short) records.at(at, from);
      }
    }
    return Records.ofOneRowEach(records.domain(), columns);
  }
}

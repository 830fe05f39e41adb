package org.sampan.disclosure.attacks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.AttributeInference;
import org.sampan.disclosure.evaluation.Membership;

/// The attacks that need people who were in the data and people like them who were not: only the
/// house can run them, and nothing they print may be published.
public final class InsideAttacks {

  /// How far from a coin the nearest row may bring a guess.
  private static final double AREA = 0.53;

  /// How many more members than strangers may stand in the rows exactly, as a share.
  private static final double GAP = 0.03;

  /// How much oftener a member's answer may be guessed than a stranger's.
  private static final double EXCESS = 0.03;

  /// Groups smaller than this say nothing by themselves.
  private static final int FEWEST = 200;

  private InsideAttacks() {}

  /// Runs them all.
  ///
  /// @param members people who were in the data
  /// @param strangers people like them who were not
  /// @param rows the synthetic rows
  public static List<Finding> on(Records members, Records strangers, Records rows) {
    Membership found = Membership.of(members, strangers, rows);
    return List.of(
        Finding.of(
            Attack.MEMBERSHIP,
            found.areaUnderCurve() <= AREA && found.exactRowGap() <= GAP,
            String.format(
                Locale.ROOT,
                "nearest row: area %.3f; exact-row gap %.2f points; %.2f %% found at 0.1 %% false",
                found.areaUnderCurve(),
                100 * found.exactRowGap(),
                100 * found.foundAtFewFalse())),
        inference(members, strangers, rows),
        smallGroups(members, strangers, rows));
  }

  private static Finding inference(Records members, Records strangers, Records rows) {
    double worst = -1;
    String variable = "none";
    for (int at = 0; at < members.domain().width(); at++) {
      AttributeInference guessed = AttributeInference.of(members, strangers, rows, at);
      double excess = guessed.members() - guessed.strangers();
      double doubt =
          doubt(guessed.members(), members.size(), guessed.strangers(), strangers.size());
      if (excess - doubt > worst) {
        worst = excess - doubt;
        variable = members.domain().variable(at).name();
      }
    }
    return Finding.of(
        Attack.INFERENCE,
        worst <= EXCESS,
        String.format(
            Locale.ROOT,
            "at worst (%s) guessed %.2f points oftener than strangers' answers, beyond chance",
            variable,
            100 * Math.max(0, worst)));
  }

  /// The exact-row gap in every group of one answer, the worst of them.
  private static Finding smallGroups(Records members, Records strangers, Records rows) {
    Map<List<Integer>, Boolean> published = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      published.put(row(rows, row), true);
    }
    double worst = 0;
    String group = "none";
    for (int at = 0; at < members.domain().width(); at++) {
      for (int code = 0; code < members.domain().variable(at).size(); code++) {
        double[] in = exact(members, at, code, published);
        double[] out = exact(strangers, at, code, published);
        double doubt = doubt(in[0], in[1], out[0], out[1]);
        boolean enough = in[1] >= FEWEST && out[1] >= FEWEST;
        if (enough && in[0] - out[0] - doubt > worst) {
          worst = in[0] - out[0] - doubt;
          group = members.domain().variable(at).name() + ", code " + code;
        }
      }
    }
    return Finding.of(
        Attack.SMALL_GROUPS,
        worst <= GAP,
        String.format(
            Locale.ROOT,
            "exact-row gap of the worst group (%s): %.2f points beyond chance",
            group,
            100 * worst));
  }

  /// Three deviations of the difference of two shares, of so many people each.
  private static double doubt(double one, double ones, double other, double others) {
    return 3 * Math.sqrt(one * (1 - one) / ones + other * (1 - other) / others);
  }

  private static double[] exact(
      Records people, int variable, int code, Map<List<Integer>, Boolean> published) {
    int all = 0;
    int found = 0;
    for (int row = 0; row < people.size(); row++) {
      if (people.at(variable, row) == code) {
        all++;
        found += published.containsKey(row(people, row)) ? 1 : 0;
      }
    }
    return new double[] {all == 0 ? 0 : (double) found / all, Math.max(1, all)};
  }

  private static List<Integer> row(Records people, int row) {
    List<Integer> cells = new ArrayList<>();
    for (int at = 0; at < people.domain().width(); at++) {
      cells.add(people.at(at, row));
    }
    return cells;
  }
}

package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The likeliest way in which the parts of a Chinese name, in one order, wrote the letters of a
/// Latin name: dynamic programming over parts and letters for one reading system at a time. Words
/// may be left over, as an English name is; parts may be missing.
final class SyllableAlignment {
  private static final int SYSTEMS = ReadingSystem.values().length;
  private static final int LONGEST = 8;
  private static final int LONGEST_COMPOUND = 14;
  private static final double MISSING_SURNAME = -5;
  private static final double MISSING_GIVEN = -2;
  private static final double EXTRA_WORD = -0.4;
  private static final double INITIAL = -1;
  private static final double JOINED_SURNAME = -3;

  private final List<String> parts;
  private final List<Emission> emissions;
  private final LatinName latin;
  private final Commonness commonness;
  private final int surname;
  private final double[][][] logs;

  /// @param surname which of the parts is the surname
  SyllableAlignment(
      List<String> parts,
      List<Emission> emissions,
      int surname,
      LatinName latin,
      Commonness commonness) {
    this.parts = parts;
    this.emissions = emissions;
    this.surname = surname;
    this.latin = latin;
    this.commonness = commonness;
    this.logs = new double[parts.size()][(latin.length() + 1) * (LONGEST_COMPOUND + 1)][];
    prepare();
  }

  private void prepare() {
    for (int part = 0; part < parts.size(); part++) {
      boolean compound = parts.get(part).length() > 1;
      for (int begin = 0; begin < latin.length(); begin++) {
        int end =
            compound
                ? Math.min(latin.length(), begin + LONGEST_COMPOUND)
                : Math.min(latin.ends()[begin], begin + LONGEST);
        for (int to = begin + 1; to <= end; to++) {
          logs[part][cell(begin, to)] =
              emissions.get(part).of(latin.letters().substring(begin, to));
        }
      }
    }
  }

  private static int cell(int begin, int end) {
    return begin * (LONGEST_COMPOUND + 1) + end - begin;
  }

  /// The likeliest path when the name follows one system; its value is the base-2 logarithm of the
  /// probability of the Latin name.
  Path best(int system) {
    int n = latin.length();
    double[][] best = new double[parts.size() + 1][n + 1];
    Step[][] steps = new Step[parts.size() + 1][n + 1];
    for (double[] row : best) {
      java.util.Arrays.fill(row, Emission.NEVER);
    }
    best[0][0] = 0;
    for (int part = 0; part <= parts.size(); part++) {
      for (int at = 0; at <= n; at++) {
        if (best[part][at] > Emission.NEVER) {
          extend(new Cursor(best, steps, part, at), system);
        }
      }
    }
    return new Path(best[parts.size()][n], trace(steps));
  }

  private record Cursor(double[][] best, Step[][] steps, int part, int at) {
    void offer(int toPart, int to, Step step) {
      double value = best[part][at] + step.log();
      if (value > best[toPart][to]) {
        best[toPart][to] = value;
        steps[toPart][to] = step;
      }
    }
  }

  private void extend(Cursor cursor, int system) {
    int part = cursor.part();
    int at = cursor.at();
    if (at < latin.length() && latin.begins(at)) {
      int end = latin.ends()[at];
      double extra = commonness.extra(latin.letters().substring(at, end)) + EXTRA_WORD;
      cursor.offer(part, end, new Step(-1, at, end, extra));
    }
    if (part == parts.size()) {
      return;
    }
    double missing = part == surname ? MISSING_SURNAME : MISSING_GIVEN;
    cursor.offer(part + 1, at, new Step(part, at, at, missing));
    if (part != surname && at < latin.length() && whole(at, at + 1)) {
      double initial = emissions.get(part).initial(latin.letters().substring(at, at + 1));
      cursor.offer(part + 1, at + 1, new Step(part, at, at + 1, initial + INITIAL));
    }
    for (int to = at + 1; to <= Math.min(latin.length(), at + LONGEST_COMPOUND); to++) {
      double[] cell = logs[part][cell(at, to)];
      if (cell != null) {
        double joined = part == surname && !whole(at, to) ? JOINED_SURNAME : 0;
        cursor.offer(part + 1, to, new Step(part, at, to, cell[system] + joined));
      }
    }
  }

  private boolean whole(int begin, int end) {
    return latin.begins(begin) && latin.ends()[end - 1] == end;
  }

  private List<Step> trace(Step[][] steps) {
    var path = new ArrayList<Step>();
    int part = parts.size();
    int at = latin.length();
    while (part > 0 || at > 0) {
      Step step = steps[part][at];
      if (step == null) {
        return List.of();
      }
      path.add(step);
      at = step.begin();
      part = step.part() < 0 ? part : part - 1;
    }
    Collections.reverse(path);
    return path;
  }

  /// One step: a part met letters (none when it is missing), or letters met no part (-1).
  record Step(int part, int begin, int end, double log) {}

  /// A way through parts and letters.
  record Path(double log, List<Step> steps) {}

  /// Whether one character of the given name is written and another is not.
  boolean halfGiven(Path path) {
    long written =
        path.steps().stream()
            .filter(step -> step.part() >= 0 && step.part() != surname && step.end() > step.begin())
            .count();
    return written > 0 && written < parts.size() - 1;
  }

  /// The logarithm of a step when nothing is known of the system.
  double any(Step step) {
    if (step.part() < 0 || step.end() - step.begin() <= 1) {
      return step.log();
    }
    double[] cell = logs[step.part()][cell(step.begin(), step.end())];
    return cell == null ? step.log() : Math.max(cell[SYSTEMS], -40);
  }

  String part(Step step) {
    return step.part() < 0 ? "" : parts.get(step.part());
  }

  String letters(Step step) {
    return latin.letters().substring(step.begin(), step.end());
  }
}

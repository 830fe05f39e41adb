package org.sampan.disclosure.attacks;

import java.util.Locale;
import org.sampan.disclosure.extract.Extract;
import org.sampan.disclosure.extract.GeneralisationTree;
import org.sampan.disclosure.extract.Rows;

/// Two partners put their extracts together: who knows all but one answer of a person looks for the
/// rows that could be hers in both, and keeps the answers that both allow.
public final class TwoExtracts {

  /// People who are looked for, evenly spaced.
  private static final int MOST = 200;

  private TwoExtracts() {}

  /// Looks for people.
  ///
  /// @param people who are in both, as they are; the same columns as both extracts
  public static Finding of(Extract one, Extract other, Rows people) {
    int looked = Math.min(MOST, people.size());
    int alone = 0;
    int together = 0;
    for (int at = 0; at < looked; at++) {
      int[] person = people.row((int) ((long) at * people.size() / looked));
      boolean[][] first = answers(one.rows(), person);
      boolean[][] second = answers(other.rows(), person);
      for (int column = 0; column < person.length; column++) {
        int inOne = count(first[column]);
        int inOther = count(second[column]);
        for (int leaf = 0; leaf < first[column].length; leaf++) {
          first[column][leaf] &= second[column][leaf];
        }
        boolean told = people.columns().get(column).tells(person[column]);
        alone += told && (inOne == 1 || inOther == 1) ? 1 : 0;
        together += told && inOne > 1 && inOther > 1 && count(first[column]) == 1 ? 1 : 0;
      }
    }
    return Finding.of(
        Attack.INTERSECTION,
        together == 0,
        String.format(
            Locale.ROOT,
            "of %d people %d answers come out of both extracts together and of neither alone"
                + " (%d come out of one alone: see attack 8)",
            looked,
            together,
            alone));
  }

  /// Which values each column can have in the rows that agree with the person in all others.
  private static boolean[][] answers(Rows rows, int[] person) {
    boolean[][] answers = new boolean[person.length][];
    for (int column = 0; column < person.length; column++) {
      answers[column] = new boolean[rows.columns().get(column).leaves()];
    }
    for (int row = 0; row < rows.size(); row++) {
      int differs = differs(rows, row, person);
      for (int column = 0; column < person.length; column++) {
        if (differs == -1 || differs == column) {
          GeneralisationTree tree = rows.columns().get(column);
          for (int leaf = 0; leaf < answers[column].length; leaf++) {
            answers[column][leaf] |= tree.covers(rows.at(row, column), leaf);
          }
        }
      }
    }
    return answers;
  }

  /// The only column in which a row cannot be hers; -1 where there is none, -2 where there are
  /// more.
  private static int differs(Rows rows, int row, int[] person) {
    int differs = -1;
    for (int column = 0; column < person.length; column++) {
      if (!rows.columns().get(column).covers(rows.at(row, column), person[column])) {
        if (differs >= 0) {
          return -2;
        }
        differs = column;
      }
    }
    return differs;
  }

  private static int count(boolean[] answers) {
    int count = 0;
    for (boolean answer : answers) {
      count += answer ? 1 : 0;
    }
    return count;
  }
}

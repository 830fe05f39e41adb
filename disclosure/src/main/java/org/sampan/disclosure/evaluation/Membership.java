package org.sampan.disclosure.evaluation;

import org.sampan.disclosure.domain.Records;

/// Whether synthetic rows tell who was in the data: an attacker takes those near a row for members.
///
/// @param areaUnderCurve how likely a member is nearer than a stranger; 0.5 is chance
/// @param exactRowGap share of members that stand in the rows exactly, less that of strangers
/// @param foundAtFewFalse share of members found while at most one stranger in 1000 is accused
public record Membership(double areaUnderCurve, double exactRowGap, double foundAtFewFalse) {

  private static final double FALSE_ACCUSATIONS = 0.001;

  /// Nearest synthetic row by number of differing variables.
  ///
  /// @param members rows of people who were in the data
  /// @param strangers rows of people like them who were not
  public static Membership of(Records members, Records strangers, Records synthetic) {
    int[] near = histogram(members, synthetic);
    int[] far = histogram(strangers, synthetic);
    double wins = 0;
    double found = 0;
    double accused = 0;
    double foundAtFew = 0;
    int strangersLeft = strangers.size();
    for (int distance = 0; distance < near.length; distance++) {
      strangersLeft -= far[distance];
      wins += (double) near[distance] * (strangersLeft + far[distance] / 2.0);
      found += near[distance];
      accused += far[distance];
      if (accused <= FALSE_ACCUSATIONS * strangers.size()) {
        foundAtFew = found / members.size();
      }
    }
    return new Membership(
        wins / members.size() / strangers.size(),
        (double) near[0] / members.size() - (double) far[0] / strangers.size(),
        foundAtFew);
  }

  private static int[] histogram(Records people, Records synthetic) {
    int[] rows = new int[people.domain().width() + 1];
    short[][] own = rowsOf(people);
    short[][] others = rowsOf(synthetic);
    for (short[] row : own) {
      rows[nearest(row, others)]++;
    }
    return rows;
  }

  static int nearest(short[] row, short[][] others) {
    int least = row.length;
    for (short[] other : others) {
      int distance = 0;
      for (int at = 0; at < row.length && distance < least; at++) {
        distance += row[at] == other[at] ? 0 : 1;
      }
      least = Math.min(least, distance);
    }
    return least;
  }

  static short[][] rowsOf(Records records) {
    short[][] rows = new short[records.size()][records.domain().width()];
    for (int at = 0; at < records.domain().width(); at++) {
      short[] column = records.column(at);
      for (int row = 0; row < rows.length; row++) {
        rows[row][at] = column[row];
      }
    }
    return rows;
  }
}

package org.sampan.disclosure.evaluation;

import org.sampan.disclosure.domain.Records;

/// Whether synthetic rows tell what a known person answered: an attacker who knows all but one of
/// her answers takes the one most frequent among the synthetic rows nearest to her.
///
/// @param members share of members' answers guessed right
/// @param strangers share guessed right of people who were not in the data: what the figures teach
///   about everybody; only the excess over it is a loss of privacy
public record AttributeInference(double members, double strangers) {

  public static AttributeInference of(
      Records members, Records strangers, Records synthetic, int variable) {
    short[][] rows = Membership.rowsOf(synthetic);
    int size = members.domain().variable(variable).size();
    return new AttributeInference(
        guessed(members, rows, variable, size), guessed(strangers, rows, variable, size));
  }

  private static double guessed(Records people, short[][] rows, int variable, int size) {
    int right = 0;
    for (short[] row : Membership.rowsOf(people)) {
      right += guess(row, rows, variable, size) == row[variable] ? 1 : 0;
    }
    return people.size() == 0 ? 0 : (double) right / people.size();
  }

  private static int guess(short[] person, short[][] rows, int variable, int size) {
    int[] votes = new int[size];
    int least = person.length;
    for (short[] row : rows) {
      int distance = 0;
      for (int at = 0; at < person.length && distance <= least; at++) {
        distance += at == variable || row[at] == person[at] ? 0 : 1;
      }
      if (distance < least) {
        least = distance;
        java.util.Arrays.fill(votes, 0);
      }
      if (distance == least) {
        votes[row[variable]]++;
      }
    }
    int best = 0;
    for (int value = 1; value < size; value++) {
      best = votes[value] > votes[best] ? value : best;
    }
    return best;
  }
}

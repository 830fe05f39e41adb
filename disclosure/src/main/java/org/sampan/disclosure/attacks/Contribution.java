package org.sampan.disclosure.attacks;

import java.util.ArrayList;
import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.measuring.Bounding;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.Measuring;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;
import org.sampan.disclosure.noise.RoundedGaussian;

/// One woman in forty records, registered in two countries: told from nobody by a reader who knows
/// all her records, when they are bounded before counting and when, as naive code does, they are
/// not.
final class Contribution {

  private static final int RECORDS = 40;

  private final Domain domain;
  private final RandomBits random;
  private final List<Marginal> singles;
  private final List<RoundedGaussian> noises;

  /// @param rho what every single variable together may cost one record
  Contribution(Domain domain, Ratio rho, RandomBits random) {
    this.domain = domain;
    this.random = random;
    this.singles = Marginal.all(domain.width(), 1);
    this.noises = new Measuring(hers(0), 1, random).noises(singles, rho);
  }

  /// How many of her records count when bounded.
  int kept() {
    return Bounding.bounded(hers(RECORDS), 1, random).size();
  }

  /// The share of `times` throws in which the reader says rightly whether she is there, by weighing
  /// every cell as is best.
  double told(boolean bounded, int times) {
    int right = 0;
    for (int time = 0; time < times; time++) {
      Records records = hers(RECORDS);
      Records counted = bounded ? Bounding.bounded(records, 1, random) : records;
      boolean there = random.below(2) == 1;
      right += evidence(counted, there) > 0 == there ? 1 : 0;
    }
    return (double) right / times;
  }

  private double evidence(Records counted, boolean there) {
    double evidence = 0;
    for (int at = 0; at < noises.size(); at++) {
      double deviation = MechanismAttacks.value(noises.get(at).deviation());
      for (long count : singles.get(at).count(counted)) {
        if (count > 0) {
          double seen = noises.get(at).addedTo(there ? count : 0);
          evidence += count * (seen - count / 2.0) / (deviation * deviation);
        }
      }
    }
    return evidence;
  }

  /// Her records: the first half in the first category of every variable, the rest in the last.
  private Records hers(int records) {
    List<short[]> columns = new ArrayList<>();
    for (int variable = 0; variable < domain.width(); variable++) {
      short[] column = new short[records];
      for (int row = records / 2; row < records; row++) {
        column[row] = (short) (domain.variable(variable).size() - 1);
      }
      columns.add(column);
    }
    return new Records(domain, columns.toArray(short[][]::new), new int[records]);
  }
}

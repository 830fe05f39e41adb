package org.sampan.disclosure.measuring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.noise.Ratio;

/// Divides a loss among marginals, the larger the table the more: in proportion to the square root
/// of its number of cells.
///
/// For tables used as they are measured the sum of errors is least where cost grows as cells to the
/// power 2/3. Fitting rows takes more noise out of large tables than out of small ones, and with it
/// 1/2 measured a little better on two data sets, and equal shares clearly worse. Only public sizes
/// decide, never the data.
final class Shares {

  private Shares() {}

  /// What each marginal may cost; together at most `rho`.
  static List<Ratio> of(List<Marginal> marginals, Domain domain, Ratio rho) {
    List<BigInteger> weights = new ArrayList<>();
    BigInteger total = BigInteger.ZERO;
    for (Marginal marginal : marginals) {
      // In thousandths, rounded down.
      BigInteger weight = BigInteger.valueOf(1_000_000L * marginal.cells(domain)).sqrt();
      weights.add(weight);
      total = total.add(weight);
    }
    BigInteger whole = total;
    return weights.stream().map(weight -> rho.times(new Ratio(weight, whole))).toList();
  }
}

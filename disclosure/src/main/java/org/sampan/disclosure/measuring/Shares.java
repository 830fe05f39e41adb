package org.sampan.disclosure.measuring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.noise.Ratio;

/// Divides a loss among marginals so that their errors add up to least.
///
/// The error of a marginal with c cells and noise s is about c s, its cost 1 / (2 s^2). For a given
/// sum of costs the sum of errors is least where cost grows as c to the power 2/3. Only public
/// sizes decide, never the data.
final class Shares {

  private Shares() {}

  /// What each marginal may cost; together at most `rho`.
  static List<Ratio> of(List<Marginal> marginals, Domain domain, Ratio rho) {
    List<BigInteger> weights = new ArrayList<>();
    BigInteger total = BigInteger.ZERO;
    for (Marginal marginal : marginals) {
      BigInteger weight = twoThirds(marginal.cells(domain));
      weights.add(weight);
      total = total.add(weight);
    }
    BigInteger whole = total;
    return weights.stream().map(weight -> rho.times(new Ratio(weight, whole))).toList();
  }

  /// c^(2/3) in hundredths: the cube root of (1000 c)^2.
  private static BigInteger twoThirds(int cells) {
    BigInteger cube = BigInteger.valueOf(1000L * cells).pow(2);
    BigInteger root = BigInteger.ONE.shiftLeft(cube.bitLength() / 3 + 1);
    while (root.pow(3).compareTo(cube) > 0) {
      root = root.shiftLeft(1).add(cube.divide(root.multiply(root))).divide(BigInteger.valueOf(3));
    }
    return root;
  }
}

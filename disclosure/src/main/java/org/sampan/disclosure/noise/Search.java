package org.sampan.disclosure.noise;

import java.math.BigInteger;

/// Finds, by halving, the loss that is just allowed; always on the careful side.
final class Search {

  /// What a loss means to people.
  interface Profile {
    /// A delta that certainly holds with this epsilon; rises with rho, falls with epsilon.
    Ratio delta(Ratio rho, Ratio epsilon);
  }

  /// rho is given in units of 2^-40, rounded down.
  private static final int RHO_BITS = 40;

  /// Epsilon is given in units of 2^-30, rounded up.
  private static final int EPSILON_BITS = 30;

  private Search() {}

  /// The most rho that may be spent for this epsilon and delta, both above 0.
  static Ratio rho(Profile profile, Ratio epsilon, Ratio delta) {
    BigInteger from = BigInteger.ZERO;
    BigInteger to = epsilon.plus(Ratio.ONE).ceiling().shiftLeft(RHO_BITS);
    while (to.subtract(from).bitLength() > 1) {
      BigInteger middle = from.add(to).shiftRight(1);
      boolean holds = profile.delta(units(middle, RHO_BITS), epsilon).compareTo(delta) <= 0;
      from = holds ? middle : from;
      to = holds ? to : middle;
    }
    return units(from, RHO_BITS);
  }

  /// An epsilon that certainly holds with this delta.
  static Ratio epsilon(Profile profile, Ratio rho, Ratio delta) {
    if (rho.signum() <= 0) {
      return Ratio.ZERO;
    }
    BigInteger from = BigInteger.ZERO;
    BigInteger to = BigInteger.ONE.shiftLeft(EPSILON_BITS);
    while (profile.delta(rho, units(to, EPSILON_BITS)).compareTo(delta) > 0) {
      to = to.shiftLeft(1);
    }
    while (to.subtract(from).bitLength() > 1) {
      BigInteger middle = from.add(to).shiftRight(1);
      boolean holds = profile.delta(rho, units(middle, EPSILON_BITS)).compareTo(delta) <= 0;
      to = holds ? middle : to;
      from = holds ? from : middle;
    }
    return units(to, EPSILON_BITS);
  }

  private static Ratio units(BigInteger count, int bits) {
    return new Ratio(count, BigInteger.ONE.shiftLeft(bits));
  }
}

/// Exact noise, exact choice, and the account of what a person can lose.
///
/// *Noise* is a whole number added to a whole number, drawn exactly: from the normal distribution
/// rounded to whole numbers, which releases use, or from the discrete Gaussian or Laplace
/// distribution (Canonne, Kamath and Steinke 2020, "CKS20"); a *choice* takes one of several
/// candidates by the exponential mechanism. Nothing here uses floating point: a value rounded in a
/// `double` has holes, and the holes tell which count it came from (a test reads the byte code). A
/// probability is a pair of *bounds* that are refined until a *lazily drawn* uniform number falls
/// clear of them. Chance comes from `SecureRandom` and nothing can seed it. Loss is measured in
/// *rho*, which adds up; it is said to people as *epsilon* and *delta*, exactly for normal noise
/// ([GaussianProfile]) and closely for all else that loses rho ([Conversion]), and a [Ledger]
/// refuses what would exceed the promise.
@NullMarked
package org.sampan.disclosure.noise;

import org.jspecify.annotations.NullMarked;

/// Counting once, with noise: the only place that reads records.
///
/// A *marginal* is a table over one to three variables. A *bounded* sample keeps at most a stated
/// number of rows of each person, so that what she can change is known before anything is counted.
/// A *measurement* is a marginal's counts with exact, whole Gaussian noise in every cell that is
/// possible, empty cells included, and the variance of that noise; a cell that the public domain
/// calls impossible is a *structural zero* and needs none. Whichever marginals are measured beyond
/// the planned ones is decided by an exponential mechanism on whole-number scores. No floating
/// point here either: a test reads the byte code. All that comes later sees measurements only.
@NullMarked
package org.sampan.disclosure.measuring;

import org.jspecify.annotations.NullMarked;

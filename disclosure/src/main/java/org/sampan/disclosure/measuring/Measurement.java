package org.sampan.disclosure.measuring;

import org.sampan.disclosure.noise.Ratio;

/// A marginal's counts with noise, some below zero; free of every person, so post-processing may do
/// with it what it likes.
///
/// @param counts by cell, the noise included; 0 where the cell is impossible
/// @param impossible by cell; shared, not to be changed, like the counts
/// @param variance of the noise in every other cell
public record Measurement(Marginal marginal, long[] counts, boolean[] impossible, Ratio variance) {}

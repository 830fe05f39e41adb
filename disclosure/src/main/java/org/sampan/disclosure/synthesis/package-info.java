/// Rows of nobody, fitted to measurements.
///
/// *Synthetic rows* are whole records of the domain whose tables come as close to the measurements
/// as whole rows can: they are drawn from the single variables, then *repaired*, one value of one
/// row at a time, until no change brings the tables closer (in the line of GUM, Zhang and others
/// 2021, "PrivSyn"). Rows always agree with themselves, so every table drawn from them adds up with
/// every other. Two kinds of pairs never stand in a row: the domain's *structural zeros*, and pairs
/// under *guard*, whose noisy count is below a stated multiple of the noise, so that no row accuses
/// a place or a group of what nobody reported. Everything here sees measurements only, never
/// records, and so may use floating point.
@NullMarked
package org.sampan.disclosure.synthesis;

import org.jspecify.annotations.NullMarked;

/// The commands of the names library: `./sampan names compare`, `evaluate` and `train`.
///
/// *Compare* explains one pair. *Evaluate* reads a file of true pairs and compares every native
/// form with every Latin form in it: *rank-1 recall* is the share of native forms whose best Latin
/// form is a right one (ties shared), *F1* the best over all thresholds. *Train* makes the model
/// files from the data that may train. Rules: rows that cannot be used are counted and shown; a
/// missing column or file is refused in one line; results go to standard output, progress to
/// standard error, and the last line of a result is JSON. Use [NamesCommand].
@NullMarked
package org.sampan.jobs.names;

import org.jspecify.annotations.NullMarked;

/// The launcher's `publish` commands: a plan, a release, its measures.
///
/// *plan* proposes a plan for a file, *run* makes the release a plan describes, *evaluate* compares
/// a synthetic file with the real one, inside the house. Rules: the library decides, this package
/// reads and writes; a release folder appears whole or not at all; the ledger is written before the
/// folder appears, so that a crash costs budget and never privacy; what goes into the folder is
/// made of the release alone. Results go to standard output, progress to standard error.
@NullMarked
package org.sampan.jobs.disclosure;

import org.jspecify.annotations.NullMarked;

/// The launcher's commands: what `./sampan COMMAND` does once it has found a JDK and built the
/// house.
///
/// Words: the *demo* is two nodes as two processes, with invented people whose passwords and
/// one-time codes are printed; the *rehearsal* plays one case through their pages without a
/// browser; *serve* is one node for real, and has none of the demo's doors; a *copy* is a whole
/// node in a file.
///
/// Rules: a command says what it does and what to do when it cannot, in English; it ends with 0
/// when it did its work, 1 when it could not, 2 when it was called wrongly; whatever it started it
/// stops.
@NullMarked
package org.sampan.jobs;

import org.jspecify.annotations.NullMarked;

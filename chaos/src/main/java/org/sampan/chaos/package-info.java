/// Nodes under trial: what the border promises, tried by breaking it.
///
/// Words: a [org.sampan.chaos.Station] is one node as it ships, a process with a bundled PostgreSQL
/// of its own; its [org.sampan.chaos.Crew] plays the people who send, and its
/// [org.sampan.chaos.Taker] remembers, in the same commit, what each message did; a
/// [org.sampan.chaos.Road] is our own fault proxy between two stations, with a
/// [org.sampan.chaos.Weather]; a [org.sampan.chaos.Trial] is one kind of trouble; the
/// [org.sampan.chaos.Ledger] compares both databases afterwards.
///
/// Rules: counted are committed identifiers, never attempts; everything random comes from one seed,
/// which is printed; a figure that was not reached is printed as it is; nothing here is on the
/// class path of a real node.
///
/// Start at [org.sampan.chaos.Chaos], which `./sampan chaos` runs.
@NullMarked
package org.sampan.chaos;

import org.jspecify.annotations.NullMarked;

/// What a run took from the machine, rather than how long it lasted.
///
/// Words: *processor time* is what a process and all that it started took of the processors, as
/// Linux counts it; beside other work it says more than a clock.
///
/// Rules: nothing here knows of nodes or trials; a process that is gone counts zero.
///
/// Used by the trial of pace, one package above, and by the benchmark of exchange.
@NullMarked
package org.sampan.chaos.cost;

import org.jspecify.annotations.NullMarked;

/// Side by side with peers: the same files, one run, each engine in a process of its own so that
/// its CPU time and memory are its own.
///
/// Words: an *engine* links a file within itself; a *peer* is somebody else's engine, used as its
/// own documents advise; *records a CPU-second* is from opening the file to the last scored pair,
/// all threads counted; the *peak* is the most memory the process ever held.
///
/// Rules: CPU time, never wall time; a peer's best threshold is chosen by the truth, in its favour;
/// what does not finish in time is said so; data marked measure only is measured with and nothing
/// else.
///
/// `./sampan benchmark linkage [FILE...]`, `names` and `disclosure` print the tables.
@NullMarked
package org.sampan.benchmarks;

import org.jspecify.annotations.NullMarked;

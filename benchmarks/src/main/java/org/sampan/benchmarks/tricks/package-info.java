/// What each trick of the linkage engine buys.
///
/// A *trick* is there for speed or memory alone and is one class of the engine. Its *twin* is the
/// plain way to the same result: a class of the same name in `linkage/src/twins`, compiled here and
/// put before the engine's own on the class path, so that nothing in the engine knows of it. A
/// *work* is reading, learning, scoring and clustering one register (or asking for records of it),
/// in a process of its own and several rounds, of which the quickest counts.
///
/// Rules: the engine as it ships and the engine with one twin run in turns on the same file; a run
/// whose model, scores (to the last bit) or people differ ends the measurement with a fault.
/// `./sampan benchmark tricks`.
@NullMarked
package org.sampan.benchmarks.tricks;

import org.jspecify.annotations.NullMarked;

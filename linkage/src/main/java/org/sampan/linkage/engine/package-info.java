/// The inner works of linkage: values read once, blocks, batches, levels, bits.
///
/// *Prepared* records are those a model sees. *Blocks* hold, pass by pass, the records that share a
/// key; a *scan* walks over their pairs in *batches*, gathered field by field, and finds *levels*
/// and bits. A trick that is there for speed alone (`Ceilings`, `Ranking`, `Members`, `FirstPass`)
/// is a class of its own, so that its plain twin can stand in for it. Everything is deterministic:
/// a scan is cut into *stretches* that do not depend on the threads, and sums that threads share
/// are whole numbers. Used only by `org.sampan.linkage` and its `learning`; it knows `model`,
/// `record` and `value`.
@NullMarked
package org.sampan.linkage.engine;

import org.jspecify.annotations.NullMarked;

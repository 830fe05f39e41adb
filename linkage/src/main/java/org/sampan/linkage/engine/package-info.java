/// The inner works of linkage: values read once, blocks, batches, levels, learning.
///
/// *Prepared* records are those a model sees. *Blocks* hold, pass by pass, the records that share a
/// key; a *scan* walks over their pairs in *batches*, gathered field by field, and finds *levels*
/// and bits. *Patterns* of levels are what learning counts. Everything is deterministic: a scan is
/// cut into *stretches* that do not depend on the threads, and sums that threads share are whole
/// numbers. Used only by `org.sampan.linkage`; it knows `model`, `record` and `value`.
@NullMarked
package org.sampan.linkage.engine;

import org.jspecify.annotations.NullMarked;

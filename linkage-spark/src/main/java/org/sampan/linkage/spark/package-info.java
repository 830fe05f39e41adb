/// Linkage on Apache Spark, for registers that outgrow one machine: the same model file, the same
/// bits, the same people.
///
/// A *register* is the records of one or two *sources*, numbered in the order of their files. A
/// *portion* is what one task holds of them, read into a [org.sampan.linkage.Shard] of the embedded
/// engine, so that every key, score and guard is that engine's own; Spark only brings together what
/// belongs together: values (the *census*), blocks, groups. No function is called once a pair by
/// Spark. Start with [SparkLinkage] in a program, with [LinkOnSpark] from `spark-submit`. Rules: a
/// result is the one the embedded engine gives, bit for bit; nothing else depends on this module.
@NullMarked
package org.sampan.linkage.spark;

import org.jspecify.annotations.NullMarked;

/// The engine: what Latin spellings a native name may have, and how well a Latin form fits.
///
/// A *spelling table* says for each segment of a script (onset, vowel, coda, whole word) which
/// Latin *spellings* people give it and how often. A small grammar of the syllable joins the rows
/// into a *lattice*: a graph from the first to the last character in which every path is one
/// reading and spelling of the whole. An *alignment* sums the probability of all paths that spell a
/// given Latin form, exactly or with slips of the pen. The *background* is the probability of the
/// Latin form when nothing is known of the native one; the ratio of both is the evidence. Rules:
/// everything here is immutable after loading but the scratch space of an alignment, which belongs
/// to one thread.
@NullMarked
package org.sampan.names.lattice;

import org.jspecify.annotations.NullMarked;

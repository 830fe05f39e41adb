/// Texts that begin alike, kept as one tree, so that what depends on the beginning of a text alone
/// is worked out once for all texts that share it.
///
/// A *text* is a row of *symbols*; the six low bits of a symbol are its *letter*, what stands above
/// them *marks* it (the end of a word, a title). A *node* of the tree is a beginning that some text
/// has; nodes are numbered level by level, a *level* being the number of symbols, so a node comes
/// after every beginning of it. The nodes *at hand* are those of the texts that somebody chose,
/// numbered anew. Where a *run* of letters stands in the texts is looked up once a tree and
/// remembered. Rules: a tree never changes; the nodes at hand are the scratch space of one thread;
/// nothing here knows what a letter sounds like.
@NullMarked
package org.sampan.names.prefixes;

import org.jspecify.annotations.NullMarked;

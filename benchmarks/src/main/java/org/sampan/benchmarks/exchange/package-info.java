/// One letter of 2 KB across the border, three ways: ours, AS4, and a plain post.
///
/// Words: a *way* is how a letter travels; a *side* is one process with a PostgreSQL of its own;
/// the *outbox* and the *inbox* are their tables; a *proof* is what the receiver answers and the
/// sender keeps.
///
/// Rules: every way stores the letter at the sender, at the receiver and the answer at the sender,
/// each in a commit that is flushed to disk (fsync and synchronous_commit are asked, not assumed);
/// the receiver answers after its commit; the same machine, sizes and elliptic curves library; what
/// a peer leaves open is set in its favour, and said.
///
/// `./sampan benchmark exchange` runs all and writes `guides/exchange-figures.md`.
@NullMarked
package org.sampan.benchmarks.exchange;

import org.jspecify.annotations.NullMarked;

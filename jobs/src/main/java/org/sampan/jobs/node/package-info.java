/// The commands about who trusts whom: `./sampan node join`, `signer`, `accept`, `sign`, `revoke`,
/// `show`, `check`.
///
/// *Signers* work off line, by files: one makes the next list (`accept`, `renew`, `stand`), the
/// others add their signatures (`sign`), and whoever has enough hands it to any node. A *request*
/// is what a node asks to be listed with; its *fingerprint* is read aloud between the people who
/// know each other's voice. A signer's key lies in a file of its own under a passphrase. *Check*
/// puts any node through the rules of the exchange, as a peer on probation would meet them.
///
/// Rules: nothing is signed before it was shown; no command overwrites a file; no secret is an
/// argument. Use [NodeCommand].
@NullMarked
package org.sampan.jobs.node;

import org.jspecify.annotations.NullMarked;

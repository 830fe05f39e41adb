/// A log that nobody can rewrite unseen: Merkle tree, tiles, checkpoints, cosignatures.
///
/// A *leaf* is the hash of one entry, the *root* the hash of all (RFC 6962 section 2.1); an
/// *inclusion proof* shows that an entry stands under a root, a *consistency proof* that an older
/// root is a beginning of a newer one. A *tile* is 256 hashes in a row, as C2SP tlog-tiles lays
/// them out in files. A *checkpoint* is size and root in a *signed note*; a *cosignature* is
/// another node's word that the checkpoint continues all that it has seen, and when. Rules: every
/// text has one form or is refused; nothing here reads a clock, a file or the net; what cannot be
/// read answers [IllegalArgumentException] with a constant text, what does not hold answers a
/// value. Start at [org.sampan.sealing.log.MerkleTree] and [org.sampan.sealing.log.Checkpoint].
@NullMarked
package org.sampan.sealing.log;

import org.jspecify.annotations.NullMarked;

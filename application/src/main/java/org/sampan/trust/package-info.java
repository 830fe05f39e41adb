/// Whose keys count, and our own: the trust list this node goes by, and its keyring.
///
/// Words: the *trust list* names the nodes, their keys, what each may send, and until when; it is
/// signed by m of n *pinned signers* and its versions only rise; a *mark* is a version with its
/// digest; the *keyring* holds this node's own pairs, private halves sealed.
///
/// Rules: nothing is believed of another node that the list in use does not say; an older, forked
/// or insufficiently signed list changes nothing; an expired one parks what is personal and lets
/// receipts go on; a private half never leaves unsealed.
///
/// The *line* is TLS 1.3 with the key the list pins on each side; *gossip* hands new lists and
/// notices from node to node.
///
/// Others use: [Trust], [Keyring], [Line], [Doorway].
@ApplicationModule(allowedDependencies = {"web", "audit", "vault", "accounts", "sealing"})
@NullMarked
package org.sampan.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

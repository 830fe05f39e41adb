/// Keeps what identifies a person unreadable to whoever steals a disk, a dump or a backup.
///
/// Words: each person has a *key* of her own, wrapped by the node's key; a *spot* is the place a
/// sealed value belongs to (table, column, row), so that a value moved elsewhere does not open; a
/// *blind index* finds an exact number (passport, telephone) without storing it readably.
///
/// Rules: names, kin, contacts, papers and free text are sealed before they reach SQL; destroying a
/// person's key erases her everywhere in this node; the node's own key lives in a file, never in
/// the database.
///
/// Others use: [Vault], [Spot]. Cipher: AES-256-GCM (NIST SP 800-38D), keys wrapped by AES-KWP (RFC
/// 5649), index by HMAC-SHA-256.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Envelopes and receipts that two nodes and any court can check off line.
///
/// A *letter* is what one node says to another about one case; a *sealed envelope* is that letter
/// signed by the sender (JWS, ES256) inside a cover only the addressee opens (JWE, ECDH-ES+A256KW
/// and A256GCM). A *receipt* is the addressee's signed word on what became of it; a *statement* is
/// a signed note between two nodes about themselves; the *trust list* says whose keys count, when.
/// Rules: one text form or refused (canonical JSON, canonical base64url, low S); the *identity* of
/// a letter is the digest of what was signed, never of its cover; what comes from outside is
/// answered with a [org.sampan.sealing.Checked] value, never with an exception or a quotation.
/// Start at [org.sampan.sealing.Sealer] and [org.sampan.sealing.Opener]; no clock, no files, no
/// net.
@NullMarked
package org.sampan.sealing;

import org.jspecify.annotations.NullMarked;

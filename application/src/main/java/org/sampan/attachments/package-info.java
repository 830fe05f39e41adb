/// Files beside letters: kept sealed, carried in ranges, checked before anybody opens them.
///
/// Words: a *paper* is a file somebody added to a record (a referral while it is written, one that
/// was received), or that another node announced in a letter; its *parcel* is the sealed form
/// ([org.sampan.sealing.parcel]) in *pieces* of at most 8 MiB; an *errand* carries one parcel to
/// one node; the *landing* takes what comes. A node that nobody can call *fetches*, and is *lent*
/// to.
///
/// Rules: a file is sealed while it is read and lies nowhere in the clear, here or on the way; the
/// parcel that crosses is the one that is kept, so every attempt sends the same bytes; nothing is
/// taken that no accepted letter announced; what came opens only after its digests, its size and
/// its contents were checked; its key lies under the person's, and goes with it.
///
/// Others use: [Attachments], [Enclosures], [Paper], [Holder], [AttachmentsStand].
@ApplicationModule(
    allowedDependencies = {"web", "audit", "vault", "accounts", "trust", "schemas", "sealing"})
@NullMarked
package org.sampan.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

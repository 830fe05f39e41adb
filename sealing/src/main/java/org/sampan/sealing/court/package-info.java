/// What a court is shown of a case, and how it checks it without us.
///
/// A *court bundle* is one text file: the letters of a case as their senders signed them, the
/// receipts for each, the trust lists that say whose keys counted when, the entries of one node's
/// log about them with their inclusion proofs, and the checkpoint of that log with its
/// cosignatures. An *examination* makes a *report* of it: a line a check in plain words and one
/// answer. The file has one form; whoever changes a character of it is found out. Rules: nothing of
/// the file is believed but what the pinned signers of the trust list lead to; the signers come
/// from outside, never from the file; no clock and no net. Start at
/// [org.sampan.sealing.court.CourtBundle] and [org.sampan.sealing.court.Verify], the one main class
/// of this module.
@NullMarked
package org.sampan.sealing.court;

import org.jspecify.annotations.NullMarked;

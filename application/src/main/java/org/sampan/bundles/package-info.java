/// The same messages by hand: a stick carries what the wire would.
///
/// Words: a *bundle* is all that waits for one node, in *volumes* that fit a stick (FAT32: below 4
/// GiB); a volume is a file of two parts, the *index*, a letter sealed to the receiving node, and
/// the *contents*, one parcel whose key stands in the index. Inside lie the trust list, notices and
/// checkpoints of logs, then letters, receipts and pieces of files, as the wire would bring them.
/// Who finds the stick learns where it goes, and its size.
///
/// Rules: each volume stands for itself, so volumes come in any order and any number of times; a
/// volume is read to its end and proved before anything of it is taken; what is taken goes the way
/// of what comes by wire, into the same ledger; a letter that went by stick waits on until its
/// receipt is here, by whichever way.
///
/// Others use: nothing here; the launcher speaks to the running node.
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "trust",
      "attachments",
      "exchange",
      "schemas",
      "witnesses",
      "sealing"
    })
@NullMarked
package org.sampan.bundles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

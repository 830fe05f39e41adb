/// Who did what to which record, and why.
///
/// Words: an *act* is what was done, named `capability.thing.done`; its *entry* says who, when, on
/// which record and for which purpose; its *leaf* is the salted hash that stands for it in one
/// gap-free *Merkle log*, whose *head* is its size and the root over it.
///
/// Rules: an entry is written in the same transaction as its act, or the act does not happen;
/// entries and leaves are append-only by database permission; an entry holds identifiers and codes,
/// never a name or a text somebody typed; each entry is salted, so that erasing its content keeps
/// the proof.
///
/// Others use: [Audit] to write and read, [Entry], [Log] for heads and proofs.
@ApplicationModule(allowedDependencies = "sealing")
@NullMarked
package org.sampan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

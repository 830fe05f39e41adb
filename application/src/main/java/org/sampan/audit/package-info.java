/// Who did what to which record, and why.
///
/// Words: an *act* is what was done, named `capability.thing.done`; its *entry* says who, when, on
/// which record and for which purpose; a *link* gives the entry its place in one gap-free chain.
///
/// Rules: an entry is written in the same transaction as its act, or the act does not happen;
/// entries and links are append-only by database permission; an entry holds identifiers and codes,
/// never a name or a text somebody typed; each entry is salted, so that erasing its content keeps
/// the proof.
///
/// Others use: [Audit] to write and read, [Entry].
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sampan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

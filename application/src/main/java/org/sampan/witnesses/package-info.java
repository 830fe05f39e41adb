/// Nodes that watch each other's logs, so that none can rewrite its own unseen.
///
/// Words: a *checkpoint* is size and root of a log, signed by its node; a *head* is the same two,
/// as letters and receipts carry it; a *round* asks every other node for its newest checkpoint,
/// proves that it continues all heads heard from that node, and *cosigns* it; an *alarm* is a log
/// that forked or went back.
///
/// Rules: what does not continue all that was heard is never cosigned; an alarm is written once,
/// stays, and stands on the start page of auditors and administrators; nothing here is about a
/// person; only hashes are shown to other nodes, never an entry; cosigning is no act of the audit,
/// or two logs would make each other grow for ever.
///
/// Others use: [Checkpoints], the node's own; [CourtBundles], a case as a court is shown it.
@ApplicationModule(
    allowedDependencies = {"web", "audit", "accounts", "trust", "exchange", "sealing"})
@NullMarked
package org.sampan.witnesses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

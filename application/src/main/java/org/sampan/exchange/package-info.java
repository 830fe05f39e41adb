/// Hands things across a border and hears back: outbox, inbox, receipts, agreements.
///
/// Words: a *peer* is another node on the trust list; a *thread* is one case as a pair of nodes
/// knows it, numbered by one in each direction; a *message* is sealed once, in the transaction that
/// causes it, and every attempt sends the same bytes; *receipts* are the peer's signed words (R1
/// stored there, R2 in the office's inbox, R3 decided by a person); a *tombstone* takes the number
/// of a cancelled message; *quarantine* keeps what is right by its seal and cannot be taken.
///
/// Rules: no consent, no send, checked here; one commit holds a message's arrival, its effect, its
/// audit and its receipt; order is kept a thread, and a withdrawal is obeyed whatever is missing
/// before it; only a signed refusal ends the attempts; a restored node is silent until its peers
/// say where it stood.
///
/// Others use: [Post], [Draft], [Receiver], [Receipts], [Deliveries], [Deliveries.Changed],
/// [Deliveries.Leaving], [Deliveries.Cancelled], [Withdrawals], [Quarantine], [Peers.HeadHeard],
/// [Exhibits], [Peers], [Carriage].
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "vault",
      "accounts",
      "consents",
      "trust",
      "attachments",
      "schemas",
      "sealing"
    })
@NullMarked
package org.sampan.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

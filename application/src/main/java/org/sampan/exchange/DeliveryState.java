package org.sampan.exchange;

import java.util.EnumSet;
import java.util.Set;

/// Where a message of ours stands.
public enum DeliveryState {
  /// Sealed and stored; waits for its turn.
  QUEUED,
  /// On its way; taken up again when nothing is heard within the lease.
  SENDING,
  /// R1: verified and stored by the other node.
  RELAYED,
  /// Put aside over there: they have it, cannot take it yet, and signed why.
  KEPT,
  /// R2: in the inbox of the office it was addressed to.
  DELIVERED,
  /// R3: a person there accepted.
  ACCEPTED,
  /// R3: a person there refused, with a reason.
  REFUSED,
  /// Its time ran out before the other node had it.
  EXPIRED,
  /// The other node refused these bytes for good, and signed that.
  BOUNCED,
  /// Taken back before any receipt; a tombstone has its number.
  CANCELLED;

  /// Whether a message may go from this state to that one. A receipt that overtakes another is
  /// kept, and never leads back.
  public boolean leadsTo(DeliveryState next) {
    return switch (this) {
      case QUEUED -> EnumSet.of(SENDING, EXPIRED, CANCELLED).contains(next);
      case SENDING -> EnumSet.complementOf(EnumSet.of(SENDING)).contains(next);
      case RELAYED -> EnumSet.of(KEPT, DELIVERED, ACCEPTED, REFUSED).contains(next);
      case KEPT -> EnumSet.of(DELIVERED, ACCEPTED, REFUSED).contains(next);
      case DELIVERED -> EnumSet.of(ACCEPTED, REFUSED).contains(next);
      case ACCEPTED, REFUSED, EXPIRED, BOUNCED, CANCELLED -> false;
    };
  }

  /// Whether it still waits to be sent.
  public boolean waits() {
    return this == QUEUED || this == SENDING;
  }

  /// Whether nothing more can happen to it.
  public boolean ended() {
    return Set.of(ACCEPTED, REFUSED, EXPIRED, BOUNCED, CANCELLED).contains(this);
  }
}

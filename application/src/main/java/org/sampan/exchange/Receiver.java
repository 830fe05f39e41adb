package org.sampan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Letter;

/// A bean that takes messages of some kinds. It is called inside the transaction that stores the
/// message, its audit entry and its receipt: what it throws undoes them all, and the sender tries
/// again.
public interface Receiver {

  /// The kinds it takes, as `referral.request/1.0`; `consent.withdraw/1.0` and `sys.tombstone/1.0`,
  /// which lock what came before, may be taken by several.
  Set<String> kinds();

  /// Whether it takes this kind. Within a major version, later minor ones are taken too: what they
  /// add is ignored.
  default boolean takes(String kind) {
    Letter.Kind wanted = Letter.Kind.parse(kind);
    return kinds().stream()
        .map(Letter.Kind::parse)
        .anyMatch(one -> one.name().equals(wanted.name()) && one.major() == wanted.major());
  }

  /// Takes a message, or says why not.
  Reception receive(Received message);

  /// A message as it is handed over: authentic, for this node, in its order, once.
  ///
  /// @param from the sending node
  /// @param office the code of the office of ours it is addressed to; empty when to the node
  /// @param caseFile our case, once the thread was joined to one
  /// @param person whose thread it is, once known
  /// @param at when it arrived
  /// @param letter the signed letter; its body is JSON
  /// @param locked of a withdrawal: the messages that rely on what was withdrawn; of a tombstone:
  ///   the message that its sender took back
  record Received(
      MessageId id,
      String from,
      String kind,
      String office,
      @Nullable UUID caseFile,
      @Nullable UUID person,
      Instant at,
      Letter letter,
      List<MessageId> locked) {
    @Override
    public String toString() {
      return "Received[" + id.value() + " " + kind + "]";
    }
  }

  /// What the receiver made of it.
  sealed interface Reception {

    /// Taken: R2 goes back.
    ///
    /// @param person under whose key the signed letter is kept; none keeps it under the node's
    record Taken(@Nullable UUID person) implements Reception {}

    /// Not to be taken as it is: put aside until a person rules, and the sender told this code.
    ///
    /// @param reasonCode 1 to 40 of `A-Z 0-9 _`
    record Aside(String reasonCode) implements Reception {}

    /// Against a rule that no person here can lift: refused at once, with this code.
    ///
    /// @param reasonCode 1 to 40 of `A-Z 0-9 _`
    record Refused(String reasonCode) implements Reception {}

    /// About nothing of this receiver's: the next that takes this kind is asked.
    record Elsewhere() implements Reception {}
  }
}

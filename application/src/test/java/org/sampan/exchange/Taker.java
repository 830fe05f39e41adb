package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.sampan.vault.Vault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Takes referrals before the capability of that name does, and remembers them. Not scanned for:
/// only the nodes of these tests have it.
@Order(Ordered.HIGHEST_PRECEDENCE)
class Taker implements Receiver {

  final List<Received> taken = new CopyOnWriteArrayList<>();
  final List<MessageId> locked = new CopyOnWriteArrayList<>();
  final List<MessageId> takenBack = new CopyOnWriteArrayList<>();
  volatile Consumer<Received> before = message -> {};

  /// The code with which it refuses; empty for none.
  volatile String refusal = "";

  /// Whether it leaves referrals to whoever else takes them.
  volatile boolean aside;

  /// Kinds it takes beside those of this release, as a later one would.
  final Set<String> learned = new CopyOnWriteArraySet<>();

  private final Vault vault;

  Taker(Vault vault) {
    this.vault = vault;
  }

  @Override
  public Set<String> kinds() {
    Set<String> kinds = new HashSet<>(learned);
    kinds.addAll(Set.of("referral.request/1.0", "referral.status/1.0", "consent.withdraw/1.0"));
    kinds.add("sys.tombstone/1.0");
    return kinds;
  }

  @Override
  public Reception receive(Received message) {
    before.accept(message);
    if (aside && message.kind().startsWith("referral.")) {
      return new Reception.Elsewhere();
    }
    if (!refusal.isEmpty() && message.kind().startsWith("referral.")) {
      return new Reception.Aside(refusal);
    }
    taken.add(message);
    if (message.kind().startsWith("consent.") || message.kind().startsWith("sys.")) {
      (message.kind().startsWith("sys.") ? takenBack : locked).addAll(message.locked());
      return new Reception.Taken(null);
    }
    UUID person = message.person() == null ? UuidCreator.getTimeOrderedEpoch() : message.person();
    vault.admit(person);
    return new Reception.Taken(person);
  }

  List<UUID> requests() {
    return taken.stream()
        .filter(message -> message.kind().startsWith("referral."))
        .map(message -> message.id().value())
        .toList();
  }
}

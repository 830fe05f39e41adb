package org.sampan.witnesses;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.exchange.Peers;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;
import org.sampan.sealing.log.Seen;
import org.sampan.sealing.log.SignedNote;
import org.sampan.sealing.log.Tiles;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Remembers the heads that others tell, asks each for its checkpoint, proves that it continues all
/// of them, and cosigns it; or raises an alarm.
@Component
class Round {

  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  /// A node signs a checkpoint within a minute of what it told; after this it has taken it back.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// As many heads as a busy hour tells.
  private static final int MOST_KNOWN = 10_000;

  private final Heads heads;
  private final Road road;
  private final Trust trust;
  private final Keyring keys;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /// Heads that are kept for good: a log grows twice a second at most, and every letter in between
  /// tells the same.
  private final Set<Peers.HeadHeard> known = ConcurrentHashMap.newKeySet();

  Round(
      Heads heads,
      Road road,
      Trust trust,
      Keyring keys,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.heads = heads;
    this.road = road;
    this.trust = trust;
    this.keys = keys;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  void heard(Peers.HeadHeard heard) {
    if (known.contains(heard)) {
      return;
    }
    hear(heard.peer(), heard.head());
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      TransactionSynchronizationManager.registerSynchronization(new Remembering(heard));
    }
  }

  /// Only what was committed is known.
  private final class Remembering implements TransactionSynchronization {
    private final Peers.HeadHeard heard;

    Remembering(Peers.HeadHeard heard) {
      this.heard = heard;
    }

    @Override
    public void afterCommit() {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      known.add(heard);
    }
  }

  /// Keeps a head that a node signed. Two of one size and two roots are a fork, whatever it shows
  /// later: that needs no proof and no line.
  void hear(String peer, LogHead head) {
    Instant now = clock.instant();
    heads
        .hear(peer, head, now)
        .ifPresent(before ->
            alarm(
                before, new Checkpoint(new NodeId(peer), head.size(), Hash.of(head.root())), now));
  }

  /// Asks everybody on the list who has an address.
  @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
  void go() {
    trust.list().ifPresent(this::go);
  }

  void go(TrustList list) {
    list.nodes().stream()
        .filter(node -> !node.id().equals(trust.self()))
        .filter(node -> node.status() != TrustedNode.Status.SUSPENDED)
        .forEach(node -> ask(node, list));
  }

  private void ask(TrustedNode node, TrustList list) {
    URI address = node.endpoint();
    if (address == null) {
      return;
    }
    String note =
        road.get(address, "checkpoint")
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    if (note.isEmpty()) {
      return;
    }
    if (Seen.check(note, list, clock.instant()) instanceof Seen.Proved seen
        && seen.checkpoint().node().equals(node.id())) {
      try {
        judge(address, seen, note);
      } catch (IllegalArgumentException missing) {
        LOG.warn("log of {} cannot be read", node.id());
      }
    } else {
      LOG.warn("checkpoint of {} refused", node.id());
    }
  }

  private void judge(URI address, Seen.Proved seen, String note) {
    Checkpoint checkpoint = seen.checkpoint();
    String peer = checkpoint.node().value();
    MerkleTree tree =
        new MerkleTree(
            new Tiles(
                checkpoint.size(),
                tile -> road.get(address, tile.path()).orElseGet(() -> new byte[0])));
    Instant now = clock.instant();
    Optional<Heads.Accepted> before = heads.accepted(peer);
    boolean holds = before.isEmpty() || continues(tree, checkpoint, before.get().head());
    if (!holds) {
      alarm(before.orElseThrow().head(), checkpoint, now);
    }
    List<Heads.Heard> open = heads.open(peer);
    for (Heads.Heard heard : open) {
      if (heard.head().size() <= checkpoint.size()) {
        boolean continued = continues(tree, checkpoint, heard.head());
        settle(peer, heard.head(), continued, checkpoint, now);
        holds = holds && continued;
      } else if (heard.at().plus(PATIENCE).isBefore(now)) {
        settle(peer, heard.head(), false, checkpoint, now);
        holds = false;
      }
    }
    if (holds && heads.alarms().stream().noneMatch(alarm -> alarm.peer().equals(peer))) {
      cosign(address, seen, note, now);
    }
  }

  private static boolean continues(MerkleTree tree, Checkpoint checkpoint, LogHead head) {
    return head.size() <= checkpoint.size()
        && tree.consistency(head.size(), checkpoint.size())
            .proves(Hash.of(head.root()), checkpoint.root());
  }

  private void settle(
      String peer, LogHead head, boolean continued, Checkpoint checkpoint, Instant now) {
    transaction.executeWithoutResult(_ -> heads.settle(peer, head, continued));
    if (!continued) {
      alarm(head, checkpoint, now);
    }
  }

  private void alarm(LogHead heard, Checkpoint instead, Instant now) {
    String kind = heard.size() > instead.size() ? "ROLLBACK" : "FORK";
    transaction.executeWithoutResult(_ -> {
      if (heads.alarm(kind, heard, instead, now)) {
        LOG.error("log of {} {} at {}", instead.node(), kind, heard.size());
        audit.write(
            Act.of(kind.equals("FORK") ? "witnesses.alarm.fork" : "witnesses.alarm.rollback")
                .with("node", instead.node())
                .with("heard", heard.size() + " " + heard.root())
                .with("shown", instead.size() + " " + instead.root().digest()));
      }
    });
  }

  private void cosign(URI address, Seen.Proved seen, String note, Instant now) {
    Checkpoint checkpoint = seen.checkpoint();
    transaction.executeWithoutResult(_ -> heads.accept(checkpoint, note, now));
    if (!seen.cosigners().containsKey(trust.self())) {
      SignedNote.Line line = checkpoint.cosign(trust.self(), keys.signing(), now);
      road.post(address, new SignedNote(checkpoint.text(), List.of(line)));
    }
  }
}

package org.sampan.witnesses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sampan.audit.Log;
import org.sampan.sealing.Digest;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.Seen;
import org.sampan.sealing.log.SignedNote;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signs this node's own checkpoints: every minute in which something was written, or after a
/// thousand entries; and takes the cosignatures of others.
@Component
class Clerk {

  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final int MANY = 1000;

  private final Log log;
  private final Checkpoints checkpoints;
  private final Trust trust;
  private final Keyring keys;
  private final Clock clock;

  Clerk(Log log, Checkpoints checkpoints, Trust trust, Keyring keys, Clock clock) {
    this.log = log;
    this.checkpoints = checkpoints;
    this.trust = trust;
    this.keys = keys;
    this.clock = clock;
  }

  /// Signs a checkpoint if one is due.
  @Scheduled(fixedDelay = 5_000, initialDelay = 7_000)
  @Transactional
  public void look() {
    Instant now = clock.instant();
    long size = log.head().size();
    Optional<Checkpoints.Kept> newest = checkpoints.newest();
    boolean due =
        newest.isEmpty()
            || size >= newest.get().size() + MANY
            || size > newest.get().size() && !newest.get().at().plus(EVERY).isAfter(now);
    if (due) {
      sign(now);
    }
  }

  /// Signs the log as it stands, unless it does not continue the last checkpoint: then somebody
  /// altered it, and signing would only help to hide that.
  @Transactional
  public void sign(Instant now) {
    Log.Head head = log.head();
    Optional<Checkpoints.Kept> newest = checkpoints.newest();
    if (newest.isPresent() && !continues(newest.get(), head)) {
      LOG.error("the log does not continue its checkpoint of {}", newest.get().size());
      return;
    }
    Checkpoint checkpoint = new Checkpoint(trust.self(), head.size(), head.root());
    checkpoints.add(checkpoint, now, checkpoint.sign(keys.signing(), now));
  }

  private boolean continues(Checkpoints.Kept before, Log.Head head) {
    return before.size() <= head.size()
        && log.tree(head.size())
            .consistency(before.size(), head.size())
            .proves(Hash.of(new Digest(before.root())), head.root());
  }

  /// Takes another node's line under a checkpoint of ours.
  ///
  /// @return false when it is not that: nothing changes
  @Transactional
  public boolean take(String sent) {
    return trust.list().map(list -> take(sent, list)).orElse(false);
  }

  /// As [#take(String)], by this list; within the caller's transaction if there is one.
  @Transactional
  public boolean take(String sent, TrustList list) {
    SignedNote theirs;
    Checkpoint of;
    try {
      theirs = SignedNote.parse(sent);
      of = Checkpoint.parse(theirs.text());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
    Optional<SignedNote> ours =
        checkpoints.lock(of.size()).map(kept -> SignedNote.parse(kept.note()));
    if (ours.isEmpty() || !ours.get().text().equals(theirs.text()) || theirs.lines().size() != 1) {
      return false;
    }
    SignedNote more = ours.get().with(theirs.lines().getFirst());
    boolean counts =
        Seen.check(more.toString(), list, clock.instant()) instanceof Seen.Proved seen
            && seen.cosigners().size() + 2 == more.lines().size();
    if (counts) {
      checkpoints.cosigned(of.size(), more);
    }
    return counts;
  }
}

package org.sampan.witnesses;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.log.Seen;
import org.sampan.trust.Trust;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door for whoever carries checkpoints another way than by the wire: the newest ones
/// known here, and what comes of one that is brought.
@Component
public class Notes {

  private final Checkpoints checkpoints;
  private final Heads heads;
  private final Round round;
  private final Trust trust;
  private final Clock clock;

  Notes(Checkpoints checkpoints, Heads heads, Round round, Trust trust, Clock clock) {
    this.checkpoints = checkpoints;
    this.heads = heads;
    this.round = round;
    this.trust = trust;
    this.clock = clock;
  }

  /// The newest checkpoint of this node, and of each other whose log it proved, as they were
  /// signed, by node.
  @Transactional(readOnly = true)
  public Map<String, String> newest() {
    Map<String, String> notes = new TreeMap<>(heads.notes());
    checkpoints.newest().ifPresent(own -> notes.put(trust.self().value(), own.note()));
    return notes;
  }

  /// Hears the head that a checkpoint of this node tells, as if its letter had told it: whoever
  /// brings it, the node itself signed it. Our own is known.
  ///
  /// @return false when it proves nothing: nothing changes
  @Transactional
  public boolean hear(String node, String note) {
    Optional<TrustList> list = trust.list();
    if (list.isEmpty()
        || !(Seen.check(note, list.get(), clock.instant()) instanceof Seen.Proved seen)
        || !seen.checkpoint().node().value().equals(node)) {
      return false;
    }
    if (!seen.checkpoint().node().equals(trust.self())) {
      var checkpoint = seen.checkpoint();
      round.hear(node, new LogHead(checkpoint.size(), checkpoint.root().digest()));
    }
    return true;
  }
}

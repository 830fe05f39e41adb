package org.sampan.sealing.log;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;

/// What a signed checkpoint proves, by the keys of a trust list.
public sealed interface Seen {

  /// The log's own node signed it.
  ///
  /// @param at when, by its own clock, to the second
  /// @param cosigners the other nodes that saw this head, and when each did
  record Proved(Checkpoint checkpoint, Instant at, SortedMap<NodeId, Instant> cosigners)
      implements Seen {
    public Proved {
      cosigners = Collections.unmodifiableSortedMap(new TreeMap<>(cosigners));
    }

    /// Whether so many other nodes stand by it.
    public boolean cosignedBy(int needed) {
      return cosigners.size() >= needed;
    }
  }

  /// It proves nothing.
  record Refused(Fault fault) implements Seen {}

  /// Why a checkpoint proves nothing.
  enum Fault {
    /// It is not written as checkpoints are.
    MALFORMED,
    /// Its node is not on the trust list.
    NODE_UNKNOWN,
    /// Its node did not sign it, or with a key that did not count then.
    NOT_SIGNED,
    /// A line under it names a known key and is not by that key.
    LINE_FORGED
  }

  /// Checks a note. A line by an unknown key counts for nothing; one that a known key did not make
  /// spoils the note (C2SP signed-note). A key counts when it was valid at the time beside its
  /// signature and is not revoked at `provedAt`; a suspended node's word does not count.
  static Seen check(String note, TrustList list, Instant provedAt) {
    SignedNote read;
    Checkpoint checkpoint;
    try {
      read = SignedNote.parse(note);
      checkpoint = Checkpoint.parse(read.text());
    } catch (IllegalArgumentException malformed) {
      return new Refused(Fault.MALFORMED);
    }
    Optional<TrustedNode> owner = list.node(checkpoint.node());
    if (owner.isEmpty()) {
      return new Refused(Fault.NODE_UNKNOWN);
    }
    SortedMap<NodeId, Instant> stamps = new TreeMap<>();
    boolean signed = false;
    for (SignedNote.Line line : read.lines()) {
      switch (Word.of(line, checkpoint, list, provedAt)) {
        case Word.Unknown unknown -> {}
        case Word.Forged forged -> {
          return new Refused(Fault.LINE_FORGED);
        }
        case Word.Own own -> signed = true;
        case Word.Stamp(NodeId by, Instant at) ->
            stamps.merge(by, at, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    Instant at = stamps.remove(checkpoint.node());
    return signed && at != null
        ? new Proved(checkpoint, at, stamps)
        : new Refused(Fault.NOT_SIGNED);
  }
}

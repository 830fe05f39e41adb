package org.sampan.sealing.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;

/// What one line under a checkpoint says.
sealed interface Word {

  /// By no key that counts: it says nothing.
  record Unknown() implements Word {}

  /// It names a key that did not make it.
  record Forged() implements Word {}

  /// The log's own plain signature.
  record Own() implements Word {}

  /// A node saw this head at this time.
  record Stamp(NodeId by, Instant at) implements Word {}

  /// Checks one line.
  static Word of(SignedNote.Line line, Checkpoint checkpoint, TrustList list, Instant provedAt) {
    Optional<TrustedNode> node =
        list.nodes().stream()
            .filter(each -> Checkpoint.name(each.id()).equals(line.name()))
            .filter(each -> each.status() != TrustedNode.Status.SUSPENDED)
            .findFirst();
    if (node.isEmpty()) {
      return new Unknown();
    }
    NodeId by = node.get().id();
    byte[] bytes = line.bytes();
    byte[] keyId = Arrays.copyOf(bytes, 4);
    byte[] signature = Arrays.copyOfRange(bytes, 4, bytes.length);
    for (PublicPart key : signingKeys(node.get())) {
      if (Arrays.equals(keyId, Es256.cosignatureKeyId(line.name(), key.key()))) {
        Optional<Stamp> stamp = stamp(by, signature, checkpoint, key);
        boolean counts = stamp.isPresent() && counts(list, stamp.get(), key, provedAt);
        return counts ? stamp.get() : stamp.isPresent() ? new Unknown() : new Forged();
      }
      if (by.equals(checkpoint.node()) && Arrays.equals(keyId, Es256.checkpointKeyId(key.key()))) {
        boolean holds = Es256.verify(Es256.ascii(checkpoint.text()), signature, key.key());
        return holds ? new Own() : new Forged();
      }
    }
    return new Unknown();
  }

  private static List<PublicPart> signingKeys(TrustedNode node) {
    return node.keys().stream()
        .map(TrustedNode.Key::part)
        .filter(part -> part.use() == PublicPart.Use.SIGN)
        .toList();
  }

  private static Optional<Stamp> stamp(
      NodeId by, byte[] stamped, Checkpoint checkpoint, PublicPart key) {
    if (stamped.length <= Long.BYTES) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(stamped).getLong();
    byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
    boolean holds =
        seconds >= 0
            && seconds <= Instant.MAX.getEpochSecond()
            && Es256.verify(Es256.ascii(checkpoint.cosigned(seconds)), signature, key.key());
    return holds ? Optional.of(new Stamp(by, Instant.ofEpochSecond(seconds))) : Optional.empty();
  }

  /// Valid when the line says it was made, and not revoked by when it is proved to have existed.
  private static boolean counts(TrustList list, Stamp stamp, PublicPart key, Instant provedAt) {
    var use = PublicPart.Use.SIGN;
    return list.keyAt(key.kid(), stamp.by(), use, stamp.at()) == TrustList.KeyState.VALID
        && list.keyAt(key.kid(), stamp.by(), use, provedAt) != TrustList.KeyState.REVOKED;
  }
}

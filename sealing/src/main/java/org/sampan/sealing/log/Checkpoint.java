package org.sampan.sealing.log;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.sealing.Letter.LogHead;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.SigningKey;

/// Size and root of one node's log (C2SP tlog-checkpoint): three lines, of which the first names
/// the log as `sampan/` and the node.
///
/// @param size how many entries, from 0
/// @param root over all of them
public record Checkpoint(NodeId node, long size, Hash root) {
  private static final Pattern FORM =
      Pattern.compile("sampan/([a-z0-9-]{2,63})\n(0|[1-9][0-9]{0,15})\n([0-9A-Za-z+/]{43}=)\n");

  public Checkpoint {
    if (size < 0 || (size == 0) != root.equals(Hash.EMPTY)) {
      throw new IllegalArgumentException("size and root do not fit");
    }
  }

  /// The three lines.
  public String text() {
    return name(node) + "\n" + size + "\n" + root.base64() + "\n";
  }

  /// Reads [#text()].
  ///
  /// @throws IllegalArgumentException on any other spelling
  public static Checkpoint parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("this is no checkpoint");
    }
    return new Checkpoint(
        new NodeId(match.group(1)), Long.parseLong(match.group(2)), Hash.parse(match.group(3)));
  }

  /// The head as envelopes and receipts carry it.
  public LogHead head() {
    return new LogHead(size, root.digest());
  }

  /// The checkpoint signed by its own node: one line that it is the log's, one that says when.
  ///
  /// @param key the node's current signing key
  /// @param now to the second
  public SignedNote sign(SigningKey key, Instant now) {
    var publicKey = key.publicPart().key();
    byte[] plain = Es256.sign(Es256.ascii(text()), key.privateKey());
    var line = new SignedNote.Line(name(node), base64(Es256.checkpointKeyId(publicKey), plain));
    return new SignedNote(text(), List.of(line, cosign(node, key, now)));
  }

  /// Another node's word: by this time the largest log of this node that it saw, and it continued
  /// all it had seen before (C2SP tlog-cosignature, with ES256 in place of Ed25519).
  public SignedNote.Line cosign(NodeId by, SigningKey key, Instant now) {
    long seconds = now.getEpochSecond();
    byte[] signature = Es256.sign(Es256.ascii(cosigned(seconds)), key.privateKey());
    byte[] stamped = new byte[Long.BYTES + signature.length];
    java.nio.ByteBuffer.wrap(stamped).putLong(seconds).put(signature);
    byte[] keyId = Es256.cosignatureKeyId(name(by), key.publicPart().key());
    return new SignedNote.Line(name(by), base64(keyId, stamped));
  }

  String cosigned(long seconds) {
    return "cosignature/v1\ntime " + seconds + "\n" + text();
  }

  static String name(NodeId node) {
    return "sampan/" + node.value();
  }

  private static String base64(byte[] keyId, byte[] signature) {
    byte[] both = java.util.Arrays.copyOf(keyId, keyId.length + signature.length);
    System.arraycopy(signature, 0, both, keyId.length, signature.length);
    return Base64.getEncoder().encodeToString(both);
  }
}

package org.sampan.sealing.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Digest;

/// The SHA-256 of a leaf or of an inner node of the tree, told apart by the byte in front (RFC 6962
/// section 2.1: 0x00 leaf, 0x01 node), so that no leaf can pass for a node.
public final class Hash {
  /// The bytes of every hash.
  public static final int BYTES = 32;

  /// The root of a tree without leaves: SHA-256 of nothing.
  public static final Hash EMPTY = new Hash(sha256().digest());

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A hash read from somewhere.
  ///
  /// @throws IllegalArgumentException unless there are 32 bytes
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes");
    }
    return new Hash(bytes.clone());
  }

  /// A hash in the hexadecimal form of a [Digest].
  public static Hash of(Digest digest) {
    return new Hash(HexFormat.of().parseHex(digest.hex()));
  }

  /// Reads [#base64()]; any other spelling is refused with [IllegalArgumentException].
  public static Hash parse(String base64) {
    Hash read = of(Base64.getDecoder().decode(base64));
    if (!read.base64().equals(base64)) {
      throw new IllegalArgumentException("a hash has one spelling");
    }
    return read;
  }

  /// The leaf of an entry: SHA-256(0x00 | entry).
  public static Hash ofLeaf(byte[] entry) {
    MessageDigest sha = sha256();
    sha.update((byte) 0);
    return new Hash(sha.digest(entry));
  }

  /// The node above two: SHA-256(0x01 | left | right).
  public static Hash ofNode(Hash left, Hash right) {
    MessageDigest sha = sha256();
    sha.update((byte) 1);
    sha.update(left.bytes);
    return new Hash(sha.digest(right.bytes));
  }

  /// The 32 bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The hash in base64 with padding (RFC 4648 section 4), as notes and proofs write it.
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// The hash in hexadecimal, as envelopes and receipts write it.
  public Digest digest() {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  void copyTo(byte[] target, int from) {
    System.arraycopy(bytes, 0, target, from, BYTES);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java platform has SHA-256.", every);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}

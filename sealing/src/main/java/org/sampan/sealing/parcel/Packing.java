package org.sampan.sealing.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Seals a file of any size with the memory of one chunk.
public final class Packing {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Packing() {}

  /// What became of a file.
  ///
  /// @param size its length in bytes
  /// @param sha256 its SHA-256, 64 hexadecimal digits
  /// @param sealedSize the length of the parcel
  /// @param sealedSha256 the SHA-256 of the parcel: the name under which it crosses
  public record Packed(long size, String sha256, long sealedSize, String sealedSha256) {}

  /// Reads a file to its end and writes its parcel. Neither stream is closed.
  ///
  /// @param key fresh, for this parcel alone
  public static Packed pack(InputStream plain, ParcelKey key, OutputStream sealed)
      throws IOException {
    var salt = new byte[Chunks.SALT];
    RANDOM.nextBytes(salt);
    return pack(plain, key, sealed, salt);
  }

  static Packed pack(InputStream plain, ParcelKey key, OutputStream sealed, byte[] salt)
      throws IOException {
    var chunks = new Chunks(key, salt);
    var before = sha256();
    var after = sha256();
    var commitment = chunks.commitment();
    put(salt, salt.length, after, sealed);
    put(commitment, commitment.length, after, sealed);
    var clear = new byte[Chunks.PLAIN];
    var covered = new byte[Chunks.SEALED];
    long number = 0;
    int read;
    do {
      read = plain.readNBytes(clear, 0, clear.length);
      before.update(clear, 0, read);
      put(covered, chunks.seal(number, clear, read, covered), after, sealed);
      number++;
      // A file of whole chunks ends with an empty one: a full chunk is never the last.
    } while (read == clear.length && number < Chunks.MOST);
    if (read == clear.length) {
      throw new IOException("The file is too large for a parcel.");
    }
    long size = (number - 1) * Chunks.PLAIN + read;
    return new Packed(size, hex(before), Chunks.sealedSize(size), hex(after));
  }

  /// How long the parcel of a file of so many bytes is.
  public static long sealedSize(long size) {
    if (size < 0 || size / Chunks.PLAIN >= Chunks.MOST) {
      throw new IllegalArgumentException("no file has this size");
    }
    return Chunks.sealedSize(size);
  }

  private static void put(byte[] bytes, int length, MessageDigest digest, OutputStream to)
      throws IOException {
    digest.update(bytes, 0, length);
    to.write(bytes, 0, length);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java platform has SHA-256.", every);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}

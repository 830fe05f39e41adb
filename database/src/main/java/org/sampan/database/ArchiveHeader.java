package org.sampan.database;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;

/// The readable beginning of an archive: what is needed, beside the passphrase, to open the rest.
///
/// Layout, 78 bytes, numbers big-endian: `SAMPAN NODE` and a line end (12), format (1), rounds (4),
/// salt (32), start of every nonce (7), confirmation of the key (16), reserved and zero (2), and a
/// checksum over all of that (4). The checksum tells damage from a wrong passphrase; it protects
/// nothing, the confirmation and each chunk's tag do.
record ArchiveHeader(int rounds, byte[] salt, byte[] nonceStart) {

  static final int FORMAT = 1;
  static final int CONFIRMATION_LENGTH = 16;
  private static final byte[] MAGIC = "SAMPAN NODE\n".getBytes(StandardCharsets.US_ASCII);

  // An archive made in a test may ask for few rounds; one that asks for hours is not ours.
  private static final int FEWEST_ROUNDS = 1_000;
  private static final int MOST_ROUNDS = 20_000_000;

  /// What stands at the beginning of a file: the header and the confirmation that came with it.
  record Opened(ArchiveHeader header, byte[] confirmation) {}

  static ArchiveHeader make(int rounds) {
    var random = new SecureRandom();
    var salt = new byte[32];
    var nonceStart = new byte[SealedOutput.NONCE_START];
    random.nextBytes(salt);
    random.nextBytes(nonceStart);
    return new ArchiveHeader(rounds, salt, nonceStart);
  }

  /// The part every chunk is bound to.
  byte[] bound() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeByte(FORMAT);
      out.writeInt(rounds);
      out.write(salt);
      out.write(nonceStart);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  byte[] bytes(byte[] confirmation) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(bound());
      out.write(confirmation);
      out.writeShort(0);
      out.writeInt(checksum(bytes.toByteArray()));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  static Opened read(InputStream file) throws IOException {
    var in = new DataInputStream(file);
    try {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new DatabaseRefusal("This file is not a node's archive.");
      }
      var format = in.readUnsignedByte();
      if (format != FORMAT) {
        throw new DatabaseRefusal(
            "This archive has format %d; this release reads format %d.".formatted(format, FORMAT));
      }
      var rounds = in.readInt();
      var header =
          new ArchiveHeader(rounds, exactly(in, 32), exactly(in, SealedOutput.NONCE_START));
      var confirmation = exactly(in, CONFIRMATION_LENGTH);
      var rest = exactly(in, 6);
      if (!Arrays.equals(rest, tail(header.bytes(confirmation)))
          || rounds < FEWEST_ROUNDS
          || rounds > MOST_ROUNDS) {
        throw new DatabaseRefusal("The archive is damaged at its beginning.");
      }
      return new Opened(header, confirmation);
    } catch (EOFException cutShort) {
      throw new DatabaseRefusal("The archive is damaged: it ends in its beginning.", cutShort);
    }
  }

  private static byte[] exactly(DataInputStream in, int length) throws IOException {
    var bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static byte[] tail(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length - 6, bytes.length);
  }

  private static int checksum(byte[] bytes) {
    var checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}

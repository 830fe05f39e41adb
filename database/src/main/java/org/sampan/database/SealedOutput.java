package org.sampan.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals what is written to it, chunk by chunk, so that a file of any size needs little memory and
/// no chunk can be changed, dropped, repeated or moved.
///
/// The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, "Online authenticated encryption
/// and its nonce-reuse misuse-resistance", CRYPTO 2015) over AES-256-GCM: a chunk's nonce is the
/// file's own start (7 bytes), the chunk's number (4) and whether it is the last (1); its
/// additional data is the file's header. Every chunk but the last holds [#CHUNK] bytes.
final class SealedOutput extends OutputStream {

  static final int CHUNK = 65_536;
  static final int TAG = 16;
  static final int NONCE_START = 7;

  private final OutputStream out;
  private final ArchiveHeader header;
  private final SecretKey key;
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private int number;
  private boolean closed;

  SealedOutput(OutputStream out, ArchiveHeader header, SecretKey key) {
    this.out = out;
    this.header = header;
    this.key = key;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    var done = 0;
    while (done < length) {
      // A full chunk waits for one byte more, since only then is it known not to be the last.
      if (filled == CHUNK) {
        seal(false);
      }
      var part = Math.min(CHUNK - filled, length - done);
      System.arraycopy(bytes, offset + done, chunk, filled, part);
      filled += part;
      done += part;
    }
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      seal(true);
      out.close();
    }
  }

  private void seal(boolean last) throws IOException {
    out.write(Chunk.of(Cipher.ENCRYPT_MODE, key, header, number, last).doFinalOf(chunk, filled));
    filled = 0;
    number = Math.incrementExact(number);
  }

  /// One chunk's cipher, ready for its bytes.
  record Chunk(Cipher cipher) {

    static Chunk of(int mode, SecretKey key, ArchiveHeader header, int number, boolean last) {
      var nonce =
          ByteBuffer.allocate(12)
              .put(header.nonceStart())
              .putInt(number)
              .put((byte) (last ? 1 : 0))
              .array();
      try {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(header.bound());
        return new Chunk(cipher);
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException("This JDK lacks AES-GCM", missing);
      }
    }

    byte[] doFinalOf(byte[] bytes, int length) {
      try {
        return cipher.doFinal(bytes, 0, length);
      } catch (GeneralSecurityException altered) {
        throw new DatabaseRefusal("The archive was altered, damaged or cut short.", altered);
      }
    }
  }
}

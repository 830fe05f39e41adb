package org.sampan.database;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Opens what [SealedOutput] sealed. A chunk's bytes are given out only when its tag is right, and
/// the end is reached only by a chunk that was sealed as the last.
///
/// Any read fails with a [DatabaseRefusal] when the file is not, byte for byte, what was written.
final class SealedInput extends InputStream {

  private final InputStream in;
  private final ArchiveHeader header;
  private final SecretKey key;
  private byte[] ahead;
  private byte[] open = new byte[0];
  private int given;
  private int number;
  private boolean lastSeen;

  SealedInput(InputStream in, ArchiveHeader header, SecretKey key) throws IOException {
    this.in = in;
    this.header = header;
    this.key = key;
    this.ahead = nextSealed();
  }

  @Override
  public int read() throws IOException {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (given == open.length) {
      if (lastSeen) {
        return -1;
      }
      openNext();
    }
    var part = Math.min(length, open.length - given);
    System.arraycopy(open, given, bytes, offset, part);
    given += part;
    return part;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void openNext() throws IOException {
    var sealed = ahead;
    ahead = nextSealed();
    lastSeen = ahead.length == 0;
    // What is too short to hold a tag was cut; an empty array makes the cipher say so.
    open =
        SealedOutput.Chunk.of(Cipher.DECRYPT_MODE, key, header, number, lastSeen)
            .doFinalOf(sealed, sealed.length);
    given = 0;
    number = Math.incrementExact(number);
  }

  private byte[] nextSealed() throws IOException {
    var sealed = new byte[SealedOutput.CHUNK + SealedOutput.TAG];
    return Arrays.copyOf(sealed, in.readNBytes(sealed, 0, sealed.length));
  }
}

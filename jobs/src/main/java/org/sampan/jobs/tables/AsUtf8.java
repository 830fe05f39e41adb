package org.sampan.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A text of another encoding, read as UTF-8.
final class AsUtf8 extends InputStream {

  private final Reader in;
  private final char[] letters = new char[1 << 14];
  private int kept;
  private byte[] bytes = new byte[0];
  private int at;

  AsUtf8(InputStream in, Charset charset) {
    this.in = new InputStreamReader(in, charset);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (at == bytes.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// A letter of two halves that the buffer's end cuts is kept whole for the next time.
  private boolean fill() throws IOException {
    int read = in.read(letters, kept, letters.length - kept);
    int count = kept + Math.max(0, read);
    if (count == 0) {
      return false;
    }
    kept = read > 0 && count > 1 && Character.isHighSurrogate(letters[count - 1]) ? 1 : 0;
    char last = letters[count - 1];
    bytes = new String(letters, 0, count - kept).getBytes(StandardCharsets.UTF_8);
    letters[0] = last;
    at = 0;
    return true;
  }
}

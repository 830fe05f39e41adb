package org.sampan.jobs.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A text of another encoding, read as UTF-8.
final class AsUtf8 extends Portions {

  private final Reader in;
  private final char[] letters = new char[1 << 14];
  private int kept;

  AsUtf8(InputStream in, Charset charset) {
    this.in = new InputStreamReader(in, charset);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// A letter of two halves that the buffer's end cuts is kept whole for the next time.
  @Override
  boolean portion() throws IOException {
    int read = in.read(letters, kept, letters.length - kept);
    int count = kept + Math.max(0, read);
    if (count == 0) {
      return false;
    }
    kept = read > 0 && count > 1 && Character.isHighSurrogate(letters[count - 1]) ? 1 : 0;
    char last = letters[count - 1];
    byte[] bytes = new String(letters, 0, count - kept).getBytes(StandardCharsets.UTF_8);
    letters[0] = last;
    return ready(bytes, 0, bytes.length);
  }
}

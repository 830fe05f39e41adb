package org.sampan.jobs.tables;

import java.io.IOException;
import java.io.InputStream;

/// A stream that is made portion by portion.
abstract class Portions extends InputStream {

  private byte[] out = new byte[0];
  private int at;
  private int end;

  /// Makes the next portion and hands it to [#ready]; false at the end.
  abstract boolean portion() throws IOException;

  /// What is read next; always true.
  final boolean ready(byte[] from, int start, int stop) {
    out = from;
    at = start;
    end = stop;
    return true;
  }

  /// Lets the portion that is ready go on to a later end.
  final void upTo(int stop) {
    end = stop;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (at == end && !portion()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(out, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}

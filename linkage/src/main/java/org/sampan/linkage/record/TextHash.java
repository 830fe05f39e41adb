package org.sampan.linkage.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A number of 32 bits that spreads texts evenly; eight bytes at a time.
final class TextHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private TextHash() {}

  static int of(byte[] bytes, int start, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int k = start;
    int end = start + length;
    for (; k <= end - 8; k += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, k)) * 0x9FB21C651E98DF25L;
      hash ^= hash >>> 32;
    }
    long tail = 0;
    if (k + 8 <= bytes.length) {
      tail = k == end ? 0 : (long) LONGS.get(bytes, k) & -1L >>> 64 - 8 * (end - k);
    } else {
      for (int place = 0; k < end; k++, place += 8) {
        tail |= (bytes[k] & 0xffL) << place;
      }
    }
    hash = (hash ^ tail) * 0x9FB21C651E98DF25L;
    return (int) (hash >>> 32 ^ hash >>> 11);
  }
}

package org.sampan.linkage.record;

/// A byte at a time (FNV-1a), mixed at the end.
final class TextHash {

  private TextHash() {}

  static int of(byte[] bytes, int start, int length) {
    int hash = 0x811C9DC5;
    for (int k = start; k < start + length; k++) {
      hash = (hash ^ bytes[k]) * 0x01000193;
    }
    hash *= 0x9E3779B1;
    return hash ^ hash >>> 15;
  }
}

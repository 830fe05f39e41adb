package org.sampan.names.lattice;

/// What can be seen of a Latin form, or of a piece of it, without an alignment, packed into one
/// number: from the lowest bit up which letters it has (one bit a code), its length, its first and
/// its last letter (6 bits each), and which kinds of consonants it has (see [Outline]).
final class FormOutline {

  private static final long LETTERS = (1L << Letters.CODES) - 1;
  private static final int SMALL = 0x3f;
  private static final int LENGTH = Letters.CODES;
  private static final int FIRST = LENGTH + 6;
  private static final int LAST = FIRST + 6;
  private static final int KINDS = LAST + 6;

  private FormOutline() {}

  /// The letters from `begin` to `end`; 0 for none.
  static long of(byte[] codes, int begin, int end) {
    if (begin == end) {
      return 0;
    }
    long outline = (long) (end - begin) << LENGTH;
    outline |= (long) codes[begin] << FIRST;
    outline |= (long) codes[end - 1] << LAST;
    for (int i = begin; i < end; i++) {
      outline |= 1L << codes[i];
      outline |= (long) Outline.kind(codes[i]) << KINDS;
    }
    return outline;
  }

  static long letters(long outline) {
    return outline & LETTERS;
  }

  static int length(long outline) {
    return (int) (outline >>> LENGTH) & SMALL;
  }

  static int first(long outline) {
    return (int) (outline >>> FIRST) & SMALL;
  }

  static int last(long outline) {
    return (int) (outline >>> LAST) & SMALL;
  }

  static int kinds(long outline) {
    return (int) (outline >>> KINDS);
  }
}

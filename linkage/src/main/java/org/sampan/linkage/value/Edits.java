package org.sampan.linkage.value;

/// Edit distances in which a letter left out, put in, changed, or changed over with its neighbour
/// is one edit (optimal string alignment), of one text against others; bit-parallel (Hyyrö 2003, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances"). Not for several
/// threads.
public final class Edits {

  /// For each symbol, where it stands in the text at hand.
  final long[] places = new long[256];

  int length;

  /// A copy of its symbols: what it was taken from may hold another text by now.
  private final byte[] taken = new byte[Symbols.LONGEST];

  /// Takes the text, of 1 to 63 symbols, that others are compared with.
  public void take(Text text) {
    for (int k = 0; k < length; k++) {
      places[taken[k] & 0xff] = 0;
    }
    length = text.length;
    System.arraycopy(text.symbols, text.from, taken, 0, length);
    for (int k = 0; k < length; k++) {
      places[taken[k] & 0xff] |= 1L << k;
    }
  }

  /// The distance to another text of 1 to 63 symbols where it is at most `most`, otherwise any
  /// number above it.
  public int distance(Text text, int most) {
    int size = text.length;
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int distance = length;
    int last = length - 1;
    for (int j = 0; j < size; j++) {
      long here = places[text.symbol(j) & 0xff];
      long turned = (~diagonal & here) << 1 & before;
      diagonal = (((here & up) + up) ^ up) | here | down | turned;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      distance += (int) (right >>> last & 1) - (int) (left >>> last & 1);
      if (distance - (size - 1 - j) > most) {
        return most + 1;
      }
      right = right << 1 | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = diagonal & right;
      before = here;
    }
    return distance;
  }
}

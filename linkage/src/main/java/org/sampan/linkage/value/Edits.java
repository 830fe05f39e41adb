package org.sampan.linkage.value;

/// Edit distances in which a letter left out, put in, changed, or changed over with its neighbour
/// is one edit (optimal string alignment).
public final class Edits {

  private Edits() {}

  /// The distance of two texts of 1 to 63 symbols, bit-parallel (Hyyrö 2003, "A bit-vector
  /// algorithm for computing Levenshtein and Damerau edit distances").
  public static int distance(byte[] x, int fromX, int lengthX, byte[] y, int fromY, int lengthY) {
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int distance = lengthX;
    long last = 1L << lengthX - 1;
    for (int j = 0; j < lengthY; j++) {
      long here = places(x, fromX, lengthX, y[fromY + j]);
      long turned = (~diagonal & here) << 1 & before;
      diagonal = (((here & up) + up) ^ up) | here | down | turned;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      distance += (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
      right = right << 1 | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = diagonal & right;
      before = here;
    }
    return distance;
  }

  private static long places(byte[] x, int from, int length, byte symbol) {
    long places = 0;
    for (int k = 0; k < length; k++) {
      places |= (x[from + k] == symbol ? 1L : 0L) << k;
    }
    return places;
  }
}

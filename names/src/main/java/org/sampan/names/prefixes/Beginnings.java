package org.sampan.names.prefixes;

import java.util.Arrays;

/// A tree of beginnings that grows: each beginning of a text has one number, so that two texts are
/// the same where their numbers are. The empty one is 0. Scratch space of one thread.
public final class Beginnings {

  private static final int HASH = 0x9E3779B9;

  private int[] parents = new int[256];
  private byte[] letters = new byte[256];

  /// The numbers by a hash of parent and letter; 0 where there is none.
  private int[] known = new int[1024];

  private int count = 1;

  /// The number of a beginning with one more letter.
  ///
  /// @param letter 0 to 63
  public int longer(int beginning, byte letter) {
    int place = place(beginning, letter);
    while (known[place] != 0) {
      int number = known[place];
      if (parents[number] == beginning && letters[number] == letter) {
        return number;
      }
      place = place + 1 & known.length - 1;
    }
    if (count == parents.length) {
      grow();
      return longer(beginning, letter);
    }
    parents[count] = beginning;
    letters[count] = letter;
    known[place] = count;
    return count++;
  }

  private int place(int beginning, int letter) {
    return (beginning << 6 ^ letter) * HASH >>> 7 & known.length - 1;
  }

  private void grow() {
    parents = Arrays.copyOf(parents, 2 * count);
    letters = Arrays.copyOf(letters, 2 * count);
    known = new int[4 * known.length >> 1];
    for (int number = 1; number < count; number++) {
      int place = place(parents[number], letters[number]);
      while (known[place] != 0) {
        place = place + 1 & known.length - 1;
      }
      known[place] = number;
    }
  }

  /// How many numbers are given out; all are below it.
  public int count() {
    return count;
  }

  /// The letters of a beginning, the first one first.
  public byte[] letters(int beginning) {
    int length = 0;
    for (int at = beginning; at != 0; at = parents[at]) {
      length++;
    }
    byte[] text = new byte[length];
    for (int at = beginning; at != 0; at = parents[at]) {
      text[--length] = letters[at];
    }
    return text;
  }
}

package org.sampan.linkage.record;

/// A growing set of numbers from 0. Open addressing, four bytes a place.
public final class IntSet {

  /// Each number one higher, so that 0 is an empty place.
  private int[] places = new int[1 << 10];

  private int size;

  /// Takes a number in; false when it was there.
  public boolean add(int number) {
    int place = place(places, number + 1);
    if (places[place] != 0) {
      return false;
    }
    places[place] = number + 1;
    if (++size * 2 > places.length) {
      grow();
    }
    return true;
  }

  private static int place(int[] places, int held) {
    int mask = places.length - 1;
    int place = held * 0x9E3779B1 >>> 7 & mask;
    while (places[place] != 0 && places[place] != held) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    int[] wider = new int[2 * places.length];
    for (int held : places) {
      if (held != 0) {
        wider[place(wider, held)] = held;
      }
    }
    places = wider;
  }
}

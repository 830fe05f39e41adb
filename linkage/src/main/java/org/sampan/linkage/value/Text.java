package org.sampan.linkage.value;

/// A stretch of symbols to compare; one is used again and again so that comparing makes no garbage.
/// The array has at least 16 bytes to spare after the stretch.
public final class Text {

  byte[] symbols = new byte[16];
  int from;
  int length;

  /// Points it at a stretch.
  public Text at(byte[] array, int start, int size) {
    symbols = array;
    from = start;
    length = size;
    return this;
  }

  byte symbol(int place) {
    return symbols[from + place];
  }
}

package org.sampan.names.vietnamese;

/// The six tones of Vietnamese, with the mark that writes each.
public enum Tone {
  NGANG(0),
  HUYEN(0x0300),
  SAC(0x0301),
  HOI(0x0309),
  NGA(0x0303),
  NANG(0x0323);

  private final int mark;

  Tone(int mark) {
    this.mark = mark;
  }

  /// Letters with this tone on their last marked vowel, else on their first vowel.
  String on(String letters) {
    if (this == NGANG) {
      return letters;
    }
    int place = -1;
    for (int i = 0; i < letters.length(); i++) {
      boolean vowel = "aeiouy".indexOf(letters.charAt(i)) >= 0;
      if ("ăâêôơư".indexOf(letters.charAt(i)) >= 0 || vowel && place < 0) {
        place = i;
      }
    }
    return place < 0
        ? letters
        : letters.substring(0, place + 1) + (char) mark + letters.substring(place + 1);
  }

  /// The tone of a combining mark; NGANG, the tone without a mark, when it marks none.
  static Tone of(int mark) {
    for (Tone tone : values()) {
      if (tone != NGANG && tone.mark == mark) {
        return tone;
      }
    }
    return NGANG;
  }
}

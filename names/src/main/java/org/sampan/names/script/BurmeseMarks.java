package org.sampan.names.script;

/// Burmese marks in the order in which they are read: stacked consonants unfolded, the creaky dot
/// and the high mark behind the rhyme.
final class BurmeseMarks {

  private static final char ASAT = '\u103A';
  private static final char VIRAMA = '\u1039';
  private static final char DOT = '\u1037';

  private BurmeseMarks() {}

  static String inReadingOrder(String text) {
    StringBuilder read = new StringBuilder(text.length());
    String flat =
        text.replace('ါ', 'ာ').replace("ဿ", "သ်သ").replace("\u1025\u1039", "\u1025\u103A");
    for (int i = 0; i < flat.length(); i++) {
      char c = flat.charAt(i);
      if (c == VIRAMA) {
        if (!read.isEmpty() && read.charAt(read.length() - 1) != ASAT) {
          read.append(ASAT);
        }
      } else if (c == DOT && i + 1 < flat.length() && flat.charAt(i + 1) == ASAT) {
        read.append(ASAT).append(DOT);
        i++;
      } else {
        read.append(c);
      }
    }
    return read.toString().replace("ဦ", "ဦ").replace("ဩာ်", "ဪ").replace("သြော်", "ဪ");
  }
}

package org.sampan.names.lattice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A Latin form as typed, folded to the letters a to z and the digits: case, marks, dots and
/// hyphens do not count, but what they divide are *tokens*. At most [#MOST] letters are read.
public final class Letters {

  /// As many letters as one machine word has bits, less one for the end.
  public static final int MOST = 63;

  /// Letters are 1 to 26, digits 27 to 36.
  public static final int CODES = 37;

  final int length;
  final byte[] codes;
  final int[] tokens;
  final long[] places;
  final long vowels;
  final long consonants;
  final long present;
  final int kinds;
  final long firsts;
  final long lasts;
  final Letters[] pieces;

  private Letters(byte[] codes, int[] tokens) {
    this.length = codes.length;
    this.codes = codes;
    this.tokens = tokens;
    this.places = new long[CODES];
    for (int i = 0; i < codes.length; i++) {
      places[codes[i]] |= 1L << i;
    }
    this.vowels = places[1] | places[5] | places[9] | places[15] | places[21] | places[25];
    this.consonants = ((1L << length) - 1) & ~vowels;
    long all = 0;
    for (byte code : codes) {
      all |= 1L << code;
    }
    this.present = all;
    this.kinds = Outline.kinds(this);
    long begin = 0;
    long end = 0;
    for (int i = 0; i < tokens.length; i++) {
      begin |= 1L << codes[i == 0 ? 0 : tokens[i - 1]];
      end |= 1L << codes[tokens[i] - 1];
    }
    this.firsts = begin;
    this.lasts = end;
    this.pieces = tokens.length < 2 ? new Letters[0] : pieces(codes, tokens);
  }

  /// Each token by itself, and each two that follow one another.
  private static Letters[] pieces(byte[] codes, int[] tokens) {
    List<Letters> pieces = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      int from = i == 0 ? 0 : tokens[i - 1];
      for (int to = i; to < Math.min(i + 2, tokens.length); to++) {
        byte[] piece = java.util.Arrays.copyOfRange(codes, from, tokens[to]);
        pieces.add(new Letters(piece, new int[] {piece.length}));
      }
    }
    return pieces.toArray(Letters[]::new);
  }

  /// Folds any text; what is not Latin in it is left out.
  public static Letters of(String written) {
    String folded = fold(written);
    List<Integer> ends = new ArrayList<>();
    byte[] codes = new byte[Math.min(MOST, folded.length())];
    int length = 0;
    for (int i = 0; i < folded.length() && length < MOST; i++) {
      char c = folded.charAt(i);
      if (code(c) > 0) {
        codes[length++] = code(c);
      } else if (c == ' ' && length > (ends.isEmpty() ? 0 : ends.getLast())) {
        ends.add(length);
      }
    }
    if (length > (ends.isEmpty() ? 0 : ends.getLast())) {
      ends.add(length);
    }
    return new Letters(
        java.util.Arrays.copyOf(codes, length),
        ends.stream().mapToInt(Integer::intValue).toArray());
  }

  /// Lower-case letters, digits and single spaces; apostrophes vanish.
  static String fold(String written) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(written, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(point -> {
          int lower = Character.toLowerCase(point);
          if (lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9') {
            folded.append((char) lower);
          } else if (Character.getType(point) != Character.NON_SPACING_MARK) {
            folded.append(special(lower));
          }
        });
    return folded.toString();
  }

  private static String special(int lower) {
    return switch (lower) {
      case 'đ', 'ð' -> "d";
      case 'ø', 'ɔ' -> "o";
      case 'ł' -> "l";
      case 'ß' -> "ss";
      case 'æ', 'ɛ' -> "ae";
      case 'œ', 'ə' -> "oe";
      case 'ı' -> "i";
      case 'ŋ' -> "ng";
      case 'ħ' -> "h";
      case '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', 'ː', ':', '"' -> "";
      default -> " ";
    };
  }

  /// The code of a letter or digit, 0 for anything else.
  static byte code(char c) {
    if (c >= 'a' && c <= 'z') {
      return (byte) (c - 'a' + 1);
    }
    return c >= '0' && c <= '9' ? (byte) (c - '0' + 27) : 0;
  }

  static char letter(int code) {
    return (char) (code <= 26 ? 'a' + code - 1 : '0' + code - 27);
  }

  static boolean vowel(int code) {
    return code == 1 || code == 5 || code == 9 || code == 15 || code == 21 || code == 25;
  }

  /// How many letters were read.
  public int length() {
    return length;
  }

  /// How many tokens they stand in.
  public int tokens() {
    return tokens.length;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0, token = 0; i < length; i++) {
      if (i == tokens[token]) {
        text.append(' ');
        token++;
      }
      text.append(letter(codes[i]));
    }
    return text.toString();
  }
}

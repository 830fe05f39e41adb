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

  private static final long[] NO_PIECES = {};

  final int length;
  final byte[] codes;

  /// Where each token ends.
  final byte[] tokens;

  /// The letters that begin and that end a token, one bit a letter.
  final long firsts;

  final long lasts;

  /// See [FormOutline].
  final long outline;

  /// The outlines of each token by itself, and of each two that follow one another; none for a form
  /// of one token.
  final long[] pieces;

  private Letters(byte[] codes, byte[] tokens) {
    this.length = codes.length;
    this.codes = codes;
    this.tokens = tokens;
    this.outline = FormOutline.of(codes, 0, length);
    long begin = 0;
    long end = 0;
    for (int i = 0; i < tokens.length; i++) {
      begin |= 1L << codes[i == 0 ? 0 : tokens[i - 1]];
      end |= 1L << codes[tokens[i] - 1];
    }
    this.firsts = begin;
    this.lasts = end;
    this.pieces = tokens.length < 2 ? NO_PIECES : pieces(codes, tokens);
  }

  private static long[] pieces(byte[] codes, byte[] tokens) {
    long[] pieces = new long[2 * tokens.length - 1];
    int count = 0;
    for (int i = 0; i < tokens.length; i++) {
      int from = i == 0 ? 0 : tokens[i - 1];
      for (int to = i; to < Math.min(i + 2, tokens.length); to++) {
        pieces[count++] = FormOutline.of(codes, from, tokens[to]);
      }
    }
    return pieces;
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
    byte[] tokens = new byte[ends.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = ends.get(i).byteValue();
    }
    return new Letters(java.util.Arrays.copyOf(codes, length), tokens);
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

  /// The form at a glance, for [Lattice#admits] and [Lattice#resembles]: one number that can be
  /// kept where it is at hand. 0 for a form without letters.
  public long outline() {
    return outline;
  }

  /// How many letters a form has that is known by its [#outline()] only.
  public static int length(long outline) {
    return FormOutline.length(outline);
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

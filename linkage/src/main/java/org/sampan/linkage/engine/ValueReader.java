package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.places.PlaceFinder;
import org.sampan.linkage.value.DateReading;
import org.sampan.linkage.value.Digits;
import org.sampan.linkage.value.Folding;
import org.sampan.linkage.value.SexWords;
import org.sampan.linkage.value.Words;

/// Reads a value by its kind: the text that stands for all spellings of it, and what it is compared
/// by.
public final class ValueReader {

  private static final int PHONE_DIGITS = 8;
  private static final HexFormat HEXADECIMAL = HexFormat.of();

  /// Begins the canonical text of a place that was found on the map; no folded text has it.
  static final String PLACED = "@";

  private ValueReader() {}

  /// One text for all that mean the same; empty when nothing can be read.
  public static String canonical(Kind kind, String text) {
    return switch (kind) {
      case NAME, FULL_NAME, PLACE, LOCATION, TEXT, KEY -> Folding.fold(text);
      case IDENTIFIER, NUMBER -> joined(Folding.fold(text));
      case PHONE -> phone(text);
      case SEX -> sex(Folding.fold(text));
      case DATE -> date(text);
      case AGE -> age(text);
    };
  }

  /// The same; a name that the finder knows is told by where it lies.
  static String canonical(Kind kind, String text, @Nullable PlaceFinder finder) {
    OptionalInt place = finder == null ? OptionalInt.empty() : finder.find(text);
    return finder != null && place.isPresent()
        ? PLACED + finder.where(place.getAsInt())
        : canonical(kind, text);
  }

  /// What a value that is not spelled is compared by; 0 when nothing can be read.
  public static long feature(Kind kind, String canonical) {
    return switch (kind) {
      case DATE ->
          canonical.isEmpty()
              ? 0
              : DateReading.ofNibbles((int) Long.parseLong(unmarked(canonical), 16))
                  | mark(canonical);
      case LOCATION ->
          canonical.startsWith(PLACED) ? Long.parseLong(canonical.substring(PLACED.length())) : 0;
      case AGE -> canonical.isEmpty() ? 0 : 1 + Long.parseLong(canonical);
      case IDENTIFIER, PHONE, NUMBER, KEY -> Digits.pack(canonical);
      case SEX, NAME, FULL_NAME, PLACE, TEXT -> 0;
    };
  }

  /// Words that stand in more than one in fifty values tell nothing by being shared.
  ///
  /// @param size how many codes there are, the missing value's included
  /// @param text the value of a code; asked for every [#step] from 1
  public static Set<String> common(Kind kind, int size, IntFunction<String> text) {
    if (!weighed(kind) || size < 200) {
      return Set.of();
    }
    List<String> some = new ArrayList<>();
    for (int code = 1; code < size; code += step(size)) {
      some.add(canonical(kind, text.apply(code)));
    }
    return Words.common(some);
  }

  /// Every how manieth value is looked at to find the common words.
  public static int step(int size) {
    return Math.max(1, size / 20_000);
  }

  /// Whether a kind's common words are passed over.
  public static boolean weighed(Kind kind) {
    return kind.spelled() && kind != Kind.NAME && kind != Kind.FULL_NAME;
  }

  private static String joined(String folded) {
    return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
  }

  private static String phone(String text) {
    StringBuilder digits = new StringBuilder();
    for (int k = 0; k < text.length(); k++) {
      int digit = Character.digit(text.charAt(k), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.length() <= PHONE_DIGITS
        ? digits.toString()
        : digits.substring(digits.length() - PHONE_DIGITS);
  }

  private static String sex(String folded) {
    return switch (SexWords.read(folded)) {
      case 0 -> "";
      case 1 -> "f";
      case 2 -> "m";
      case 3 -> "x";
      default -> folded;
    };
  }

  /// Eight digits, `about` before them where it was said.
  private static String date(String text) {
    long reading = DateReading.read(text);
    if (reading == 0) {
      return "";
    }
    String digits = HEXADECIMAL.toHexDigits((int) reading);
    String written = DateReading.isAbout(reading) ? "~" + digits : digits;
    return written.equals(text) ? text : written;
  }

  private static String unmarked(String canonical) {
    return canonical.charAt(0) == '~' ? canonical.substring(1) : canonical;
  }

  private static long mark(String canonical) {
    return canonical.charAt(0) == '~' ? DateReading.ABOUT : 0;
  }

  private static String age(String text) {
    String digits = text.strip();
    return digits.matches("\\p{Nd}{1,3}") ? String.valueOf(Integer.parseInt(digits)) : "";
  }
}

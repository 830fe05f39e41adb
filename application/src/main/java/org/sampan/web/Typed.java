package org.sampan.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what was typed into one field: trimmed, in Unicode normal form C, without control
/// characters.
public final class Typed {

  private Typed() {}

  /// The text as typed, or an empty text when nothing was. Line breaks stay; other control and
  /// direction-changing characters go, because they can make a text look like another.
  public static String text(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !(Character.isISOControl(c) || changesDirection(c)))
        .forEach(clean::appendCodePoint);
    return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
  }

  /// As [#text], with a problem when it is longer than `most` characters; nothing is cut off
  /// silently.
  public static String text(String field, @Nullable String typed, int most, Problems problems) {
    String clean = text(typed);
    if (clean.codePointCount(0, clean.length()) > most) {
      problems.add(field, "web.problem.too-long", most);
    }
    return clean;
  }

  /// As [#text] with a limit, and a problem when nothing was typed.
  public static String required(String field, @Nullable String typed, int most, Problems problems) {
    String clean = text(field, typed, most, problems);
    if (clean.isEmpty()) {
      problems.add(field, "web.problem.required");
    }
    return clean;
  }

  /// An identifier, if that is what was typed.
  public static Optional<UUID> identifier(@Nullable String typed) {
    try {
      return typed == null || typed.length() != 36
          ? Optional.empty()
          : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /// One of an enum's values by its name in any case, if that is what was typed.
  public static <E extends Enum<E>> Optional<E> choice(Class<E> choices, @Nullable String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String name = typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(name)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  private static boolean changesDirection(int c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF
        || (c >= 0xD800 && c <= 0xDFFF);
  }
}

package org.sampan.sealing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the members of one JSON object by name and type. An absent member is never written as
/// null, a time has one spelling, and members of unknown name are left alone for versions to come.
record Fields(JsonNode node) {
  private static final int TIME_LENGTH = 24;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  Fields {
    Refusal.unless(node.isObject(), Reason.FIELD_MISSING);
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    return textOf(member(name));
  }

  @Nullable String textIfAny(String name) {
    return has(name) ? text(name) : null;
  }

  long number(String name) {
    var member = member(name);
    Refusal.unless(member.isIntegralNumber(), Reason.FIELD_MISSING);
    return member.longValue();
  }

  boolean flag(String name) {
    var member = member(name);
    Refusal.unless(member.isBoolean(), Reason.FIELD_MISSING);
    return member.booleanValue();
  }

  Fields object(String name) {
    return new Fields(member(name));
  }

  @Nullable Fields objectIfAny(String name) {
    return has(name) ? object(name) : null;
  }

  <T> List<T> list(String name, Function<JsonNode, T> read) {
    var member = member(name);
    Refusal.unless(member.isArray(), Reason.FIELD_MISSING);
    var items = new ArrayList<T>();
    member.forEach(item -> items.add(read.apply(item)));
    return items;
  }

  Digest digest(String name) {
    return new Digest(text(name));
  }

  @Nullable Digest digestIfAny(String name) {
    return has(name) ? digest(name) : null;
  }

  UUID uuid(String name) {
    var text = text(name);
    Refusal.unless(UUID_FORM.matcher(text).matches(), Reason.FIELD_REFUSED);
    return UUID.fromString(text);
  }

  Instant time(String name) {
    var text = text(name);
    Refusal.unless(text.length() == TIME_LENGTH, Reason.FIELD_REFUSED);
    try {
      var time = TIME.parse(text, Instant::from);
      Refusal.unless(time(time).equals(text), Reason.FIELD_REFUSED);
      return time;
    } catch (DateTimeException malformed) {
      throw new Refusal(Reason.FIELD_REFUSED);
    }
  }

  @Nullable Instant timeIfAny(String name) {
    return has(name) ? time(name) : null;
  }

  @Nullable LocalDate dateIfAny(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return isDate(LocalDate.parse(text(name)));
    } catch (DateTimeException malformed) {
      throw new Refusal(Reason.FIELD_REFUSED);
    }
  }

  /// The one spelling of a time: UTC, milliseconds, 24 characters.
  static String time(Instant time) {
    return TIME.format(time);
  }

  static LocalDate isDate(LocalDate date) {
    Refusal.unless(date.getYear() >= 1900 && date.getYear() <= 9999, Reason.FIELD_REFUSED);
    return date;
  }

  static String textOf(JsonNode node) {
    Refusal.unless(node.isString(), Reason.FIELD_MISSING);
    return node.stringValue();
  }

  /// One line of text to show: not blank, no control and no character that turns the writing
  /// around.
  static String line(String text, int max) {
    Refusal.unless(!text.isBlank() && text.length() <= max, Reason.FIELD_REFUSED);
    Refusal.unless(StrictJson.isWellFormed(text), Reason.FIELD_REFUSED);
    Refusal.unless(text.chars().noneMatch(Fields::isUnsafe), Reason.FIELD_REFUSED);
    return text;
  }

  static @Nullable String lineIfAny(@Nullable String text, int max) {
    return text == null ? null : line(text, max);
  }

  private static boolean isUnsafe(int unit) {
    return Character.isISOControl(unit)
        || (unit >= 0x202A && unit <= 0x202E)
        || (unit >= 0x2066 && unit <= 0x2069)
        || unit == 0x2028
        || unit == 0x2029
        || unit == 0xFEFF;
  }

  private JsonNode member(String name) {
    var member = node.get(name);
    if (member == null) {
      throw new Refusal(Reason.FIELD_MISSING);
    }
    return member;
  }
}

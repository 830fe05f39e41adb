package org.sampan.referrals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Typed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the body of another node's message, field by field, with no latitude.
final class Body {

  /// Another node's body that is not one, with the code that goes back.
  static final class Refused extends Exception {
    private final String code;

    Refused(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static final JsonMapper JSON = JsonMapper.builder().build();

  private Body() {}

  static JsonNode tree(String text) throws Refused {
    try {
      JsonNode body = JSON.readTree(text);
      unless(body.isObject(), "BODY_MALFORMED");
      return body;
    } catch (JacksonException malformed) {
      throw new Refused("BODY_MALFORMED");
    }
  }

  /// A request of our own keeping, read before it was kept.
  static RequestBody own(String text) {
    try {
      return RequestBody.read(text);
    } catch (Refused damaged) {
      throw new IllegalStateException("a kept body reads no more: " + damaged.code());
    }
  }

  /// An answer as it was kept; none once the person's key is gone.
  static Optional<StatusBody> status(String kept) {
    try {
      return kept.isEmpty() ? Optional.empty() : Optional.of(StatusBody.read(kept));
    } catch (Refused damaged) {
      throw new IllegalStateException("a kept answer reads no more: " + damaged.code());
    }
  }

  static <E extends Enum<E>> E choice(Class<E> choices, JsonNode body, String field)
      throws Refused {
    String name = required(body, field, 40, "BODY_CODE");
    return Typed.choice(choices, name)
        .filter(choice -> choice.name().equals(name))
        .orElseThrow(() -> new Refused("BODY_CODE"));
  }

  static String required(JsonNode body, String field, int most, String code) throws Refused {
    JsonNode value = body.get(field);
    if (value == null || !value.isString() || value.stringValue().isEmpty()) {
      throw new Refused(code);
    }
    return clean(value.stringValue(), most);
  }

  static String optional(JsonNode body, String field, int most) throws Refused {
    JsonNode value = body.get(field);
    unless(value == null || value.isString(), "BODY_TEXT");
    return value == null ? "" : clean(value.stringValue(), most);
  }

  /// Text as our own forms would have taken it: no control or direction-changing characters, NFC.
  static String clean(String text, int most) throws Refused {
    unless(text.codePointCount(0, text.length()) <= most, "BODY_TOO_LONG");
    unless(text.equals(Typed.text(text)) && !(text.isEmpty() && most > 0), "BODY_TEXT");
    return text;
  }

  static @Nullable LocalDate day(JsonNode body, String field) throws Refused {
    String text = optional(body, field, 10);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notOne) {
      throw new Refused("BODY_DAY");
    }
  }

  static void unless(boolean right, String code) throws Refused {
    if (!right) {
      throw new Refused(code);
    }
  }

  static Instant instant(JsonNode body, String field) throws Refused {
    try {
      return Instant.parse(required(body, field, 40, "BODY_TIME"));
    } catch (DateTimeException notOne) {
      throw new Refused("BODY_TIME");
    }
  }
}

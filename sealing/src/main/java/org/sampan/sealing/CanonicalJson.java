package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A JSON object in its one canonical text: RFC 8785 (JCS) narrowed to whole numbers.
///
/// Names sorted by UTF-16 code units, no white space, UTF-8, only the quote, the backslash and
/// controls below U+0020 escaped, in the shortest way, with lower-case hexadecimal digits where
/// there is no short one; numbers whole, within plus or minus 2^53-1, never `-0`, a fraction or an
/// exponent (write decimals as text); no name twice; nesting to 32; no lone surrogate. Because
/// numbers are whole, this is RFC 8785 exactly, without its floating-point rules. Text is not
/// normalised: a name stays as it was written.
///
/// @param text the canonical text; any other text is refused with [IllegalArgumentException]
public record CanonicalJson(String text) {

  public CanonicalJson {
    Refusal.unless(write(StrictJson.object(text)).equals(text), Reason.JSON_NOT_CANONICAL);
  }

  /// The canonical form of an object in any layout; refused as above if it has none.
  public static CanonicalJson of(String anyLayout) {
    return of(StrictJson.object(anyLayout));
  }

  static CanonicalJson of(JsonNode object) {
    return new CanonicalJson(write(object));
  }

  /// The bytes that are signed.
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The SHA-256 of [#bytes()].
  public Digest digest() {
    return Digest.of(bytes());
  }

  static String write(JsonNode node) {
    var out = new StringBuilder(256);
    write(node, out);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      var sorted = new TreeMap<String, JsonNode>();
      node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
      char before = '{';
      for (var member : sorted.entrySet()) {
        out.append(before);
        quote(member.getKey(), out);
        out.append(':');
        write(member.getValue(), out);
        before = ',';
      }
      out.append(sorted.isEmpty() ? "{}" : "}");
    } else if (node.isArray()) {
      char before = '[';
      for (var item : node) {
        out.append(before);
        write(item, out);
        before = ',';
      }
      out.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isString()) {
      quote(node.stringValue(), out);
    } else if (node.isBoolean()) {
      out.append(node.booleanValue());
    } else if (node.isNull()) {
      out.append("null");
    } else {
      out.append(node.longValue());
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit < 0x20 || unit == '"' || unit == '\\') {
        out.append(text, plain, at).append(escaped(unit));
        plain = at + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static String escaped(char unit) {
    return switch (unit) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> String.format(Locale.ROOT, "\\u%04x", (int) unit);
    };
  }

  /// Says the length only: a body names people.
  @Override
  public String toString() {
    return "CanonicalJson[" + text.length() + " characters]";
  }
}

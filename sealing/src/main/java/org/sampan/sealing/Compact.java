package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A JOSE compact serialisation taken apart (RFC 7515 section 3.1, RFC 7516 section 3.1): plain
/// ASCII, so many parts, each in the one base64url form, so that writing it again gives these
/// bytes.
record Compact(List<String> parts) {
  static final int MAX_HEADER = 8 * 1024;

  private static final List<String> KEYS = List.of("jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256");

  static Compact read(byte[] bytes, int parts, int maxBytes) {
    Refusal.unless(bytes.length > 0, Reason.EMPTY);
    Refusal.unless(bytes.length <= maxBytes, Reason.TOO_LARGE);
    for (byte each : bytes) {
      boolean allowed =
          each == '.'
              || each == '-'
              || each == '_'
              || (each >= '0' && each <= '9')
              || (each >= 'A' && each <= 'Z')
              || (each >= 'a' && each <= 'z');
      Refusal.unless(allowed, Reason.NOT_COMPACT);
    }
    var split = List.of(new String(bytes, StandardCharsets.US_ASCII).split("\\.", -1));
    Refusal.unless(split.size() == parts, Reason.NOT_COMPACT);
    Refusal.unless(split.getFirst().length() * 3L / 4 <= MAX_HEADER, Reason.HEADER_TOO_LARGE);
    return new Compact(split);
  }

  byte[] decoded(int part) {
    return Base64Url.decode(parts.get(part), Reason.NOT_BASE64URL);
  }

  static void refuseKeysAndCompression(JsonNode header) {
    Refusal.unless(!header.has("zip"), Reason.COMPRESSION_REFUSED);
    Refusal.unless(KEYS.stream().noneMatch(header::has), Reason.KEY_IN_HEADER);
  }

  static void mustBe(JsonNode header, String name, String expected, Reason otherwise) {
    var value = header.get(name);
    Refusal.unless(
        value != null && value.isString() && value.stringValue().equals(expected), otherwise);
  }

  static String kid(JsonNode header) {
    var kid = header.get("kid");
    Refusal.unless(kid != null && kid.isString(), Reason.KID_REFUSED);
    Refusal.unless(Base64Url.isDigest(kid.stringValue()), Reason.KID_REFUSED);
    return kid.stringValue();
  }
}

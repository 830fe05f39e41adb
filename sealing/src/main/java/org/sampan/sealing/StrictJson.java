package org.sampan.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON (RFC 8259) from outside with no latitude: UTF-8 without byte order mark, no name
/// twice, whole numbers within plus or minus 2^53-1, nesting to 32, well-formed Unicode, nothing
/// after the value.
final class StrictJson {
  static final int MAX_DEPTH = 32;
  static final int MAX_TEXT = 512 * 1024;
  static final int MAX_NAME = 256;
  static final int MAX_TOKENS = 100_000;
  static final int MAX_DOCUMENT = 1024 * 1024;

  /// 2^53-1, the largest whole number every JSON reader keeps exact (RFC 7493 section 2.2).
  static final long MAX_NUMBER = (1L << 53) - 1;

  // Without the two name features off, names sent by strangers would stay in memory for ever.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(17)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_NAME)
                  .maxDocumentLength(MAX_DOCUMENT)
                  .maxTokenCount(MAX_TOKENS)
                  .build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private StrictJson() {}

  /// Reads an object that must already be in canonical form, byte for byte.
  static ObjectNode canonical(byte[] bytes) {
    var text = utf8(bytes);
    var node = object(text);
    Refusal.unless(CanonicalJson.write(node).equals(text), Reason.JSON_NOT_CANONICAL);
    return node;
  }

  /// Reads an object in any layout, as strictly otherwise.
  static ObjectNode object(String text) {
    Refusal.unless(text.length() <= MAX_DOCUMENT, Reason.TOO_LARGE);
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Refusal.unless(parser.nextToken() == JsonToken.START_OBJECT, Reason.JSON_MALFORMED);
      var node = objectAt(parser);
      Refusal.unless(parser.nextToken() == null, Reason.JSON_MALFORMED);
      return node;
    } catch (StreamConstraintsException limit) {
      throw new Refusal(limitReason(text));
    } catch (JacksonException malformed) {
      throw new Refusal(Reason.JSON_MALFORMED);
    }
  }

  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new Refusal(Reason.NOT_UTF8);
    }
  }

  /// Whether every surrogate has its partner, so that the text has a UTF-8 form.
  static boolean isWellFormed(String text) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (Character.isSurrogate(unit)) {
        if (Character.isLowSurrogate(unit)
            || at + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(at + 1))) {
          return false;
        }
        at++;
      }
    }
    return true;
  }

  private static ObjectNode objectAt(JsonParser parser) {
    var node = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = Objects.requireNonNull(parser.currentName());
      Refusal.unless(isWellFormed(name), Reason.JSON_TEXT);
      Refusal.unless(!node.has(name), Reason.JSON_NAME_TWICE);
      node.set(name, valueAt(parser, parser.nextToken()));
    }
    return node;
  }

  private static ArrayNode arrayAt(JsonParser parser) {
    var node = NODES.arrayNode();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      node.add(valueAt(parser, token));
    }
    return node;
  }

  private static JsonNode valueAt(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> objectAt(parser);
      case START_ARRAY -> arrayAt(parser);
      case VALUE_STRING -> textAt(parser);
      case VALUE_NUMBER_INT -> numberAt(parser);
      case VALUE_NUMBER_FLOAT -> throw new Refusal(Reason.JSON_NUMBER);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new Refusal(Reason.JSON_MALFORMED);
    };
  }

  private static JsonNode textAt(JsonParser parser) {
    var text = parser.getString();
    Refusal.unless(isWellFormed(text), Reason.JSON_TEXT);
    return NODES.stringNode(text);
  }

  private static JsonNode numberAt(JsonParser parser) {
    var text = parser.getString();
    // "-0" would come back as "0"; 17 characters hold a sign and 2^53-1.
    Refusal.unless(text.length() <= 17 && !text.equals("-0"), Reason.JSON_NUMBER);
    long number = Long.parseLong(text);
    Refusal.unless(Math.abs(number) <= MAX_NUMBER, Reason.JSON_NUMBER);
    return NODES.numberNode(number);
  }

  /// Jackson does not say which limit was passed; depth is the one that can be counted again.
  private static Reason limitReason(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '"' -> quoted = !quoted;
        case '\\' -> at++;
        case '{', '[' -> depth += quoted ? 0 : 1;
        case '}', ']' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        return Reason.JSON_TOO_DEEP;
      }
    }
    return Reason.JSON_LIMIT;
  }
}

package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/// One row of a table of bad inputs: its name, what arrives, and the rule that refuses it.
record Case(String name, byte[] bytes, Reason reason) {

  static Case of(String name, byte[] bytes, Reason reason) {
    return new Case(name, bytes, reason);
  }

  static Case of(String name, String text, Reason reason) {
    return new Case(name, text.getBytes(StandardCharsets.UTF_8), reason);
  }

  /// Bytes put into the text of a member of a signed payload.
  static Case bytes(String name, byte[] inText, Reason reason) {
    var text = new String(inText, StandardCharsets.ISO_8859_1);
    var payload = Forge.goodPayload().replace("\"pad\":\"000", "\"pad\":\"" + text);
    return Case.of(name, Forge.payloadBytes(payload.getBytes(StandardCharsets.ISO_8859_1)), reason);
  }

  /// A signed payload bent as text.
  static Case text(String name, UnaryOperator<String> bend, Reason reason) {
    return Case.of(name, Forge.payloadText(bend), reason);
  }

  /// A signed payload with this text for its body.
  static Case body(String name, String body, Reason reason) {
    return text(
        name,
        p -> p.replaceFirst("\"body\":\\{[^}]*}", Matcher.quoteReplacement("\"body\":" + body)),
        reason);
  }

  @Override
  public String toString() {
    return name + " -> " + reason;
  }
}

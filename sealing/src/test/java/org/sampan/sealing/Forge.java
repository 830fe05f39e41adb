package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// Makes what an honest sealer never would: every step of a sealed envelope can be bent.
final class Forge {
  static final String INNER_HEADER =
      "{\"alg\":\"ES256\",\"kid\":\"" + Letters.TH_SIGNS.kid() + "\",\"typ\":\"sampan+jws\"}";

  private Forge() {}

  /// A good envelope whose outer header text is bent; the rest stays.
  static byte[] outerHeader(UnaryOperator<String> bend) {
    return part(0, header -> encode(bend.apply(decode(header))));
  }

  /// A good envelope one of whose five parts is bent as text.
  static byte[] part(int part, UnaryOperator<String> bend) {
    var parts = Letters.sealed().text().split("\\.", -1);
    parts[part] = bend.apply(parts[part]);
    return ascii(String.join(".", parts));
  }

  /// An envelope around any inner text at all.
  static byte[] around(String inner) {
    return ascii(Encrypted.encrypt(inner, Letters.KH_OPENS.publicPart()));
  }

  /// An envelope whose inner header is bent and then signed by Thailand.
  static byte[] innerHeader(UnaryOperator<String> bend) {
    return around(signed(bend.apply(INNER_HEADER), goodPayload(), Letters.TH_SIGNS));
  }

  /// An envelope whose payload tree is bent, padded anew, and signed by Thailand.
  static byte[] payload(Consumer<ObjectNode> bend) {
    var tree = LetterForm.write(Letters.letter());
    bend.accept(tree);
    return payloadText(padded(tree));
  }

  /// An envelope whose payload text is bent, length and all, and signed by Thailand.
  static byte[] payloadText(UnaryOperator<String> bend) {
    return payloadText(bend.apply(goodPayload()));
  }

  static byte[] payloadText(String payload) {
    return around(signed(INNER_HEADER, payload, Letters.TH_SIGNS));
  }

  /// An envelope whose payload bytes are anything, signed by Thailand.
  static byte[] payloadBytes(byte[] payload) {
    var input = encode(INNER_HEADER) + "." + Base64Url.encode(payload);
    return around(input + "." + Signed.signature(input, Letters.TH_SIGNS));
  }

  static String signed(String header, String payload, SigningKey key) {
    var input = encode(header) + "." + encode(payload);
    return input + "." + Signed.signature(input, key);
  }

  static String goodPayload() {
    return padded(LetterForm.write(Letters.letter()));
  }

  static String padded(ObjectNode tree) {
    int bare = utf8(CanonicalJson.write(tree)).length;
    var size = SizeClass.smallestFor(bare);
    if (tree.get("pad") != null && tree.get("pad").isString()) {
      tree.put("pad", tree.get("pad").stringValue() + "0".repeat(size.payloadBytes() - bare));
    }
    return CanonicalJson.write(tree);
  }

  static String encode(String text) {
    return Base64Url.encode(utf8(text));
  }

  static String decode(String text) {
    return new String(Base64Url.decode(text, Reason.NOT_BASE64URL), StandardCharsets.UTF_8);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

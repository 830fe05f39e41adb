package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The malleability probe: JOSE libraries alone let some of these variants through. Every bit of
/// every character with `-Dsampan.all=true`; without, inside long parts only every so many
/// characters are flipped within the alphabet, since each such flip costs a whole decryption.
class TamperingTests {

  private static final boolean ALL = Boolean.getBoolean("sampan.all");
  private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_.-]");

  @Test
  void a_flipped_bit_anywhere_in_an_envelope_is_refused() {
    var text = Letters.sealed().text();
    int bodyFrom = text.indexOf('.', text.indexOf('.', text.indexOf('.') + 1) + 1);
    int bodyUntil = text.lastIndexOf('.');

    var reasons =
        IntStream.range(0, text.length() * 8)
            .filter(bit -> bit / 8 <= bodyFrom || bit / 8 >= bodyUntil || isCheap(text, bit, 24))
            .parallel()
            .mapToObj(bit -> Letters.reason(Letters.open(latin(flipped(text, bit)))))
            .toList();

    assertThat(reasons).hasSizeGreaterThan(text.length() * 3).doesNotContainNull();
    assertThat(new HashSet<>(reasons))
        .contains(Reason.NOT_COMPACT, Reason.NOT_BASE64URL, Reason.NOT_DECRYPTABLE)
        .contains(Reason.RECIPIENT_KEY_UNKNOWN, Reason.KEY_REFUSED);
  }

  @Test
  void a_flipped_bit_anywhere_in_a_receipt_is_refused() {
    var stamp = new Receipt.Stamp(Letters.KH, Letters.NOW, null);
    var subject = Receipt.Subject.of(Letters.letter().id(), Letters.sealed());
    var text = Receipts.sign(new Receipt.Relayed(subject, stamp), Letters.KH_SIGNS);

    assertThat(flips(text, 6))
        .map(each -> Letters.reason(Receipts.check(each, Letters.TRUST, Letters.NOW)))
        .hasSizeGreaterThan(text.length() * 3)
        .doesNotContainNull();
  }

  @Test
  void a_flipped_bit_anywhere_in_a_trust_list_is_refused() {
    var signers = List.of(SigningKey.generate(), SigningKey.generate());
    var pinned = signers.stream().map(SigningKey::publicPart).toList();
    var anchor = new TrustLists.Anchor(pinned, 2);
    var text = TrustLists.sign(Letters.TRUST, signers);

    assertThat(flips(text, 16))
        .map(each -> Letters.reason(TrustLists.check(each, anchor, null, Letters.NOW)))
        .hasSizeGreaterThan(text.length() * 3)
        .doesNotContainNull();
  }

  @Test
  void every_textual_variant_of_an_envelope_is_refused() {
    var text = Letters.sealed().text();
    var variants =
        Map.of(
            "trailing padding sign", text + "=",
            "trailing space", text + " ",
            "trailing newline", text + "\n",
            "trailing carriage return", text + "\r\n",
            "trailing dot", text + ".",
            "leading space", " " + text,
            "leading newline", "\n" + text,
            "byte order mark", "\uFEFF" + text,
            "plain base64 alphabet", text.replace('_', '/').replace('-', '+') + "/",
            "sent twice", text + text);

    variants.forEach((name, variant) ->
        assertThat(Letters.reason(Letters.open(variant.getBytes(StandardCharsets.UTF_8))))
            .as(name)
            .isEqualTo(Reason.NOT_COMPACT));
  }

  @Test
  void the_mirrored_signature_is_refused_and_has_the_same_identity() {
    var inner = Forge.signed(Forge.INNER_HEADER, Forge.goodPayload(), Letters.TH_SIGNS);
    var mirrored = mirrored(inner);

    assertThat(Letters.reason(Letters.open(Forge.around(inner)))).isNull();
    assertThat(Letters.reason(Letters.open(Forge.around(mirrored))))
        .isEqualTo(Reason.SIGNATURE_MIRRORED);
    assertThat(identity(mirrored)).isEqualTo(identity(inner));
  }

  @Test
  void signatures_are_always_written_in_low_s_form() {
    var half = P256.ORDER.shiftRight(1);

    for (int turn = 0; turn < 40; turn++) {
      var inner = Forge.signed("{}", "{\"turn\":" + turn + "}", Letters.TH_SIGNS);
      assertThat(s(inner)).isLessThanOrEqualTo(half);
    }
  }

  @Test
  void the_same_letter_sealed_twice_has_one_identity_and_two_covers() {
    var first = Letters.sealed();
    var second = Letters.sealed();

    assertThat(second.identity()).isEqualTo(first.identity());
    assertThat(second.text()).isNotEqualTo(first.text());
    assertThat(second.sealed()).isNotEqualTo(first.sealed());
  }

  /// Every bit that leaves the alphabet; of the others, those of every so many characters, and all
  /// of them when the long matrices run.
  private static List<String> flips(String text, int every) {
    return IntStream.range(0, text.length() * 8)
        .filter(bit -> isCheap(text, bit, every))
        .mapToObj(bit -> flipped(text, bit))
        .toList();
  }

  private static boolean isCheap(String text, int bit, int every) {
    var flipped = flipped(text, bit).substring(bit / 8, bit / 8 + 1);
    return ALL || bit / 8 % every == 0 || !ALPHABET.matcher(flipped).matches();
  }

  private static String flipped(String text, int bit) {
    var flipped = new StringBuilder(text);
    flipped.setCharAt(bit / 8, (char) (text.charAt(bit / 8) ^ (1 << (bit % 8))));
    return flipped.toString();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Digest identity(String inner) {
    return Digest.of(inner.substring(0, inner.lastIndexOf('.')));
  }

  private static BigInteger s(String inner) {
    var signature = inner.substring(inner.lastIndexOf('.') + 1);
    return new BigInteger(1, Base64Url.decode(signature, Reason.NOT_BASE64URL), 32, 32);
  }

  private static String mirrored(String inner) {
    var signature = inner.substring(inner.lastIndexOf('.') + 1);
    var both = Base64Url.decode(signature, Reason.NOT_BASE64URL);
    var high = P256.fixed(P256.ORDER.subtract(s(inner)));
    System.arraycopy(high, 0, both, 32, 32);
    return inner.substring(0, inner.lastIndexOf('.') + 1) + Base64Url.encode(both);
  }
}

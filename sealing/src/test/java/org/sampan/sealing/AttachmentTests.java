package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sampan.sealing.Reason.ATTACHMENT_REFUSED;
import static org.sampan.sealing.Reason.FIELD_MISSING;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sampan.sealing.parcel.ParcelKey;
import tools.jackson.databind.node.ObjectNode;

/// Letters with files beside them.
class AttachmentTests {

  static final Letter.Attachment PAPER =
      new Letter.Attachment(
          UUID.fromString("0e2f3a54-1111-4222-8333-444455556666"),
          "image/jpeg",
          240_017,
          Digest.of("file"),
          Digest.of("parcel"),
          new ParcelKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"));

  static Letter letterWith(List<Letter.Attachment> attachments) {
    var letter = Letters.letter();
    var content = letter.content();
    return new Letter(
        letter.id(),
        letter.route(),
        letter.order(),
        letter.life(),
        letter.terms(),
        letter.actor(),
        new Letter.Content(content.body(), content.schema(), attachments),
        letter.knowledge());
  }

  @Test
  void a_letter_with_attachments_opens_to_itself_and_shows_no_key() {
    var letter = letterWith(List.of(PAPER, another()));

    var sealed = Sealer.seal(letter, Letters.TH_SIGNS, Letters.KH_OPENS.publicPart());

    var opened = ((Checked.Valid<Opener.Opened>) Letters.open(sealed.bytes())).value();
    assertThat(opened.letter()).isEqualTo(letter);
    assertThat(opened.letter().content().toString() + PAPER)
        .doesNotContain(PAPER.cek().text())
        .doesNotContain(PAPER.sha256().hex());
    assertThat(PAPER.cipherSize()).isEqualTo(240_017 + 56 + 16 * 15);
  }

  private static Letter.Attachment another() {
    return new Letter.Attachment(
        UUID.randomUUID(),
        "application/pdf",
        1,
        Digest.of("a"),
        Digest.of("b"),
        ParcelKey.generate());
  }

  @Test
  void twenty_go_and_one_more_or_one_twice_does_not() {
    var twenty = Stream.generate(() -> another(Digest.of("" + Math.random()))).limit(20).toList();
    var many = Stream.concat(twenty.stream(), Stream.of(PAPER)).toList();

    assertThat(letterWith(twenty).content().attachments()).hasSize(20);
    assertThatIllegalArgumentException().isThrownBy(() -> letterWith(many));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letterWith(Collections.nCopies(2, PAPER)));
  }

  private static Letter.Attachment another(Digest parcel) {
    return new Letter.Attachment(
        UUID.randomUUID(), "image/png", 7, Digest.of("a"), parcel, ParcelKey.generate());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void a_bad_attachment_is_refused(Case bad) {
    assertThat(Letters.reason(Letters.open(bad.bytes()))).isEqualTo(bad.reason());
  }

  static Stream<Case> bad() {
    return Stream.of(
        text("an identifier that is none", "id", "paper-1"),
        text("a media type with parameters", "mediaType", "image/jpeg; name=x"),
        text("a media type with a path", "mediaType", "../../etc/passwd"),
        text("a media type with a line", "mediaType", "image/jpeg\\nX: y"),
        number("a size of 0", "size", 0),
        number("a size of -1", "size", -1),
        number("a size beyond 10 GiB", "size", 10L * 1024 * 1024 * 1024 + 1),
        text("a size as text", "size", "7"),
        text("a digest in capitals", "sha256", "A".repeat(64)),
        text("a digest too short", "cipherSha256", "a".repeat(63)),
        text("a parcel named as a path", "cipherSha256", "../" + "a".repeat(61)),
        text("a parcel that is the file itself", "cipherSha256", PAPER.sha256().hex()),
        number("chunks of 64 KiB", "chunk", 65_536),
        text("a key too short", "cek", "AAAA"),
        text("a key with padding", "cek", PAPER.cek().text() + "="),
        text("a key in another spelling", "cek", PAPER.cek().text().replaceAll("8$", "9")),
        Case.of("a file without its key", bent(one -> one.remove("cek")), ATTACHMENT_REFUSED),
        Case.of(
            "a list in place of a file",
            Forge.payload(tree -> tree.putArray("attachments").addArray()),
            ATTACHMENT_REFUSED),
        Case.of(
            "the same file twice",
            Forge.payload(tree -> {
              var good = LetterForm.write(letterWith(List.of(PAPER))).get("attachments").get(0);
              tree.putArray("attachments").add(good.deepCopy()).add(good.deepCopy());
            }),
            ATTACHMENT_REFUSED),
        Case.of(
            "an object in place of the list",
            Forge.payload(tree -> tree.putObject("attachments")),
            FIELD_MISSING));
  }

  private static Case text(String name, String field, String value) {
    return Case.of(name, bent(one -> one.put(field, value)), ATTACHMENT_REFUSED);
  }

  private static Case number(String name, String field, long value) {
    return Case.of(name, bent(one -> one.put(field, value)), ATTACHMENT_REFUSED);
  }

  private static byte[] bent(java.util.function.Consumer<ObjectNode> bend) {
    return Forge.payload(tree -> {
      var good = LetterForm.write(letterWith(List.of(PAPER))).get("attachments").deepCopy();
      bend.accept((ObjectNode) good.get(0));
      tree.set("attachments", good);
    });
  }
}

package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealingTests {

  @Test
  void letters_of_many_sizes_open_to_themselves_and_fall_in_a_size_class() {
    var random = new Random(11);
    var sizes = Arrays.stream(SizeClass.values()).map(SizeClass::sealedBytes).toList();
    for (int turn = 0; turn < 60; turn++) {
      var letter = Letters.letter("{\"text\":\"" + text(random, 1 << random.nextInt(17)) + "\"}");

      var sealed = Sealer.seal(letter, Letters.TH_SIGNS, Letters.KH_OPENS.publicPart());
      var opened = opened(sealed);

      assertThat(opened.letter()).isEqualTo(letter);
      assertThat(opened.identity()).isEqualTo(sealed.identity());
      assertThat(opened.sealed()).isEqualTo(sealed.sealed());
      assertThat(opened.signerKid()).isEqualTo(Letters.TH_SIGNS.kid());
      assertThat(sizes).contains(sealed.bytes().length);
    }
  }

  @Test
  void a_letter_by_a_key_on_no_list_is_read_without_belief_and_never_opened() {
    var sealed =
        Sealer.seal(Letters.letter(), SigningKey.generate(), Letters.KH_OPENS.publicPart());
    var held = List.of(Letters.KH_OPENS);

    assertThat(Letters.reason(Letters.open(sealed.bytes()))).isEqualTo(Reason.SIGNER_UNKNOWN);
    assertThat(Opener.unproved(sealed.bytes(), held, Letters.KH))
        .isEqualTo(new Checked.Valid<>(Letters.letter()));
    assertThat(Letters.reason(Opener.unproved(sealed.bytes(), held, Letters.TH)))
        .isEqualTo(Reason.NOT_FOR_US);
    assertThat(
            Letters.reason(
                Opener.unproved(sealed.bytes(), List.of(DecryptionKey.generate()), Letters.KH)))
        .isEqualTo(Reason.RECIPIENT_KEY_UNKNOWN);
    var altered = sealed.bytes();
    altered[altered.length / 2] ^= 1;
    assertThat(Opener.unproved(altered, held, Letters.KH)).isInstanceOf(Checked.Refused.class);
  }

  @Test
  void both_edges_of_every_size_class_are_met_exactly() {
    int frame = CanonicalJson.of(LetterForm.write(Letters.letter("{\"t\":\"\"}"))).bytes().length;
    for (var size : SizeClass.values()) {
      var full = Letters.letter("{\"t\":\"" + "x".repeat(size.payloadBytes() - frame) + "\"}");
      assertThat(Sealer.sizeOf(full)).isEqualTo(size);
      assertThat(opened(seal(full)).letter()).isEqualTo(full);
      assertThat(seal(full).bytes()).hasSize(size.sealedBytes());

      var over = Letters.letter("{\"t\":\"" + "x".repeat(size.payloadBytes() - frame + 1) + "\"}");
      if (size == SizeClass.KIB_512) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> seal(over))
            .withMessage(Reason.TOO_LARGE.text());
      } else {
        assertThat(Sealer.sizeOf(over)).isEqualTo(SizeClass.values()[size.ordinal() + 1]);
      }
    }
  }

  @Test
  void a_hit_and_a_no_hit_weigh_the_same_in_the_class_chosen_for_both() {
    var hit = Letters.letter("{\"answer\":\"contact-us\",\"note\":\"" + "n".repeat(900) + "\"}");
    var noHit = Letters.letter("{\"answer\":\"no-hit\"}");
    var to = Letters.KH_OPENS.publicPart();

    assertThat(seal(hit).bytes().length).isGreaterThan(seal(noHit).bytes().length);
    assertThat(Sealer.seal(hit, Letters.TH_SIGNS, to, SizeClass.KIB_8).bytes())
        .hasSameSizeAs(Sealer.seal(noHit, Letters.TH_SIGNS, to, SizeClass.KIB_8).bytes())
        .hasSize(SizeClass.KIB_8.sealedBytes());
  }

  @Test
  void the_largest_envelope_stays_below_the_limit_for_what_is_read() {
    assertThat(SizeClass.KIB_512.sealedBytes()).isLessThan(Encrypted.MAX_BYTES);
    assertThat(SizeClass.KIB_2.sealedBytes()).isLessThan(4096);
  }

  @Test
  void nothing_outside_tells_who_wrote_or_about_what() {
    var header = Forge.decode(seal(Letters.letter()).text().split("\\.")[0]);

    assertThat(header)
        .contains(Letters.KH_OPENS.kid())
        .doesNotContain(Letters.TH_SIGNS.kid(), "\"th\"", "referral", "seq");
  }

  @Test
  void a_letter_forwarded_to_a_third_node_is_refused_there() {
    var inner = opened(seal(Letters.letter())).innerJws();
    var forwarded = Forge.ascii(Encrypted.encrypt(inner, Letters.TH_OPENS.publicPart()));
    var laos = new NodeId("la");

    var there = Opener.open(forwarded, List.of(Letters.TH_OPENS), Letters.TRUST, laos, Letters.NOW);

    assertThat(Letters.reason(there)).isEqualTo(Reason.NOT_FOR_US);
  }

  @Test
  void a_node_without_the_key_cannot_open() {
    var bytes = seal(Letters.letter()).bytes();

    var none = Opener.open(bytes, List.of(), Letters.TRUST, Letters.KH, Letters.NOW);
    var other =
        Opener.open(bytes, List.of(Letters.TH_OPENS), Letters.TRUST, Letters.KH, Letters.NOW);

    assertThat(Letters.reason(none)).isEqualTo(Reason.RECIPIENT_KEY_UNKNOWN);
    assertThat(Letters.reason(other)).isEqualTo(Reason.RECIPIENT_KEY_UNKNOWN);
  }

  @Test
  void a_former_key_still_opens() {
    var held = List.of(DecryptionKey.generate(), Letters.KH_OPENS);

    var opened =
        Opener.open(seal(Letters.letter()).bytes(), held, Letters.TRUST, Letters.KH, Letters.NOW);

    assertThat(Letters.reason(opened)).isNull();
  }

  @Test
  void clocks_may_differ_by_a_day_and_expiry_is_exact() {
    var bytes = seal(Letters.letter()).bytes();
    var life = Letters.letter().life();

    assertThat(at(bytes, life.created().minus(Duration.ofHours(24)))).isNull();
    assertThat(at(bytes, life.created().minus(Duration.ofHours(24)).minusMillis(1)))
        .isEqualTo(Reason.CREATED_IN_FUTURE);
    assertThat(at(bytes, life.notAfter())).isNull();
    assertThat(at(bytes, life.notAfter().plusMillis(1))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void a_court_reopens_the_inner_text_without_any_decryption_key() {
    var opened = opened(seal(Letters.letter()));

    var again =
        Opener.reopen(opened.innerJws(), opened.sealed(), Letters.TRUST, Letters.KH, Letters.NOW);

    assertThat(again).isEqualTo(new Checked.Valid<>(opened));
  }

  @Test
  void members_of_later_versions_are_ignored_and_kept_in_the_signed_text() {
    var bytes = Forge.payload(tree -> tree.put("later", "kept").putObject("zeta").put("a", 1));

    var checked = Letters.open(bytes);

    assertThat(checked).isInstanceOf(Checked.Valid.class);
    var opened = ((Checked.Valid<Opener.Opened>) checked).value();
    assertThat(opened.letter()).isEqualTo(Letters.letter());
    assertThat(Forge.decode(opened.innerJws().split("\\.")[1])).contains("\"later\":\"kept\"");
  }

  @Test
  void the_second_letter_of_a_thread_names_the_first_by_its_identity() {
    var first = Letters.letter();
    var identity = seal(first).identity();
    var place = new Letter.Order(first.order().caseId(), 2, identity, 0);
    var second =
        new Letter(
            new Letter.Id(UUID.fromString("019aa5c4-7e00-7000-8000-00000000a002")),
            first.route(),
            place,
            first.life(),
            first.terms(),
            first.actor(),
            first.content(),
            first.knowledge());

    var opened = opened(seal(second));

    assertThat(opened.letter().order().prev()).isEqualTo(identity);
    assertThat(opened.identity()).isNotEqualTo(identity);
  }

  @Test
  void a_letter_shows_nothing_of_itself_in_print() {
    var letter = Letters.letter("{\"name\":\"Somchai\"}");
    var shown =
        letter
            + " "
            + opened(seal(letter))
            + " "
            + seal(letter)
            + letter.terms()
            + letter.actor()
            + letter.content();

    assertThat(shown).doesNotContain("Somchai", "safe return", "p-17", "p-3");
  }

  private static @Nullable Reason at(byte[] bytes, Instant now) {
    return Letters.reason(
        Opener.open(bytes, List.of(Letters.KH_OPENS), Letters.TRUST, Letters.KH, now));
  }

  private static SealedEnvelope seal(Letter letter) {
    return Sealer.seal(letter, Letters.TH_SIGNS, Letters.KH_OPENS.publicPart());
  }

  private static Opener.Opened opened(SealedEnvelope sealed) {
    return switch (Letters.open(sealed.bytes())) {
      case Checked.Valid<Opener.Opened>(var opened) -> opened;
      case Checked.Refused<Opener.Opened>(var reason) -> throw new AssertionError(reason);
    };
  }

  private static String text(Random random, int length) {
    var scripts = new int[] {'a', 0x0E01, 0x0E81, 0x1000, 0x1780, 0x4E00, 0x1EA0};
    var text = new StringBuilder();
    while (text.length() < length) {
      text.appendCodePoint(scripts[random.nextInt(scripts.length)] + random.nextInt(20));
    }
    return text.toString();
  }
}

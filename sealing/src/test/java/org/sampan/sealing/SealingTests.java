package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealingTests {

  @Test
  void a_sealed_letter_opens_to_the_same_letter() {
    var letter = Letters.letter();

    var sealed = Sealer.seal(letter, Letters.TH_SIGNS, Letters.KH_OPENS.publicPart());
    var opened = Letters.open(sealed.bytes());

    assertThat(Letters.reason(opened)).isNull();
    assertThat(opened)
        .isInstanceOfSatisfying(
            Checked.Valid.class,
            valid -> {
              var value = (Opener.Opened) valid.value();
              assertThat(value.letter()).isEqualTo(letter);
              assertThat(value.identity()).isEqualTo(sealed.identity());
              assertThat(value.sealed()).isEqualTo(sealed.sealed());
              assertThat(value.signerKid()).isEqualTo(Letters.TH_SIGNS.kid());
            });
    assertThat(sealed.bytes()).hasSize(SizeClass.KIB_2.sealedBytes());
  }
}

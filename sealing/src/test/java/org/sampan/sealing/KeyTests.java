package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

class KeyTests {

  @Test
  void a_kid_is_the_thumbprint_of_rfc_7638() throws Exception {
    for (int turn = 0; turn < 20; turn++) {
      var part = SigningKey.generate().publicPart();
      var known = new ECKey.Builder(Curve.P_256, part.key()).build();

      assertThat(part.kid()).hasSize(43).isEqualTo(known.computeThumbprint().toString());
    }
  }

  @Test
  void coordinates_that_begin_with_zeros_keep_their_32_bytes() {
    assertThat(P256.write(BigInteger.ONE)).hasSize(43).startsWith("AAAA");
    assertThat(P256.read(P256.write(BigInteger.ONE))).isEqualTo(BigInteger.ONE);
    assertThat(P256.read(P256.write(P256.ORDER))).isEqualTo(P256.ORDER);
  }

  @Test
  void a_pair_goes_to_jwk_and_back() {
    var signs = SigningKey.generate();
    var opens = DecryptionKey.generate();

    assertThat(SigningKey.fromPrivateJwk(signs.toPrivateJwk())).isEqualTo(signs);
    assertThat(DecryptionKey.fromPrivateJwk(opens.toPrivateJwk())).isEqualTo(opens);
    assertThat(PublicPart.fromJwk(signs.publicPart().toJwk())).isEqualTo(signs.publicPart());
    assertThat(signs.publicPart().toJwk()).doesNotContain("\"d\"");
  }

  @Test
  void a_private_jwk_is_not_taken_for_a_public_one() {
    var jwk = SigningKey.generate().toPrivateJwk();

    assertThatIllegalArgumentException().isThrownBy(() -> PublicPart.fromJwk(jwk));
  }

  @Test
  void halves_of_two_pairs_are_refused() {
    var one = SigningKey.generate().toPrivateJwk();
    var other = SigningKey.generate().toPrivateJwk();
    var mixed =
        one.replaceAll("\"d\":\"[^\"]*\"", other.replaceAll(".*(\"d\":\"[^\"]*\").*", "$1"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.fromPrivateJwk(mixed))
        .withMessage(Reason.KEY_REFUSED.text());
  }

  @Test
  void a_key_serves_one_use_only() {
    var signs = SigningKey.generate();
    var opens = DecryptionKey.generate();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SigningKey(opens.publicPart(), opens.privateKey()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecryptionKey(signs.publicPart(), signs.privateKey()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.fromPrivateJwk(opens.toPrivateJwk()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sealer.seal(Letters.letter(), signs, signs.publicPart()));
  }

  @Test
  void a_key_on_another_curve_is_refused() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    var other = (ECPublicKey) generator.generateKeyPair().getPublic();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PublicPart(PublicPart.Use.SIGN, other))
        .withMessage(Reason.KEY_REFUSED.text());
  }

  @Test
  void a_private_half_is_never_printed() {
    var signs = SigningKey.generate();
    var opens = DecryptionKey.generate();
    var d = signs.toPrivateJwk().replaceAll(".*\"d\":\"([^\"]*)\".*", "$1");

    assertThat(d).hasSize(43);
    assertThat(signs.toString()).contains("hidden").contains(signs.kid()).doesNotContain(d);
    assertThat(opens.toString()).contains("hidden").contains(opens.kid());
  }
}

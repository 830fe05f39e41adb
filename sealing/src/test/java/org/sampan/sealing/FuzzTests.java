package org.sampan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// 200,000 seeded bad inputs against the parsers that stand before cryptography: each is refused or
/// read, none throws anything else. A failure prints the seed and the turn.
class FuzzTests {
  private static final long SEED = Long.getLong("sampan.seed", 20261121);
  private static final String ODD = "{}[]\",:\\u0.eE-+tfn \n\0\u00e9\ud83d\ude00\ud800=/_";

  @Test
  void noise_in_place_of_an_envelope_is_refused() {
    fuzz(40_000, random -> refused(Letters.open(noise(random, 400))));
  }

  @Test
  void an_envelope_with_a_mutated_header_is_refused() {
    var parts = Letters.sealed().text().split("\\.", 2);
    var header = Forge.decode(parts[0]);
    fuzz(
        40_000,
        random -> {
          var mutated = mutated(header, random);
          if (!mutated.equals(header)) {
            refused(Letters.open(Forge.ascii(Forge.encode(mutated) + "." + parts[1])));
          }
        });
  }

  @Test
  void a_mutated_payload_is_read_or_refused() {
    var payload = CanonicalJson.write(LetterForm.write(Letters.letter()));
    fuzz(60_000, random -> read(Forge.utf8(mutated(payload, random))));
  }

  @Test
  void generated_json_is_read_or_refused() {
    fuzz(30_000, random -> read(Forge.utf8(json(random, 40))));
  }

  @Test
  void mutated_receipts_statements_and_lists_are_refused_before_any_key() {
    var list = TrustLists.sign(Letters.TRUST, List.of(Letters.TH_SIGNS));
    var anchor = new TrustLists.Anchor(List.of(Letters.TH_SIGNS.publicPart()), 1);
    var header = Forge.INNER_HEADER.replace("sampan+jws", "sampan+receipt");
    fuzz(
        30_000,
        random -> {
          // A character outside the alphabet, so that no signature is worth checking.
          int at = random.nextInt(list.length());
          var bent = list.substring(0, at) + "\0*~ ".charAt(at % 4) + list.substring(at + 1);
          if (at % 8 == 0) {
            refused(TrustLists.check(bent, anchor, null, Letters.NOW));
          }
          var text = Forge.encode(header) + "." + Forge.encode(json(random, 20)) + ".AAAA";
          refused(Receipts.check(text, Letters.TRUST, Letters.NOW));
          refused(Statement.check(text, Letters.TRUST, Letters.KH, Letters.NOW));
        });
  }

  private static void fuzz(int turns, Consumer<Random> turn) {
    for (int at = 0; at < turns; at++) {
      try {
        turn.accept(new Random(SEED * 1_000_003 + at));
      } catch (RuntimeException | StackOverflowError | AssertionError broken) {
        throw new AssertionError("seed " + SEED + ", turn " + at, broken);
      }
    }
  }

  private static void read(byte[] bytes) {
    assertThat(Checked.by(() -> LetterForm.read(StrictJson.canonical(bytes)))).isNotNull();
  }

  private static void refused(Checked<?> outcome) {
    if (!(outcome instanceof Checked.Refused)) {
      throw new AssertionError("accepted");
    }
  }

  private static byte[] noise(Random random, int max) {
    var bytes = new byte[random.nextInt(max)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) "ABCxyz019-_.".charAt((bytes[at] & 0xff) % 12);
      }
    }
    return bytes;
  }

  private static String mutated(String text, Random random) {
    var mutated = new StringBuilder(text);
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      int at = random.nextInt(mutated.length());
      int to = Math.min(mutated.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> mutated.setCharAt(at, odd(random));
        case 1 -> mutated.insert(at, odd(random));
        case 2 -> mutated.delete(at, Math.min(to, mutated.length() - 1));
        default -> mutated.insert(at, mutated.substring(at, to));
      }
    }
    return mutated.toString();
  }

  private static String json(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> "\"" + odd(random) + "\"";
      case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
      case 2 -> "true";
      case 3 -> "null";
      case 4 -> String.valueOf(odd(random));
      case 5 -> "[" + json(random, depth - 1) + "," + json(random, depth / 2 - 1) + "]";
      default -> "{\"" + odd(random) + "\":" + json(random, depth - 1) + "}";
    };
  }

  private static char odd(Random random) {
    return ODD.charAt(random.nextInt(ODD.length()));
  }
}

package org.sampan.sealing.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Honest bundles are valid and forged ones are not, each with its reason.
class ExaminationTests {
  private static final boolean ALL = Boolean.getBoolean("sampan.all");
  private static final int BUNDLES = ALL ? 1000 : 60;
  private static final int FORGED = ALL ? 300 : 20;

  @Test
  void an_honest_bundle_is_valid_and_says_why() {
    CourtBundle bundle = new CourtCase(1).bundle();

    Report report = Examination.of(bundle.write(), CourtCase.ANCHOR);

    assertThat(report.valid()).as(report.toString()).isTrue();
    assertThat(report.toString())
        .startsWith("VALID\n")
        .contains("Letter 1 from th to kh, referral.request/1.0")
        .contains("(R1)")
        .contains("exchange.message.queued")
        .contains("none left out");
    assertThat(CourtBundle.read(bundle.write()).write()).isEqualTo(bundle.write());
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void every_forgery_is_found_and_explained(Forgery forgery) {
    Report report = Examination.of(forgery.of(new CourtCase(7)), CourtCase.ANCHOR);

    assertThat(report.valid()).as(report.toString()).isFalse();
    assertThat(report.toString()).startsWith("INVALID\n").contains("  NO   ");
  }

  static List<Forgery> forgeries() {
    return Forgery.all();
  }

  @Test
  void of_a_thousand_bundles_no_forged_one_is_valid_and_no_honest_one_is_not() {
    Random random = new Random(20261122);
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < BUNDLES; n++) {
      long seed = random.nextLong();
      boolean forged = n < FORGED;
      Forgery forgery = forgeries().get(n % forgeries().size());
      CourtCase the = new CourtCase(seed);
      String text = forged ? forgery.of(the) : the.bundle().write();
      Report report = Examination.of(text, CourtCase.ANCHOR);
      if (report.valid() == forged) {
        wrong.add((forged ? forgery + " " : "honest ") + seed + "\n" + report);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void a_bundle_of_other_signers_is_invalid_whatever_it_says() {
    var others =
        new org.sampan.sealing.TrustLists.Anchor(List.of(CourtCase.STRANGER.publicPart()), 1);

    assertThat(Examination.of(new CourtCase(3).bundle().write(), others).valid()).isFalse();
  }

  @Test
  void noise_is_answered_with_a_report() {
    String text = new CourtCase(4).bundle().write();
    Random random = new Random(5);
    for (int turn = 0; turn < 300; turn++) {
      StringBuilder bent = new StringBuilder(text);
      for (int n = 0; n <= random.nextInt(5); n++) {
        int at = random.nextInt(bent.length());
        switch (random.nextInt(3)) {
          case 0 -> bent.deleteCharAt(at);
          case 1 -> bent.insert(at, " \n=A9".charAt(random.nextInt(5)));
          default -> bent.replace(at, Math.min(bent.length(), at + 50), "head 1 2 3");
        }
      }
      String mended = bent.toString();
      assertThat(Examination.of(mended, CourtCase.ANCHOR).valid()).isEqualTo(mended.equals(text));
    }
    assertThatThrownBy(() -> CourtBundle.read("")).isInstanceOf(IllegalArgumentException.class);
  }
}

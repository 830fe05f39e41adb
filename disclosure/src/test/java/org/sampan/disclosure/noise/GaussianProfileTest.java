package org.sampan.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What normal noise loses, beside published values and values computed elsewhere with 40 digits.
class GaussianProfileTest {

  /// Computed with mpmath; the first is the 3.73 that Balle and Wang's program and Google's library
  /// publish.
  @ParameterizedTest
  @CsvSource({
    "1, 1e-5, 3.73063163481594",
    "1, 1e-6, 4.22467888932684",
    "4, 1e-6, 1.19351858715799",
    "12, 1e-6, 0.465302143269955",
    "0.1, 1e-6, 36.3046904261958"
  })
  void the_deviation_for_a_loss_is_the_published_one(String epsilon, String delta, double wanted) {
    Ratio rho = GaussianProfile.rho(Ratio.parse(epsilon), Ratio.parse(delta));

    double deviation = Math.sqrt(1 / (2 * decimal(rho)));

    // Never less noise than that, and hardly more.
    assertThat(deviation).isBetween(wanted * (1 - 1e-12), wanted * (1 + 1e-6));
  }

  /// Dong, Roth and Su: mean 1 loses (1, .126937).
  @Test
  void one_deviation_away_loses_what_is_published() {
    assertThat(decimal(GaussianProfile.delta(Ratio.of(1, 2), Ratio.ONE)))
        .isCloseTo(0.1269367, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.15865525393145705",
    "5, 2.866515718791939e-7",
    "10, 7.619853024160526e-24",
    "-2, 0.9772498680518208",
    "13, 6.117164399549e-39"
  })
  void the_tail_is_bounded_from_both_sides(String z, double wanted) {
    Ratio low = GaussianProfile.lowTail(Ratio.parse(z));
    Ratio high = GaussianProfile.highTail(Ratio.parse(z));

    assertThat(low).isLessThanOrEqualTo(high);
    assertThat(decimal(low)).isCloseTo(wanted, within(wanted * 1e-9));
    assertThat(decimal(high)).isCloseTo(wanted, within(wanted * 1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 1e-6", "4, 1e-6", "12, 5.8e-6", "0.5, 1e-9"})
  void it_allows_less_noise_than_rho_alone_and_converts_back(String epsilon, String delta) {
    Ratio exact = GaussianProfile.rho(Ratio.parse(epsilon), Ratio.parse(delta));
    Ratio general = Conversion.rho(Ratio.parse(epsilon), Ratio.parse(delta));

    assertThat(exact).isGreaterThan(general);
    assertThat(decimal(general) / decimal(exact)).isBetween(0.84, 0.92);
    assertThat(decimal(GaussianProfile.epsilon(exact, Ratio.parse(delta))))
        .isCloseTo(Double.parseDouble(epsilon), within(1e-6 * Double.parseDouble(epsilon)));
  }

  /// What a choice of epsilon is counted as, against what normal noise would have to lose.
  @ParameterizedTest
  @CsvSource({"0.001", "0.01", "0.1", "1", "3", "8"})
  void a_choice_costs_no_less_than_the_normal_noise_it_hides_behind(String text) {
    Ratio epsilon = Ratio.parse(text);
    Ratio rho = new ExponentialMechanism(epsilon, 1, new RandomBits()).rhoAsNormalNoise();

    Ratio half = rho.plus(rho).rootDown().times(Ratio.of(1, 2));

    double error = 1 / (1 + Math.exp(decimal(epsilon)));
    assertThat(decimal(GaussianProfile.highTail(half))).isLessThanOrEqualTo(error + 1e-12);
  }

  private static double decimal(Ratio ratio) {
    return new BigDecimal(ratio.numerator())
        .divide(new BigDecimal(ratio.denominator()), MathContext.DECIMAL64)
        .doubleValue();
  }
}

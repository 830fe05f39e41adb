package org.sampan.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Draws follow the exact distributions, in the middle and in both tails.
class SamplerTest {

  /// A true sampler falls outside once in ten million runs.
  private static final double FAR = 5.3;

  private static final RandomBits RANDOM = new RandomBits();

  @ParameterizedTest
  @ValueSource(ints = {1, 33, 1000})
  void the_discrete_gaussian_fits_its_formula(int deviation) {
    DiscreteGaussian noise =
        new DiscreteGaussian(Ratio.of((long) deviation * deviation, 1), RANDOM);

    double score =
        Fit.score(noise::draw, gaussian((double) deviation * deviation), 150_000, deviation * 5);

    assertThat(score).isBetween(-FAR, FAR);
  }

  @ParameterizedTest
  @CsvSource({"1/3, 1", "7/2, 5", "900, 9", "2500, 16"})
  void few_first_bits_are_refined_to_the_same_distribution(String variance, int bits) {
    Ratio exact = Ratio.parse(variance);
    DiscreteGaussian noise = new DiscreteGaussian(exact, bits, RANDOM);
    double square = exact.numerator().doubleValue() / exact.denominator().doubleValue();

    double score =
        Fit.score(noise::draw, gaussian(square), 3_000, 2 + (int) (4 * Math.sqrt(square)));

    assertThat(score).isBetween(-FAR, FAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/3", "1", "33", "1000"})
  void normal_noise_rounded_fits_its_formula(String text) {
    Ratio exact = Ratio.parse(text);
    RoundedGaussian noise = new RoundedGaussian(exact, RANDOM);
    double deviation = exact.numerator().doubleValue() / exact.denominator().doubleValue();

    double score = Fit.score(noise::draw, rounded(deviation), 150_000, 2 + (int) (5 * deviation));

    assertThat(score).isBetween(-FAR, FAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/2", "1", "33", "1000"})
  void the_discrete_laplace_fits_its_formula(String text) {
    Ratio exact = Ratio.parse(text);
    DiscreteLaplace noise = new DiscreteLaplace(exact, RANDOM);
    double scale = exact.numerator().doubleValue() / exact.denominator().doubleValue();
    double shrink = Math.exp(-1 / scale);

    double score =
        Fit.score(
            noise::draw,
            value -> (1 - shrink) / (1 + shrink) * Math.exp(-Math.abs(value) / scale),
            150_000,
            5 + (int) (8 * scale));

    assertThat(score).isBetween(-FAR, FAR);
  }

  @Test
  void a_sampler_that_rounds_a_continuous_draw_is_found_out() {
    java.util.Random continuous = new java.util.Random(7);

    double score = Fit.score(() -> Math.round(continuous.nextGaussian()), gaussian(1), 150_000, 5);

    assertThat(score).isGreaterThan(FAR);
  }

  @Test
  void a_choice_falls_as_its_scores_say() {
    ExponentialMechanism mechanism = new ExponentialMechanism(Ratio.of(1, 2), 1, RANDOM);
    long[] scores = {0, 4, 8, 8};
    int[] taken = new int[4];
    double whole = Math.exp(-2) + Math.exp(-1) + 2;

    for (int at = 0; at < 40_000; at++) {
      taken[mechanism.choose(scores)]++;
    }

    assertThat(taken[0] / 40_000.0).isCloseTo(Math.exp(-2) / whole, within(0.012));
    assertThat(taken[1] / 40_000.0).isCloseTo(Math.exp(-1) / whole, within(0.013));
    assertThat(taken[2] / 40_000.0).isCloseTo(1 / whole, within(0.014));
  }

  @Test
  void noise_has_a_variance_above_nothing() {
    assertThatThrownBy(() -> new DiscreteGaussian(Ratio.ZERO, RANDOM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DiscreteLaplace(Ratio.of(-1, 2), RANDOM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// The normal density over the width of one, by the midpoints of 200 stretches.
  private static IntToDoubleFunction rounded(double deviation) {
    return value -> {
      double sum = 0;
      for (int at = 0; at < 200; at++) {
        double place = (value - 0.5 + (at + 0.5) / 200) / deviation;
        sum += Math.exp(-place * place / 2);
      }
      return sum / 200 / deviation / Math.sqrt(2 * Math.PI);
    };
  }

  private static IntToDoubleFunction gaussian(double variance) {
    double sum = 1;
    for (int value = 1; value < 3 + 40 * Math.sqrt(variance); value++) {
      sum += 2 * Math.exp(-(double) value * value / (2 * variance));
    }
    double whole = sum;
    return value -> Math.exp(-(double) value * value / (2 * variance)) / whole;
  }
}

package org.sampan.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.disclosure.noise.Ledger.Entry;
import org.sampan.disclosure.noise.Ledger.Spending;

/// What a person can lose: converted exactly, added up, and refused where it is too much.
class AccountTest {

  private static final Ratio SMALL = Ratio.parse("1e-6");

  @ParameterizedTest
  @CsvSource({"1, 1e-6", "4, 1e-6", "12, 1e-6", "0.1, 1e-9", "1, 0.01"})
  void a_loss_converts_there_and_back(String epsilonText, String deltaText) {
    Ratio epsilon = Ratio.parse(epsilonText);
    Ratio delta = Ratio.parse(deltaText);

    Ratio rho = Conversion.rho(epsilon, delta);

    assertThat(Conversion.delta(rho, epsilon)).isLessThanOrEqualTo(delta);
    assertThat(Conversion.delta(rho.times(Ratio.of(1001, 1000)), epsilon)).isGreaterThan(delta);
    assertThat(decimal(Conversion.epsilon(rho, delta)))
        .isCloseTo(decimal(epsilon), within(1e-6 * decimal(epsilon)));
  }

  @ParameterizedTest
  @CsvSource({"1, 1e-6", "4, 1e-6", "12, 5.8e-6"})
  void the_conversion_is_never_below_the_formula_and_close_to_it(String epsilon, String delta) {
    Ratio rho = Conversion.rho(Ratio.parse(epsilon), Ratio.parse(delta));

    double exact = formula(decimal(rho), Double.parseDouble(epsilon));

    assertThat(decimal(Conversion.delta(rho, Ratio.parse(epsilon))))
        .isBetween(exact * (1 - 1e-9), exact * 1.001);
  }

  @Test
  void the_tight_conversion_allows_a_fifth_less_noise_at_epsilon_one() {
    double simple = Math.pow(Math.sqrt(1 + Math.log(2e6)) - Math.sqrt(Math.log(2e6)), 2);

    double ours = decimal(Conversion.rho(Ratio.ONE, SMALL));

    assertThat(Math.sqrt(ours / simple)).isCloseTo(1.209, within(0.002));
  }

  @Test
  void losses_of_releases_add_up_by_year_and_in_all() {
    Ledger ledger = Ledger.empty(Ratio.of(1, 10), Ratio.of(1, 4));

    Ledger after = granted(ledger, "a", 2026, "0.06");
    after = granted(after, "b", 2026, "0.04");
    after = granted(after, "c", 2027, "0.1");

    assertThat(after.spentIn(Year.of(2026))).isEqualTo(Ratio.of(1, 10));
    assertThat(after.spent()).isEqualTo(Ratio.of(1, 5));
    assertThat(ledger.entries()).isEmpty();
  }

  @Test
  void a_release_that_overspends_is_refused() {
    Ledger full = granted(Ledger.empty(Ratio.of(1, 10), Ratio.of(1, 5)), "a", 2026, "0.1");

    assertThat(refusal(full, "b", 2026, "0.000001")).contains("overspends", "the year 2026");
    Ledger later = granted(full, "b", 2027, "0.1");
    assertThat(refusal(later, "c", 2028, "0.000001")).contains("overspends", "all years");
  }

  @Test
  void a_release_named_again_and_a_clock_set_back_are_refused() {
    Ledger ledger = granted(Ledger.empty(Ratio.ONE, Ratio.ONE), "a", 2027, "0.1");

    assertThat(refusal(ledger, "a", 2027, "0.1")).contains("already");
    assertThat(refusal(ledger, "b", 2026, "0.1")).contains("is over");
  }

  @Test
  void a_fraction_is_exact_and_printed_no_smaller_than_it_is() {
    assertThat(Ratio.parse("0.1").plus(Ratio.parse("0.2"))).isEqualTo(Ratio.parse("0.3"));
    assertThat(Ratio.of(1, 3).roundedUp(3)).isEqualTo("0.334");
    assertThat(List.of(Ratio.of(-7, 2).floor().intValue(), Ratio.of(-7, 2).ceiling().intValue()))
        .containsExactly(-4, -3);
  }

  private static Ledger granted(Ledger ledger, String release, int year, String rho) {
    return switch (ledger.spend(new Entry(release, Year.of(year), Ratio.parse(rho)))) {
      case Spending.Granted(Ledger next) -> next;
      case Spending.Refused(String why) -> throw new AssertionError(why);
    };
  }

  private static String refusal(Ledger ledger, String release, int year, String rho) {
    return switch (ledger.spend(new Entry(release, Year.of(year), Ratio.parse(rho)))) {
      case Spending.Granted _ -> "";
      case Spending.Refused(String why) -> why;
    };
  }

  private static double formula(double rho, double epsilon) {
    double least = 1;
    for (double a = 1.001; a < 2000; a *= 1.0005) {
      double log = (a - 1) * (a * rho - epsilon) - Math.log(a - 1) + a * Math.log1p(-1 / a);
      least = Math.min(least, Math.exp(log));
    }
    return least;
  }

  private static double decimal(Ratio ratio) {
    return new java.math.BigDecimal(ratio.numerator())
        .divide(new java.math.BigDecimal(ratio.denominator()), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }
}

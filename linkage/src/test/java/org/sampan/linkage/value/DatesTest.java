package org.sampan.linkage.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Dates as people give them, from tables that a clerk can extend.
class DatesTest {

  @ParameterizedTest
  @CsvFileSource(resources = "dates-read.csv", useHeadersInDisplayName = true)
  void a_date_is_read_as_it_was_meant(String written, String digits, boolean about) {
    long reading = DateReading.read(written);

    assertThat("%08x".formatted((int) reading)).isEqualTo(digits);
    assertThat(DateReading.isAbout(reading)).isEqualTo(about);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "dates-compared.csv", useHeadersInDisplayName = true)
  void two_dates_stand_to_each_other(String one, String other, DateLikeness likeness) {
    long x = DateReading.read(one);
    long y = DateReading.read(other);

    assertThat(DateLikeness.of(x, y)).isEqualTo(likeness);
    assertThat(DateLikeness.of(y, x)).isEqualTo(likeness);
  }
}

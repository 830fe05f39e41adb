package org.sampan.jobs.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void bits_that_mean_what_they_say_are_predicted_as_observed() {
    Measures measures = new Measures();
    for (int i = 0; i < 640; i++) {
      measures.pair(i < 512 ? 9 : -9, true);
      measures.pair(i < 1 ? 9 : -9, false);
    }

    List<String> bands = measures.bands();

    assertThat(bands.getFirst()).contains("predicted", "observed");
    assertThat(bands)
        .anySatisfy(band -> assertThat(band.strip()).matches("8 \\.\\. +10 +512 +1 +9\\.0 +9\\.0"));
  }
}

package org.sampan.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short slice of every trial, on two real nodes.
class ShortTrialTest {

  @TempDir Path folder;

  @Test
  void the_border_stands_a_short_slice_of_every_trial() throws Exception {
    Chaos.Plan plan = new Chaos.Plan(false, 20_261_122, folder, "");

    boolean holds = Chaos.run(plan);

    assertThat(holds).isTrue();
    assertThat(folder.resolve("index.html")).content().contains("What the border stood");
  }

  @Test
  void a_command_that_is_none_is_explained() {
    assertThatThrownBy(() -> Chaos.Plan.of(List.of("--fast")))
        .hasMessageContaining("./sampan chaos");
  }
}

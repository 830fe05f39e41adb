package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Memory is said before a run and kept to.
class MemoryTest {

  @Test
  void a_run_that_may_not_take_what_it_needs_is_refused_before_it_begins() {
    List<List<String>> rows = Registers.rows(20_000, 5);
    RunOptions tight = new RunOptions(1, 1 << 20, 1, (stage, done, total) -> {});
    Linkage linkage = Linkage.of(Registers.proposed(rows), Registers.store(rows, "r", 1), tight);

    assertThatThrownBy(() -> linkage.score(0, (a, b, bits) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("may take 1,048,576");
  }

  @Test
  void what_a_run_takes_is_said_before_it() {
    List<List<String>> rows = Registers.rows(2_000, 6);
    Linkage linkage =
        Linkage.of(Registers.proposed(rows), Registers.store(rows, "r", 1), Registers.threads(1));

    Footprint footprint = linkage.footprint();

    assertThat(footprint.records()).isEqualTo(rows.size());
    assertThat(footprint.pairs()).isGreaterThan(rows.size() / 2);
    assertThat(footprint.engineBytes()).isGreaterThan(10L * rows.size());
  }
}

package org.sampan.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

  @Test
  void one_case_crosses_the_border_and_both_sides_know_all_of_it() throws Exception {
    assertThat(Rehearsal.run()).isZero();
  }
}

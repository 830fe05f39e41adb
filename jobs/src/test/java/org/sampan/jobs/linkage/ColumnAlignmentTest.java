package org.sampan.jobs.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnAlignmentTest {

  @Test
  void columns_that_mean_the_same_are_aligned() {
    ColumnAlignment aligned =
        ColumnAlignment.of(
            List.of("given_name", "surname", "date_of_birth", "phone", "suburb"),
            List.of("First name", "นามสกุล", "dob", "phone", "remarks"));

    assertThat(aligned.names())
        .isEqualTo(
            Map.of("First name", "given_name", "นามสกุล", "surname", "dob", "date_of_birth"));
    assertThat(aligned.name("phone")).isEqualTo("phone");
  }

  @Test
  void what_is_not_clear_stays_apart() {
    ColumnAlignment aligned =
        ColumnAlignment.of(List.of("name", "phone"), List.of("tel_home", "tel_work", "full_name"));

    assertThat(aligned.names()).isEqualTo(Map.of("full_name", "name"));
  }
}

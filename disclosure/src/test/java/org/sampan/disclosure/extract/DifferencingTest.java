package org.sampan.disclosure.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.disclosure.extract.InventedPeople.extract;
import static org.sampan.disclosure.extract.InventedPeople.people;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DifferencingTest {

  private static final Promise PROMISE = Promise.combinations(11, 2);

  @Test
  void one_person_more_in_a_fresh_extract_is_seen_and_refused() {
    Rows all = people(400, 5);

    Extract earlier = extract(first(all, 399), PROMISE);
    Extract later = extract(all, PROMISE);

    Differencing.Result result = Differencing.between(earlier, later);
    assertThat(result.permitted()).isFalse();
    assertThat(result.smallest()).isEqualTo(1);
  }

  @Test
  void an_extract_that_goes_on_from_the_last_points_at_nobody() {
    for (int seed = 0; seed < 10; seed++) {
      Extract earlier = extract(people(300, seed), PROMISE);

      Extraction.Outcome outcome = Differencing.continued(earlier, people(40, seed + 100));

      Extract later = ((Extraction.Outcome.Made) outcome).extract();
      assertThat(ExtractAudit.of(later).kept()).isTrue();
      assertThat(Differencing.between(earlier, later).permitted()).isTrue();
    }
  }

  @Test
  void fewer_than_k_newcomers_wait() {
    Extract earlier = extract(people(300, 1), PROMISE);

    Extraction.Outcome outcome = Differencing.continued(earlier, people(10, 2));

    assertThat(outcome).isInstanceOf(Extraction.Outcome.Refused.class);
  }

  @Test
  void two_partners_who_compare_see_whom_one_extract_hid() {
    Rows all = people(400, 5);

    Extract whole = extract(all, Promise.wholeRows(11));
    Extract combined = extract(all, Promise.combinations(11, 2));

    assertThat(Differencing.exposedByBoth(whole, whole)).isZero();
    assertThat(Differencing.exposedByBoth(whole, combined)).isPositive();
  }

  private static Rows first(Rows rows, int people) {
    int[][] cells = new int[people][];
    Arrays.setAll(cells, rows::row);
    return new Rows(rows.columns(), cells);
  }
}

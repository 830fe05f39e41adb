package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Where a message stands, by numbers and digests alone.
class OrderingTest {

  private static final UUID A = new UUID(1, 1);
  private static final UUID B = new UUID(2, 2);
  private static final Ordering.Present FIRST = new Ordering.Present(A, "da", null, null);
  private static final Ordering.Present TOMBSTONE_OF_A = new Ordering.Present(B, "dt", A, "da");

  @Test
  void the_next_number_that_names_the_one_before_has_its_turn() {
    assertThat(Ordering.place(plain(B, "db", 2, "da"), 1, List.of(), List.of(FIRST)))
        .isEqualTo(Ordering.Place.NEXT);
  }

  @Test
  void a_number_beyond_a_gap_waits() {
    assertThat(Ordering.place(plain(B, "db", 3, "dx"), 1, List.of(), List.of()))
        .isEqualTo(Ordering.Place.AHEAD);
  }

  @Test
  void a_next_number_that_names_another_past_is_a_fork() {
    assertThat(Ordering.place(plain(B, "db", 2, "dx"), 1, List.of(), List.of(FIRST)))
        .isEqualTo(Ordering.Place.FORK);
  }

  @Test
  void another_message_under_a_taken_number_is_a_fork() {
    assertThat(Ordering.place(plain(B, "db", 1, null), 1, List.of(FIRST), List.of()))
        .isEqualTo(Ordering.Place.FORK);
  }

  @Test
  void a_tombstone_may_take_the_number_of_the_message_it_names_and_of_no_other() {
    Ordering.Coming named = new Ordering.Coming(B, "dt", 1, null, true, A);
    Ordering.Coming stranger = new Ordering.Coming(B, "dt", 1, null, true, new UUID(9, 9));

    assertThat(Ordering.place(named, 1, List.of(FIRST), List.of()))
        .isEqualTo(Ordering.Place.BURIES);
    assertThat(Ordering.place(stranger, 1, List.of(FIRST), List.of()))
        .isEqualTo(Ordering.Place.FORK);
  }

  @Test
  void a_message_whose_tombstone_came_first_is_buried_only_with_its_own_digest() {
    assertThat(Ordering.place(plain(A, "da", 1, null), 1, List.of(TOMBSTONE_OF_A), List.of()))
        .isEqualTo(Ordering.Place.BURIED);
    assertThat(Ordering.place(plain(A, "other", 1, null), 1, List.of(TOMBSTONE_OF_A), List.of()))
        .isEqualTo(Ordering.Place.FORK);
  }

  @Test
  void the_successor_of_a_buried_message_may_name_the_message_or_its_tombstone() {
    assertThat(Ordering.follows("da", 2, List.of(TOMBSTONE_OF_A))).isTrue();
    assertThat(Ordering.follows("dt", 2, List.of(TOMBSTONE_OF_A))).isTrue();
    assertThat(Ordering.follows("dx", 2, List.of(TOMBSTONE_OF_A))).isFalse();
  }

  @Test
  void the_successor_of_a_lost_number_may_name_anything() {
    assertThat(Ordering.follows("dx", 2, List.of(new Ordering.Present(B, "dt", null, "*"))))
        .isTrue();
  }

  private static Ordering.Coming plain(UUID id, String identity, long seq, @Nullable String prev) {
    return new Ordering.Coming(id, identity, seq, prev, false, null);
  }
}

package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// When a silent peer is tried again, and where a message may go from where it stands.
class CircuitTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void waiting_grows_to_a_quarter_of_an_hour_and_never_beyond() {
    Random random = new Random(7);
    long[] steps = {5, 15, 45, 120, 360, 900, 900, 900};
    for (int failures = 1; failures <= steps.length; failures++) {
      for (int draw = 0; draw < 200; draw++) {
        Duration waits = Duration.between(NOW, Circuits.nextTry(failures, NOW, random));
        assertThat(waits)
            .isBetween(
                Duration.ofMillis(steps[failures - 1] * 500),
                Duration.ofSeconds(steps[failures - 1]));
      }
    }
    assertThat(Circuits.nextTry(1_000_000, NOW, random)).isBefore(NOW.plusSeconds(901));
  }

  @Test
  void after_a_failure_one_message_knocks_alone() {
    assertThat(Circuits.width(0)).isEqualTo(4);
    assertThat(Circuits.width(1)).isEqualTo(1);
  }

  @Test
  void an_ended_message_goes_nowhere() {
    for (DeliveryState from : DeliveryState.values()) {
      for (DeliveryState to : DeliveryState.values()) {
        if (from.ended()) {
          assertThat(from.leadsTo(to)).as("%s to %s", from, to).isFalse();
        }
      }
    }
  }

  @Test
  void a_receipt_never_leads_back() {
    assertThat(DeliveryState.DELIVERED.leadsTo(DeliveryState.RELAYED)).isFalse();
    assertThat(DeliveryState.ACCEPTED.leadsTo(DeliveryState.REFUSED)).isFalse();
    assertThat(DeliveryState.RELAYED.leadsTo(DeliveryState.CANCELLED)).isFalse();
    assertThat(DeliveryState.SENDING.leadsTo(DeliveryState.CANCELLED)).isTrue();
  }
}

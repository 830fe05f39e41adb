package org.sampan.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.DeliveryState;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One message of ours and where it stands. No content.
///
/// @param names the other node's, by language tag
/// @param mayTakeBack whether the reader may take it back now
record SentPage(
    Deliveries.Delivery one,
    Map<String, String> names,
    boolean mayTakeBack,
    Problems problems,
    Instant now)
    implements Screen {

  String name(String language) {
    return DeliveryPage.named(names, language);
  }

  String number() {
    return DeliveryDesk.number(one.id().value());
  }

  String kind() {
    return DeliveryDesk.kind(one.kind());
  }

  String state() {
    return DeliveryDesk.state(one.state());
  }

  String tone() {
    return DeliveryDesk.tone(one.state());
  }

  /// The key of the sentence that says what happens next.
  String next() {
    boolean perhaps = one.state() == DeliveryState.CANCELLED && one.attempts() > 0;
    return "delivery.next."
        + (perhaps ? "cancelled-late" : one.state().name().toLowerCase(Locale.ROOT));
  }

  /// The key of the sentence that says why, or empty.
  String why() {
    return switch (one.state()) {
      case KEPT, REFUSED -> one.reason() == null ? "" : Saying.of(one.reason());
      case BOUNCED, QUEUED, SENDING -> one.failure() == null ? "" : Saying.of(one.failure());
      case RELAYED, DELIVERED, ACCEPTED, EXPIRED, CANCELLED -> "";
    };
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

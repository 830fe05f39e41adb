package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.trust.Trust;
import org.sampan.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows what waits, and tells people when something waits too long.
@Controller
class DeliveryDesk implements Waiting {

  private final Deliveries deliveries;
  private final Circuits circuits;
  private final Rollbacks rollbacks;
  private final Trust trust;
  private final Peers peers;
  private final Clock clock;

  DeliveryDesk(
      Deliveries deliveries,
      Circuits circuits,
      Rollbacks rollbacks,
      Trust trust,
      Peers peers,
      Clock clock) {
    this.deliveries = deliveries;
    this.circuits = circuits;
    this.rollbacks = rollbacks;
    this.trust = trust;
    this.peers = peers;
    this.clock = clock;
  }

  @Bean
  static GuardedDoor deliveryDoor() {
    return GuardedDoor.to("/delivery", "exchange.door", 70, Duty.WATCH_DELIVERY);
  }

  @GetMapping("/delivery")
  @Needs(Duty.WATCH_DELIVERY)
  Screen delivery(SignedIn reader) {
    return page(false, deliveries.waiting(watched(reader)));
  }

  @GetMapping("/delivery/mine")
  @Needs(Duty.BE_HERE)
  Screen mine(SignedIn reader) {
    return page(true, deliveries.waiting(Deliveries.Whose.of(reader.id())));
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    List<Notice> notices = new ArrayList<>();
    notices.add(
        new Notice(
            "exchange.waiting.mine",
            deliveries.tooLong(Deliveries.Whose.of(reader.id())),
            "/delivery/mine"));
    if (reader.has(Duty.WATCH_DELIVERY)) {
      notices.add(
          new Notice("exchange.waiting.all", deliveries.tooLong(watched(reader)), "/delivery"));
    }
    return notices;
  }

  private static Deliveries.Whose watched(SignedIn reader) {
    return switch (reader.reach(Duty.WATCH_DELIVERY)) {
      case NODE -> Deliveries.Whose.ALL;
      case AGENCY -> new Deliveries.Whose(null, null, reader.office().agency().value());
      case OFFICE -> new Deliveries.Whose(null, reader.office().id().value(), null);
      case NONE, OWN, ASSIGNED -> Deliveries.Whose.of(reader.id());
    };
  }

  private DeliveryPage page(boolean mine, List<Deliveries.Delivery> all) {
    Instant now = clock.instant();
    Map<String, Circuits.State> states = circuits.all();
    Map<String, List<DeliveryPage.Row>> rows = new LinkedHashMap<>();
    all.forEach(one -> rows.computeIfAbsent(one.peer(), peer -> new ArrayList<>()).add(row(one)));
    List<DeliveryPage.Peer> shown = new ArrayList<>();
    rows.forEach((peer, its) -> shown.add(peer(peer, states.get(peer), its, now)));
    return new DeliveryPage(mine, shown, now);
  }

  private DeliveryPage.Peer peer(
      String peer, Circuits.@Nullable State state, List<DeliveryPage.Row> rows, Instant now) {
    Instant lastHeard = state == null ? null : state.lastHeard();
    Instant nextTry = state != null && state.nextTry().isAfter(now) ? state.nextTry() : null;
    return new DeliveryPage.Peer(
        peers.names(peer), why(peer, state, now), lastHeard, nextTry, rows);
  }

  private static DeliveryPage.Row row(Deliveries.Delivery one) {
    String digits = one.id().value().toString().replace("-", "");
    String state = one.state().name().toLowerCase(Locale.ROOT);
    String tone = one.state().waits() ? "attention" : "danger";
    return new DeliveryPage.Row(
        digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT),
        "exchange.kind." + one.kind().substring(0, one.kind().indexOf('/')),
        "exchange.state." + state,
        tone,
        one.urgent(),
        one.queued(),
        one.attempts());
  }

  private String why(String peer, Circuits.@Nullable State state, Instant now) {
    if (rollbacks.awaits(peer)) {
      return "exchange.why.restored";
    }
    if (!trust.isFresh(now)) {
      return "exchange.why.list";
    }
    if (peers.all().stream().noneMatch(known -> known.node().equals(peer))) {
      return "exchange.why.suspended";
    }
    if (state == null || state.failures() == 0) {
      return "exchange.why.turn";
    }
    return switch (String.valueOf(state.lastFailure())) {
      case "NO_ADDRESS" -> "exchange.why.address";
      case "UNREACHABLE", "TIMEOUT" -> "exchange.why.silent";
      default -> "exchange.why.strange";
    };
  }
}

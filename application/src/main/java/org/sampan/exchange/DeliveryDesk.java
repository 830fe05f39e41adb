package org.sampan.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.trust.Trust;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows what waits, and tells people when something waits too long.
@Controller
class DeliveryDesk implements Waiting {

  private static final List<String> ALARMS =
      List.of("exchange.alarm.equivocation", "exchange.alarm.fork", "exchange.message.refused");
  private static final Duration ALARMS_FOR = Duration.ofDays(14);
  private static final int MOST_ALARMS = 50;

  private final Deliveries deliveries;
  private final Dispatches dispatches;
  private final Audit audit;
  private final Circuits circuits;
  private final Rollbacks rollbacks;
  private final Trust trust;
  private final Peers peers;
  private final Clock clock;

  DeliveryDesk(
      Deliveries deliveries,
      Dispatches dispatches,
      Audit audit,
      Circuits circuits,
      Rollbacks rollbacks,
      Trust trust,
      Peers peers,
      Clock clock) {
    this.deliveries = deliveries;
    this.dispatches = dispatches;
    this.audit = audit;
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
      notices.add(
          new Notice("exchange.waiting.alarms", alarms(clock.instant()).size(), "/delivery"));
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
    return new DeliveryPage(mine, shown, mine ? List.of() : alarms(now), now);
  }

  @PostMapping("/delivery/again")
  @Needs(Duty.WATCH_DELIVERY)
  Screen again(@RequestParam(defaultValue = "") String peer, SignedIn reader) {
    boolean known = dispatches.again(peer, reader.act("exchange.peer.tried"));
    return known ? new Go("/delivery") : new Absent();
  }

  /// What came in the last weeks and somebody must look at, newest first.
  private List<DeliveryPage.Alarm> alarms(Instant now) {
    return ALARMS.stream()
        .flatMap(act -> audit.read(Audit.Query.ALL.doing(act), MOST_ALARMS).stream())
        .filter(entry -> entry.at().isAfter(now.minus(ALARMS_FOR)))
        .sorted(Comparator.comparing(Entry::at).reversed())
        .limit(MOST_ALARMS)
        .map(entry ->
            new DeliveryPage.Alarm(
                entry.at(),
                number(entry.record() == null ? entry.id() : entry.record()),
                peers.names(entry.detail().getOrDefault("peer", "?")),
                "exchange.alarm." + entry.act().substring(entry.act().lastIndexOf('.') + 1),
                entry.detail().getOrDefault("code", "")))
        .toList();
  }

  private static String number(UUID id) {
    String digits = id.toString().replace("-", "");
    return digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT);
  }

  private DeliveryPage.Peer peer(
      String peer, Circuits.@Nullable State state, List<DeliveryPage.Row> rows, Instant now) {
    Instant lastHeard = state == null ? null : state.lastHeard();
    Instant nextTry = state != null && state.nextTry().isAfter(now) ? state.nextTry() : null;
    boolean apart = state != null && state.failures() > 0;
    return new DeliveryPage.Peer(
        peer, apart, peers.names(peer), why(peer, state, now), lastHeard, nextTry, rows);
  }

  private static DeliveryPage.Row row(Deliveries.Delivery one) {
    String state = one.state().name().toLowerCase(Locale.ROOT);
    String tone = one.state().waits() ? "attention" : "danger";
    return new DeliveryPage.Row(
        number(one.id().value()),
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
    if (peers.polls(peer)) {
      return "exchange.why.polls";
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

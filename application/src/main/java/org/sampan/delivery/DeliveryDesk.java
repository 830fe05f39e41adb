package org.sampan.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.audit.Audit;
import org.sampan.audit.Entry;
import org.sampan.exchange.Carriage;
import org.sampan.exchange.Circuits;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.Peers;
import org.sampan.trust.Trust;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows what waits and what was put aside, and tells people when something waits too long.
@Controller
class DeliveryDesk implements Waiting {

  private static final List<String> ALARMS =
      List.of("exchange.alarm.equivocation", "exchange.alarm.fork", "exchange.message.refused");
  private static final Duration ALARMS_FOR = Duration.ofDays(14);
  private static final int MOST_ALARMS = 50;

  private final Deliveries deliveries;
  private final Circuits circuits;
  private final AsideDesk aside;
  private final Audit audit;
  private final Carriage carriage;
  private final Trust trust;
  private final Peers peers;
  private final Clock clock;

  DeliveryDesk(
      Deliveries deliveries,
      Circuits circuits,
      AsideDesk aside,
      Audit audit,
      Carriage carriage,
      Trust trust,
      Peers peers,
      Clock clock) {
    this.deliveries = deliveries;
    this.circuits = circuits;
    this.aside = aside;
    this.audit = audit;
    this.carriage = carriage;
    this.trust = trust;
    this.peers = peers;
    this.clock = clock;
  }

  @Bean
  static GuardedDoor deliveryDoor() {
    return GuardedDoor.to("/delivery", "delivery.door", 70, Duty.WATCH_DELIVERY);
  }

  @GetMapping("/delivery")
  @Needs(Duty.WATCH_DELIVERY)
  Screen delivery(SignedIn reader) {
    Instant now = clock.instant();
    return new DeliveryPage(
        false, roads(watched(reader), now), aside.linesFor(reader), alarms(now), now);
  }

  @GetMapping("/delivery/mine")
  @Needs(Duty.BE_HERE)
  Screen mine(SignedIn reader) {
    Instant now = clock.instant();
    Deliveries.Whose hers = Deliveries.Whose.of(reader.id());
    return new DeliveryPage(true, roads(hers, now), List.of(), List.of(), now);
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    List<Notice> notices = new ArrayList<>();
    notices.add(
        new Notice(
            "delivery.waiting.mine",
            deliveries.tooLong(Deliveries.Whose.of(reader.id())),
            "/delivery/mine"));
    if (reader.has(Duty.WATCH_DELIVERY)) {
      notices.add(
          new Notice("delivery.waiting.all", deliveries.tooLong(watched(reader)), "/delivery"));
      notices.add(
          new Notice("delivery.waiting.alarms", alarms(clock.instant()).size(), "/delivery"));
      notices.add(new Notice("delivery.waiting.aside", aside.waitFor(reader), "/delivery"));
    }
    return notices;
  }

  static Deliveries.Whose watched(SignedIn reader) {
    return switch (reader.reach(Duty.WATCH_DELIVERY)) {
      case NODE -> Deliveries.Whose.ALL;
      case AGENCY -> new Deliveries.Whose(null, null, reader.office().agency().value());
      case OFFICE -> new Deliveries.Whose(null, reader.office().id().value(), null);
      case NONE, OWN, ASSIGNED -> Deliveries.Whose.of(reader.id());
    };
  }

  @PostMapping("/delivery/again")
  @Needs(Duty.WATCH_DELIVERY)
  Screen again(@RequestParam(defaultValue = "") String peer, SignedIn reader) {
    boolean known = circuits.again(peer, reader.act("exchange.peer.tried"));
    return known ? new Go("/delivery") : new Absent();
  }

  private List<DeliveryPage.Peer> roads(Deliveries.Whose whose, Instant now) {
    List<Deliveries.Delivery> all = deliveries.waiting(whose);
    return circuits.roads(whose).stream()
        .map(road -> {
          List<DeliveryPage.Row> rows =
              all.stream()
                  .filter(one -> one.peer().equals(road.peer()))
                  .map(DeliveryDesk::row)
                  .toList();
          return new DeliveryPage.Peer(peers.names(road.peer()), why(road, now), road, rows);
        })
        .toList();
  }

  /// What came in the last weeks and somebody must look at, newest first.
  private List<DeliveryPage.Alarm> alarms(Instant now) {
    return ALARMS.stream()
        .flatMap(act -> audit.read(Audit.Query.ALL.doing(act), MOST_ALARMS).stream())
        .filter(entry -> entry.at().isAfter(now.minus(ALARMS_FOR)))
        .sorted(Comparator.comparing(Entry::at).reversed())
        .limit(MOST_ALARMS)
        .map(this::alarm)
        .toList();
  }

  private DeliveryPage.Alarm alarm(Entry entry) {
    String code = entry.detail().get("code");
    return new DeliveryPage.Alarm(
        entry.at(),
        number(entry.record() == null ? entry.id() : entry.record()),
        peers.names(entry.detail().getOrDefault("peer", "?")),
        "delivery.alarm." + entry.act().substring(entry.act().lastIndexOf('.') + 1),
        code == null ? "" : Saying.of(code));
  }

  /// The end of an identifier, for two people on the telephone.
  static String number(UUID id) {
    String digits = id.toString().replace("-", "");
    return digits.substring(digits.length() - 8).toUpperCase(Locale.ROOT);
  }

  private static DeliveryPage.Row row(Deliveries.Delivery one) {
    boolean ended = one.state() == DeliveryState.CANCELLED || one.state() == DeliveryState.EXPIRED;
    return new DeliveryPage.Row(
        one.kind().startsWith("sys.") ? "" : SentDesk.path(one.id()),
        number(one.id().value()),
        kind(one.kind()),
        state(one.state()),
        tone(one.state()),
        one.reason() == null || ended ? "" : Saying.of(one.reason()),
        one);
  }

  /// The key of what a kind is called; a later version may know more kinds than we have words for.
  static String kind(String kind) {
    return "exchange.kind." + kind.substring(0, kind.indexOf('/'));
  }

  static String state(DeliveryState state) {
    return "exchange.state." + state.name().toLowerCase(Locale.ROOT);
  }

  static String tone(DeliveryState state) {
    return switch (state) {
      case QUEUED, SENDING, KEPT -> "attention";
      case RELAYED, DELIVERED, ACCEPTED -> "settled";
      case REFUSED, EXPIRED, BOUNCED -> "danger";
      case CANCELLED -> "withdrawn";
    };
  }

  private String why(Circuits.Road road, Instant now) {
    if (road.waiting() == 0) {
      return "delivery.why.nothing";
    }
    if (carriage.awaits(road.peer())) {
      return "delivery.why.restored";
    }
    if (!trust.isFresh(now)) {
      return "delivery.why.list";
    }
    if (peers.all().stream().noneMatch(known -> known.node().equals(road.peer()))) {
      return "delivery.why.suspended";
    }
    if (peers.polls(road.peer())) {
      return "delivery.why.polls";
    }
    return road.failure() == null ? "delivery.why.turn" : Saying.of(road.failure());
  }
}

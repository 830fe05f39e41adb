package org.sampan.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.exchange.Peers;
import org.sampan.exchange.Quarantine;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What came and was put aside: whoever decides on what comes to that office takes or refuses it;
/// what names no office of ours is the administrator's.
@Controller
class AsideDesk {

  private final Quarantine quarantine;
  private final Offices offices;
  private final Peers peers;
  private final Clock clock;

  AsideDesk(Quarantine quarantine, Offices offices, Peers peers, Clock clock) {
    this.quarantine = quarantine;
    this.offices = offices;
    this.peers = peers;
    this.clock = clock;
  }

  /// What this reader may know of, oldest first.
  List<DeliveryPage.Aside> linesFor(SignedIn reader) {
    return quarantine.all().stream()
        .filter(aside -> maySee(aside, reader))
        .map(aside ->
            new DeliveryPage.Aside(
                aside.id(),
                peers.names(aside.from()),
                path(aside),
                DeliveryDesk.number(aside.id().value()),
                DeliveryDesk.kind(aside.kind()),
                Saying.of(aside.why()),
                mayRule(aside, reader),
                aside.since()))
        .toList();
  }

  /// How many wait for her ruling.
  long waitFor(SignedIn reader) {
    return quarantine.all().stream().filter(aside -> mayRule(aside, reader)).count();
  }

  private static String path(Quarantine.Aside aside) {
    return "/delivery/aside/" + aside.from() + "/" + aside.id().value();
  }

  @GetMapping("/delivery/aside/{from}/{id}")
  @Needs(Duty.WATCH_DELIVERY)
  Screen show(@PathVariable String from, @PathVariable UUID id, SignedIn reader) {
    return page(from, id, new Problems(), reader);
  }

  private Screen page(String from, UUID id, Problems problems, SignedIn reader) {
    Optional<Quarantine.Aside> found =
        quarantine.find(from, id).filter(aside -> maySee(aside, reader));
    return found.isEmpty()
        ? new Absent()
        : new AsidePage(
            found.get(),
            peers.names(from),
            path(found.get()),
            mayRule(found.get(), reader),
            problems,
            clock.instant());
  }

  @PostMapping("/delivery/aside/{from}/{id}/take")
  @Needs(Duty.WATCH_DELIVERY)
  Screen take(@PathVariable String from, @PathVariable UUID id, SignedIn reader) {
    return hers(from, id, reader)
        ? after(quarantine.release(from, id, reader), from, id, reader)
        : new Absent();
  }

  @PostMapping("/delivery/aside/{from}/{id}/refuse")
  @Needs(Duty.WATCH_DELIVERY)
  Screen refuse(@PathVariable String from, @PathVariable UUID id, SignedIn reader) {
    return hers(from, id, reader)
        ? after(quarantine.refuse(from, id, reader), from, id, reader)
        : new Absent();
  }

  private Screen after(Quarantine.Ruling ruling, String from, UUID id, SignedIn reader) {
    return switch (ruling) {
      case Quarantine.Ruling.Done done -> new Go("/delivery");
      case Quarantine.Ruling.Gone gone -> new Go("/delivery");
      case Quarantine.Ruling.StillAside still ->
          page(from, id, new Problems().add("act", "delivery.problem.still-aside"), reader);
    };
  }

  private boolean hers(String from, UUID id, SignedIn reader) {
    return quarantine.find(from, id).filter(aside -> mayRule(aside, reader)).isPresent();
  }

  private boolean maySee(Quarantine.Aside aside, SignedIn reader) {
    return mayRule(aside, reader) || reader.reach(Duty.WATCH_DELIVERY) == Reach.NODE;
  }

  private boolean mayRule(Quarantine.Aside aside, SignedIn reader) {
    Optional<Office> office = Optional.ofNullable(aside.office()).flatMap(offices::coded);
    return office
        .map(one -> reader.access(Duty.DECIDE, holding(one)) == Access.BY_DUTY)
        .orElseGet(() -> reader.has(Duty.ADMINISTER));
  }

  private static Holding holding(Office office) {
    return new Holding(
        Compartment.PROTECTION,
        new Account.Id(new UUID(0, 0)),
        Set.of(),
        office.id(),
        office.agency());
  }
}

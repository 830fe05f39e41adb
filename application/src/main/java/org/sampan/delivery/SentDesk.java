package org.sampan.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Office;
import org.sampan.accounts.SignedIn;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Peers;
import org.sampan.exchange.Withdrawals;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// One message of ours: where it stands, what happens next; and, while it waits, taking it back.
@Controller
@RequestMapping("/delivery/sent/{id}")
class SentDesk {

  private final Deliveries deliveries;
  private final Withdrawals withdrawals;
  private final Peers peers;
  private final Clock clock;

  SentDesk(Deliveries deliveries, Withdrawals withdrawals, Peers peers, Clock clock) {
    this.deliveries = deliveries;
    this.withdrawals = withdrawals;
    this.peers = peers;
    this.clock = clock;
  }

  static String path(MessageId message) {
    return "/delivery/sent/" + message.value();
  }

  @GetMapping
  @Needs(Duty.BE_HERE)
  Screen show(@PathVariable UUID id, SignedIn reader) {
    return page(new MessageId(id), new Problems(), reader);
  }

  private Screen page(MessageId id, Problems problems, SignedIn reader) {
    Optional<Deliveries.Sender> sender = deliveries.senderOf(id);
    Optional<Deliveries.Delivery> found = deliveries.of(id);
    if (found.isEmpty() || sender.filter(one -> maySee(one, reader)).isEmpty()) {
      return new Absent();
    }
    Deliveries.Delivery one = found.get();
    boolean mayTakeBack =
        one.state().waits() && !takesBack(one) && mayTakeBack(sender.orElseThrow(), reader);
    return new SentPage(one, peers.names(one.peer()), mayTakeBack, problems, clock.instant());
  }

  /// What takes back something of ours is not itself taken back.
  private boolean takesBack(Deliveries.Delivery one) {
    MessageId before = one.inReplyTo();
    return before != null && deliveries.of(before).isPresent();
  }

  @PostMapping("/cancel")
  @Needs(Duty.REFER)
  Screen cancel(@PathVariable UUID id, SignedIn reader) {
    MessageId message = new MessageId(id);
    if (deliveries.senderOf(message).filter(one -> mayTakeBack(one, reader)).isEmpty()) {
      return new Absent();
    }
    return switch (withdrawals.cancel(message, reader)) {
      case Withdrawals.Cancelling.Done done -> new Go(path(message));
      case Withdrawals.Cancelling.TooLate late ->
          page(message, new Problems().add("act", "delivery.problem.too-late"), reader);
      case Withdrawals.Cancelling.Nothing nothing -> new Absent();
    };
  }

  /// Whoever wrote or approved it, and whoever watches the deliveries of that office.
  private static boolean maySee(Deliveries.Sender sender, SignedIn reader) {
    return wrote(sender, reader)
        || switch (reader.reach(Duty.WATCH_DELIVERY)) {
          case NODE -> true;
          case AGENCY -> reader.office().agency().value().equals(sender.agency());
          case OFFICE -> reader.office().id().value().equals(sender.office());
          case NONE, OWN, ASSIGNED -> false;
        };
  }

  /// Whoever wrote or approved it, and whoever may approve what that office sends.
  private static boolean mayTakeBack(Deliveries.Sender sender, SignedIn reader) {
    Holding holding =
        new Holding(
            Compartment.PROTECTION,
            new Account.Id(sender.author()),
            Set.of(),
            new Office.Id(sender.office()),
            new Agency.Id(sender.agency()));
    return wrote(sender, reader) || reader.access(Duty.APPROVE, holding) == Access.BY_DUTY;
  }

  private static boolean wrote(Deliveries.Sender sender, SignedIn reader) {
    UUID she = reader.id().value();
    return she.equals(sender.author()) || she.equals(sender.approver());
  }
}

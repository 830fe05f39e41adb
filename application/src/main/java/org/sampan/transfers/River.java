package org.sampan.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Duty;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.MessageId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells a case of its transfers and closings, on either side.
@Component
@Order(1)
class River implements RiverSource {

  private static final String SIGNED = "transfers.proof.signed";

  private final Transfers transfers;
  private final Closings closings;
  private final Offering offering;
  private final Deciding deciding;
  private final Deliveries deliveries;
  private final Shown shown;

  River(
      Transfers transfers,
      Closings closings,
      Offering offering,
      Deciding deciding,
      Deliveries deliveries,
      Shown shown) {
    this.transfers = transfers;
    this.closings = closings;
    this.offering = offering;
    this.deciding = deciding;
    this.deliveries = deliveries;
    this.shown = shown;
  }

  @Override
  public List<Way> waysFrom(CaseFile file, SignedIn reader) {
    List<Way> ways = new ArrayList<>();
    if (reader.access(Duty.REFER, file.holding()) == Access.BY_DUTY
        && !offering.choices(file).isEmpty()) {
      ways.add(new Way("transfers.offer.title", "/cases/" + file.id().value() + "/transfer"));
    }
    if (reader.access(Duty.APPROVE, file.holding()) == Access.BY_DUTY && deciding.mayClose(file)) {
      ways.add(new Way("transfers.close.title", "/cases/" + file.id().value() + "/closing"));
    }
    return ways;
  }

  @Override
  public List<Crossing> crossingsOf(CaseFile.Id caseFile) {
    List<Crossing> crossings = new ArrayList<>();
    for (Transfer one : transfers.of(caseFile)) {
      if (one.state() != Transfer.State.CANCELLED) {
        crossings.add(offered(one));
        if (one.state() == Transfer.State.ACCEPTED || one.state() == Transfer.State.REFUSED) {
          crossings.add(answer(one));
        }
      }
    }
    closings.of(caseFile).forEach(one -> crossings.add(closed(one)));
    return crossings;
  }

  private @Nullable DeliveryState state(MessageId message) {
    return deliveries.of(message).map(Deliveries.Delivery::state).orElse(null);
  }

  private Crossing offered(Transfer one) {
    State state = one.river(state(one.id().message()));
    MustAct act =
        switch (one.state()) {
          case WAITING, OFFERED -> MustAct.NEAR;
          case SENT -> MustAct.FAR;
          case ACCEPTED, REFUSED, TAKEN_BACK, WITHDRAWN, CANCELLED -> MustAct.NOBODY;
        };
    boolean arrived = state != State.DRAFT && state != State.QUEUED && state != State.SENT;
    return new Crossing(
        one.made(),
        one.ours(),
        "transfers.river.transfer",
        state,
        arrived,
        one.changed().at(),
        shown.bank(one.other()),
        act,
        one.ours() ? null : SIGNED,
        one.path());
  }

  private Crossing answer(Transfer one) {
    boolean yes = one.state() == Transfer.State.ACCEPTED;
    return new Crossing(
        one.changed().at(),
        !one.ours(),
        yes ? "transfers.river.accepted" : "transfers.river.refused",
        yes || !one.ours() ? State.DELIVERED : State.REFUSED,
        true,
        one.changed().at(),
        shown.bank(one.other()),
        MustAct.NOBODY,
        one.ours() ? SIGNED : null,
        one.path());
  }

  private Crossing closed(Closing one) {
    DeliveryState delivery = one.ours() ? state(one.id().message()) : null;
    State state = delivery == null ? State.DELIVERED : Transfer.crossed(delivery);
    return new Crossing(
        one.at(),
        one.ours(),
        "transfers.river.closed",
        state,
        state != State.QUEUED && state != State.SENT,
        one.at(),
        shown.bank(one.other()),
        MustAct.ENDED,
        one.ours() ? null : SIGNED,
        "");
  }

  @Override
  public List<FarAct> farActsOf(CaseFile.Id caseFile) {
    List<FarAct> acts = new ArrayList<>();
    for (Closing one : closings.of(caseFile)) {
      if (!one.ours()) {
        String words =
            Optional.ofNullable(one.outcome())
                .map(Closing.Outcome::far)
                .orElse("transfers.far.closed");
        acts.add(new FarAct(one.at(), words, shown.bank(one.other())));
      }
    }
    return acts;
  }

  @Override
  public List<NearAct> nearActsOf(CaseFile.Id caseFile) {
    List<NearAct> acts = new ArrayList<>();
    for (Transfer one : transfers.of(caseFile)) {
      Instant at = one.changed().at();
      if (!one.ours() && one.state() == Transfer.State.ACCEPTED) {
        acts.add(near(at, "transfers.near.taken-over", one.changed().by()));
      }
    }
    for (Closing one : closings.of(caseFile)) {
      Closing.Outcome outcome = one.outcome();
      if (one.ours() && outcome != null) {
        acts.add(near(one.at(), outcome.words(), one.by()));
      }
    }
    return acts;
  }

  private static NearAct near(Instant at, String words, Transfer.@Nullable By by) {
    return new NearAct(
        at, words, by == null ? null : by.account(), by == null ? null : by.office());
  }
}

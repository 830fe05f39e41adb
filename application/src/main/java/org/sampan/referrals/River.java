package org.sampan.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Recipient;
import org.sampan.exchange.Deliveries;
import org.sampan.vault.Vault;
import org.springframework.stereotype.Component;

/// Tells a case what crossed because of its referrals, on the sending and on the receiving side.
@Component
class River implements RiverSource {

  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Steps steps;
  private final Deliveries deliveries;
  private final Shown shown;
  private final Vault vault;

  River(
      Referrals referrals,
      ReceivedReferrals received,
      Steps steps,
      Deliveries deliveries,
      Shown shown,
      Vault vault) {
    this.referrals = referrals;
    this.received = received;
    this.steps = steps;
    this.deliveries = deliveries;
    this.shown = shown;
    this.vault = vault;
  }

  @Override
  public String referPath(CaseFile.Id caseFile) {
    return "/cases/" + caseFile.value() + "/refer";
  }

  @Override
  public List<Crossing> crossingsOf(CaseFile.Id caseFile) {
    Map<UUID, Deliveries.Delivery> sent = sent(caseFile);
    List<Crossing> crossings = new ArrayList<>();
    for (Referral referral : referrals.of(caseFile)) {
      if (referral.state() != Referral.State.CANCELLED) {
        crossings.add(asked(referral, Optional.ofNullable(sent.get(referral.id().value()))));
        answersTo(referral).forEach(crossings::add);
      }
    }
    for (Received one : received.of(caseFile)) {
      crossings.add(asked(one));
      answersOf(one, sent).forEach(crossings::add);
    }
    sent.values().stream()
        .filter(delivery -> delivery.kind().startsWith("consent.withdraw/"))
        .map(this::withdrawal)
        .forEach(crossings::add);
    return crossings;
  }

  private Map<UUID, Deliveries.Delivery> sent(CaseFile.Id caseFile) {
    return deliveries.of(caseFile.value()).stream()
        .collect(Collectors.toMap(one -> one.id().value(), Function.identity(), (a, b) -> a));
  }

  @Override
  public List<FarAct> farActsOf(CaseFile.Id caseFile) {
    Map<UUID, Deliveries.Delivery> sent = sent(caseFile);
    List<FarAct> acts = new ArrayList<>();
    for (Referral referral : referrals.of(caseFile)) {
      Bank bank = bank(referral);
      Deliveries.Delivery delivery = sent.get(referral.id().value());
      if (delivery != null && delivery.delivered() != null) {
        acts.add(
            new FarAct(
                Objects.requireNonNull(delivery.delivered()), "referrals.far.in-inbox", bank));
      }
      for (Steps.Step step : steps(referral)) {
        if (step.what() == Steps.What.ANSWERED_FEEDBACK) {
          acts.add(new FarAct(step.at(), "referrals.far.followed-up", bank));
        }
      }
    }
    return acts;
  }

  @Override
  public List<NearAct> nearActsOf(CaseFile.Id caseFile) {
    return received.of(caseFile).stream()
        .flatMap(one -> steps(one).stream())
        .filter(step -> step.what().isTheirs())
        .map(step -> new NearAct(step.at(), step.what().words(), step.by(), step.office()))
        .toList();
  }

  private List<Steps.Step> steps(Received one) {
    return steps.of(one.id().value(), one.person(), vault.open(one.person().value()));
  }

  private List<Steps.Step> steps(Referral referral) {
    return steps.of(
        referral.id().value(), referral.person(), vault.open(referral.person().value()));
  }

  private Crossing asked(Referral referral, Optional<Deliveries.Delivery> delivery) {
    State state = referral.river(delivery.map(Deliveries.Delivery::state));
    MustAct act =
        switch (referral.state()) {
          case DRAFT, WAITING, SENT_BACK -> MustAct.NEAR;
          case SENT, ACCEPTED -> MustAct.FAR;
          case REFUSED, FED_BACK, CANCELLED, TAKEN_BACK, WITHDRAWN -> MustAct.NOBODY;
        };
    boolean arrived = delivery.map(one -> one.relayed() != null).orElse(referral.state().left());
    String proof =
        delivery.filter(one -> one.relayed() != null).isPresent()
            ? "referrals.proof.receipt"
            : null;
    return new Crossing(
        referral.made(),
        true,
        "referrals.river.request",
        state,
        arrived && state != State.SENT,
        changed(referral, delivery),
        bank(referral),
        act,
        proof,
        referral.path());
  }

  private static Instant changed(Referral referral, Optional<Deliveries.Delivery> delivery) {
    return delivery.stream()
        .flatMap(one -> Stream.of(one.relayed(), one.delivered(), one.decided()))
        .filter(Objects::nonNull)
        .reduce(referral.changed(), (last, at) -> at.isAfter(last) ? at : last);
  }

  private List<Crossing> answersTo(Referral referral) {
    return steps(referral).stream()
        .flatMap(step -> step.what().answer().stream().map(words -> back(referral, step, words)))
        .toList();
  }

  private Crossing back(Referral referral, Steps.Step step, String words) {
    return new Crossing(
        step.at(),
        false,
        words,
        step.what() == Steps.What.ANSWERED_REFUSED ? State.REFUSED : State.DELIVERED,
        true,
        step.at(),
        bank(referral),
        MustAct.NOBODY,
        "referrals.proof.signed",
        referral.path());
  }

  private Crossing asked(Received one) {
    return new Crossing(
        one.arrived(),
        false,
        "referrals.river.request",
        one.state().river(),
        true,
        one.changed(),
        bank(one),
        one.state() == Received.State.NEW || one.state() == Received.State.ACCEPTED
            ? MustAct.NEAR
            : MustAct.NOBODY,
        "referrals.proof.signed",
        one.path());
  }

  /// What we told back: each step stands under its message's identifier.
  private List<Crossing> answersOf(Received one, Map<UUID, Deliveries.Delivery> sent) {
    return steps(one).stream()
        .flatMap(step -> step.what().answer().stream().map(words -> told(one, step, words, sent)))
        .toList();
  }

  private Crossing told(
      Received one, Steps.Step step, String words, Map<UUID, Deliveries.Delivery> sent) {
    Deliveries.Delivery delivery = sent.get(step.id());
    State state = delivery == null ? State.DELIVERED : Referral.river(delivery.state());
    return new Crossing(
        step.at(),
        true,
        words,
        state,
        delivery == null || delivery.relayed() != null,
        step.at(),
        bank(one),
        MustAct.NOBODY,
        null,
        one.path());
  }

  private Crossing withdrawal(Deliveries.Delivery delivery) {
    String office = delivery.office() == null ? "" : delivery.office();
    Bank bank = bank(shown.countryOf(delivery.peer()), delivery.peer(), office);
    State told = Referral.river(delivery.state());
    // A withdrawal is obeyed, not agreed to.
    State state = told == State.ACCEPTED ? State.DELIVERED : told;
    return new Crossing(
        delivery.queued(),
        true,
        "referrals.is.withdrawn",
        state,
        state != State.QUEUED && state != State.SENT,
        delivery.queued(),
        bank,
        MustAct.NOBODY,
        null,
        "");
  }

  private Bank bank(Referral referral) {
    Recipient to = referral.terms().to();
    return bank(to.country(), to.node(), to.office());
  }

  private Bank bank(Received one) {
    return bank(one.from().country(), one.from().node(), one.from().office());
  }

  private Bank bank(String country, String node, String office) {
    return new Bank(country, reader -> shown.officeName(node, office, reader));
  }
}

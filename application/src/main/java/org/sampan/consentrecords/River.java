package org.sampan.consentrecords;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.DeliveryState;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Peers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells a case which consents crossed with it.
@Component
@Order(2)
class River implements RiverSource {

  private final Records records;
  private final Deliveries deliveries;
  private final Peers peers;

  River(Records records, Deliveries deliveries, Peers peers) {
    this.records = records;
    this.deliveries = deliveries;
    this.peers = peers;
  }

  @Override
  public boolean leads() {
    return false;
  }

  @Override
  public List<Way> waysFrom(CaseFile file, SignedIn reader) {
    return deliveries.requestsOf(file.id().value()).isEmpty()
        ? List.of()
        : List.of(
            new Way("consentrecords.title", "/cases/" + file.id().value() + "/consent-records"));
  }

  @Override
  public List<Crossing> crossingsOf(CaseFile.Id caseFile) {
    List<Crossing> crossings = new ArrayList<>();
    for (MessageId message : records.told(caseFile.value())) {
      deliveries.of(message).map(this::told).ifPresent(crossings::add);
    }
    Set<MessageId> drawn = new HashSet<>();
    for (Deliveries.Request request : deliveries.requestsOf(caseFile.value())) {
      records.heard(request.from(), request.reliesOn()).stream()
          .filter(one -> drawn.add(one.message()))
          .map(one -> heard(one, request, caseFile))
          .forEach(crossings::add);
    }
    return crossings;
  }

  private Crossing told(Deliveries.Delivery one) {
    State state = state(one.state());
    return new Crossing(
        one.queued(),
        true,
        "consentrecords.river.record",
        state,
        state == State.DELIVERED,
        one.queued(),
        bank(one.peer(), one.office() == null ? "" : one.office()),
        MustAct.NOBODY,
        one.relayed() == null ? null : "consentrecords.river.receipt",
        "");
  }

  private static State state(DeliveryState state) {
    return switch (state) {
      case QUEUED, SENDING -> State.QUEUED;
      case RELAYED, KEPT -> State.SENT;
      case DELIVERED, ACCEPTED -> State.DELIVERED;
      case REFUSED, BOUNCED -> State.REFUSED;
      case EXPIRED, CANCELLED -> State.WITHDRAWN;
    };
  }

  private Crossing heard(Heard one, Deliveries.Request request, CaseFile.Id file) {
    return new Crossing(
        one.at(),
        false,
        "consentrecords.river.record",
        one.ended() == null ? State.DELIVERED : State.WITHDRAWN,
        true,
        one.at(),
        bank(request.from(), ""),
        MustAct.NOBODY,
        "consentrecords.river.signed",
        "/cases/" + file.value() + "/consent-records");
  }

  private Bank bank(String node, String office) {
    return new Bank(
        peers.country(node).orElse(""),
        reader ->
            office.isEmpty()
                ? peers.name(node, reader.tag())
                : peers.officeName(node, office, reader.tag()));
  }
}

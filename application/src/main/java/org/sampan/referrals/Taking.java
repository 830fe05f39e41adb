package org.sampan.referrals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Office;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.casework.Handling;
import org.sampan.casework.Intake;
import org.sampan.consents.Category;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Peers;
import org.sampan.places.Place;
import org.sampan.places.Places;
import org.sampan.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes what arrives: a request opens a case here, an answer moves a referral of ours, a
/// withdrawal locks. All in the transaction that stores the message.
@Component
class Taking {

  /// A request that arrived, read and checked.
  ///
  /// @param node who sent it
  /// @param allowed the categories the consent it rests on covers
  /// @param known the case of ours it goes on with, once its thread was joined to one
  record Request(
      MessageId id,
      String node,
      Office office,
      Instant at,
      Set<Category> allowed,
      @Nullable UUID known,
      RequestBody body) {}

  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Tasks tasks;
  private final Steps steps;
  private final Cases cases;
  private final Intake intake;
  private final Handling handling;
  private final Peers peers;
  private final Places places;
  private final Vault vault;
  private final Audit audit;
  private final String country;

  Taking(
      Referrals referrals,
      ReceivedReferrals received,
      Tasks tasks,
      Steps steps,
      Cases cases,
      Intake intake,
      Handling handling,
      Peers peers,
      Places places,
      Vault vault,
      Audit audit,
      @Value("${sampan.country}") String country) {
    this.referrals = referrals;
    this.received = received;
    this.tasks = tasks;
    this.steps = steps;
    this.cases = cases;
    this.intake = intake;
    this.handling = handling;
    this.peers = peers;
    this.places = places;
    this.vault = vault;
    this.audit = audit;
    this.country = country;
  }

  /// Puts a request into the office's inbox, with the case the office will hold.
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseFile request(Request request) {
    Optional<Received> here = received.find(new Received.Id(request.id().value()));
    if (here.isPresent()) {
      return cases.file(here.get().caseFile()).orElseThrow();
    }
    CaseFile file = known(request).orElseGet(() -> open(request));
    RequestBody body = request.body();
    Instant at = request.at().truncatedTo(ChronoUnit.MICROS);
    Received one =
        new Received(
            new Received.Id(request.id().value()),
            new Received.From(
                request.node(),
                peers.country(request.node()).orElse(country),
                body.sender().office()),
            request.office().id(),
            request.office().agency(),
            file.id(),
            file.person(),
            new Received.Asked(body.purpose(), body.need(), body.urgency(), body.language()),
            request.allowed(),
            at,
            at.plus(body.urgency().within()),
            Received.State.NEW,
            1,
            at);
    received.add(one, body, vault.open(file.person().value()));
    done(one, Steps.What.ARRIVED, at);
    return file;
  }

  private Optional<CaseFile> known(Request request) {
    return Optional.ofNullable(request.known())
        .flatMap(id -> cases.file(new CaseFile.Id(id)))
        .filter(CaseFile::isReadable)
        .filter(file -> file.holding().office().equals(request.office().id()));
  }

  private CaseFile open(Request request) {
    RequestBody body = request.body();
    CaseFile.Source source = new CaseFile.Source(request.node(), body.sender().office());
    // Made from the message: the same however often it is worked through.
    UUID id =
        UUID.nameUUIDFromBytes(("case|" + request.id().value()).getBytes(StandardCharsets.UTF_8));
    return intake.receive(
        new Intake.Arrival(
            new CaseFile.Id(id),
            source,
            request.office(),
            Received.values(body, this::isPlace),
            Received.names(body)),
        null);
  }

  private boolean isPlace(String id) {
    return Place.Id.isOne(id) && places.find(new Place.Id(id)).isPresent();
  }

  /// An answer to a referral of ours; false when we asked that node nothing under this number.
  ///
  /// @param id the answer's own identifier
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Referral> answer(MessageId id, MessageId asked, String from, StatusBody body) {
    Optional<Referral> found =
        referrals
            .lock(new Referral.Id(asked.value()))
            .filter(one -> one.terms().to().node().equals(from) && one.state().left());
    found.ifPresent(referral -> answered(id, referral, body));
    return found;
  }

  private void answered(MessageId id, Referral referral, StatusBody body) {
    Referral.State to =
        switch (body.what()) {
          case ACCEPTED -> Referral.State.ACCEPTED;
          case REFUSED -> Referral.State.REFUSED;
          case FEEDBACK -> Referral.State.FED_BACK;
          case TAKEN_BACK -> throw new IllegalStateException("told by whoever asks, never by us");
        };
    Steps.What what = Steps.What.valueOf("ANSWERED_" + body.what());
    if (referral.state().under()) {
      referrals.move(referral.id(), to, null, body.at());
    }
    UUID number = referral.id().value();
    steps.add(
        id.value(),
        new Steps.New(number, referral.person(), what, body.reason(), body.text()),
        null,
        body.at());
    audit.write(
        Act.of("referrals.referral." + Referral.code(what))
            .on(number)
            .inCase(referral.caseFile().value()));
  }

  /// The office that asked takes it back: nothing of it opens any more.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takenBack(MessageId asked, String from, Instant at) {
    Optional<Received> found =
        received
            .lock(new Received.Id(asked.value()))
            .filter(one -> one.from().node().equals(from) && one.state().readable());
    found.ifPresent(one -> close(one, Received.State.TAKEN_BACK, at));
    return found.isPresent();
  }

  /// What these rely on was withdrawn: locked, and nobody goes there any more.
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(List<MessageId> messages, Instant at) {
    for (MessageId message : messages) {
      received
          .lock(new Received.Id(message.value()))
          .filter(one -> one.state() != Received.State.LOCKED)
          .ifPresent(one -> close(one, Received.State.LOCKED, at));
    }
  }

  private void close(Received one, Received.State to, Instant at) {
    received.move(one.id(), to, at);
    done(one, to == Received.State.LOCKED ? Steps.What.LOCKED : Steps.What.TAKEN_BACK, at);
    for (Task task : tasks.of(one.id())) {
      tasks.move(task.id(), Task.State.CLOSED, at);
    }
    boolean others = received.of(one.caseFile()).stream().anyMatch(r -> r.state().readable());
    if (!others) {
      String why = to == Received.State.LOCKED ? "consent-withdrawn" : "other";
      handling.lock(one.caseFile(), why, at);
    }
  }

  private void done(Received one, Steps.What what, Instant at) {
    UUID id = one.id().value();
    steps.add(Steps.New.of(id, one.person(), what), null, at);
    audit.write(
        Act.of("referrals.received." + Referral.code(what))
            .on(id)
            .inCase(one.caseFile().value())
            .with("from", one.from().node()));
  }

  /// Begins an audit entry: hers, or the node's own.
  static Act act(@Nullable SignedIn reader, String name) {
    return reader == null ? Act.of(name) : reader.act(name);
  }
}

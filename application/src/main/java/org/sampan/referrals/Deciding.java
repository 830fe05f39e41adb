package org.sampan.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Duty;
import org.sampan.accounts.SignedIn;
import org.sampan.attachments.Holder;
import org.sampan.audit.Audit;
import org.sampan.exchange.MessageId;
import org.sampan.exchange.Receipts;
import org.sampan.sealing.Receipt;
import org.sampan.vault.Personal;
import org.sampan.vault.Vault;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The receiving office's own decision on what it is asked, its words beside what was written, and
/// who of it may open the papers that came.
@Component
class Deciding implements Holder {

  /// What became of it.
  sealed interface Outcome {
    record Done() implements Outcome {}

    /// Somebody decided meanwhile, or it is locked.
    record Stale() implements Outcome {}
  }

  /// What was decided, in a code and in words.
  ///
  /// @param reason why it was refused
  /// @param words typed, in the language of the page; often empty
  @Personal
  record Said(StatusBody.What what, String reason, String words) {

    private static final int MOST = 2000;

    /// Reads the form; problems are added.
    static Optional<Said> parsed(String answer, String reason, String words, Problems problems) {
      Optional<StatusBody.What> what =
          Typed.choice(StatusBody.What.class, answer)
              .filter(one -> one == StatusBody.What.ACCEPTED || one == StatusBody.What.REFUSED);
      boolean no = what.filter(one -> one == StatusBody.What.REFUSED).isPresent();
      Optional<StatusBody.Refusal> why =
          Typed.choice(StatusBody.Refusal.class, reason).filter(one -> no);
      if (what.isEmpty()) {
        problems.add("answer", "referrals.problem.answer");
      } else if (no && why.isEmpty()) {
        problems.add("reason", "referrals.problem.reason");
      }
      String said = Typed.text("words", words, MOST, problems);
      return problems.none()
          ? what.map(one -> new Said(one, why.map(Enum::name).orElse(""), said))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  /// A decision as it was made on the page.
  ///
  /// @param message the identifier of the message that tells it
  record Decision(MessageId message, int basedOn, Said said, Language language) {}

  private final ReceivedReferrals received;
  private final Steps steps;
  private final Sending sending;
  private final Receipts receipts;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  Deciding(
      ReceivedReferrals received,
      Steps steps,
      Sending sending,
      Receipts receipts,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.received = received;
    this.steps = steps;
    this.sending = sending;
    this.receipts = receipts;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Optional<Held> papersOf(UUID record, SignedIn reader) {
    return received
        .find(new Received.Id(record))
        .filter(one -> reader.access(Duty.DECIDE, one.holding()) == Access.BY_DUTY)
        .filter(one ->
            received
                .body(one, vault.open(one.person().value()))
                .filter(body -> body.told().containsKey(Extract.Item.COPIES))
                .isPresent())
        .map(one ->
            new Held(
                one.person().value(), one.caseFile().value(), false, Shown.papers(), one.path()));
  }

  /// Accepts or refuses: the signed receipt goes back, and the words in a message of their own.
  @Transactional
  public Outcome decide(Received.Id id, Decision decision, SignedIn reader) {
    Optional<Received> found =
        received
            .lock(id)
            .filter(one -> one.version() == decision.basedOn())
            .filter(one -> one.state() == Received.State.NEW);
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    Received one = found.get();
    boolean yes = decision.said().what() == StatusBody.What.ACCEPTED;
    Instant now = now();
    StatusBody body =
        new StatusBody(
            decision.said().what(),
            now,
            decision.said().reason(),
            decision.said().words(),
            decision.language().tag(),
            reader.name(),
            Map.of());
    received.move(id, yes ? Received.State.ACCEPTED : Received.State.REFUSED, now);
    receipts.decided(
        id.message(),
        yes ? Receipt.Decision.ACCEPTED : Receipt.Decision.REFUSED,
        yes ? "ACCEPTED" : decision.said().reason());
    tell(one, decision.message(), body, reader);
    return new Outcome.Done();
  }

  /// Writes an answer down under its message's identifier and sends it. When it cannot leave, that
  /// is written down too: the decision stands, and its receipt tells it.
  void tell(Received one, MessageId message, StatusBody body, SignedIn reader) {
    Steps.What what =
        switch (body.what()) {
          case ACCEPTED -> Steps.What.ACCEPTED;
          case REFUSED -> Steps.What.REFUSED;
          case FEEDBACK -> Steps.What.FED_BACK;
          case TAKEN_BACK -> throw new IllegalStateException("told by whoever asks, never by us");
        };
    UUID id = one.id().value();
    steps.add(
        message.value(),
        new Steps.New(id, one.person(), what, body.reason(), body.text()),
        reader,
        body.at());
    audit.write(
        reader
            .act("referrals.received." + Referral.code(what))
            .on(id)
            .inCase(one.caseFile().value())
            .with("reason", body.reason())
            .with(
                "told",
                String.join(",", body.outcome().keySet().stream().map(Enum::name).toList())));
    if (sending.answer(one, message, body, reader)
        instanceof Sending.Outcome.NotSent(String words, var why)) {
      steps.add(new Steps.New(id, one.person(), Steps.What.NOT_TOLD, words, ""), reader, body.at());
    }
  }

  /// Keeps a translation of one text beside it, in her name.
  @Transactional
  public Outcome translate(
      Received.Id id, UUID form, Extract.Item item, Translated translated, SignedIn reader) {
    Optional<Received> found = received.lock(id).filter(one -> one.state().readable());
    if (found.isEmpty()) {
      return new Outcome.Stale();
    }
    Received one = found.get();
    ReceivedReferrals.Translation translation =
        new ReceivedReferrals.Translation(
            form, item, translated.language().tag(), now(), reader.id(), translated.text());
    if (received.translate(one, translation, vault.open(one.person().value()))) {
      audit.write(
          reader
              .act("referrals.received.translated")
              .on(id.value())
              .inCase(one.caseFile().value())
              .with("item", item)
              .with("language", translated.language().tag()));
    }
    return new Outcome.Done();
  }

  /// A text in another language.
  record Translated(Language language, String text) {
    @Override
    public String toString() {
      return "Translated[" + language + "]";
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

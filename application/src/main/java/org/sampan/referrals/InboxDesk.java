package org.sampan.referrals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.exchange.Exhibits;
import org.sampan.exchange.MessageId;
import org.sampan.vault.Keys;
import org.sampan.vault.Vault;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the office reads one referral to it, decides, gives follow-ups and tells back.
@Controller
@RequestMapping("/inbox/{id}")
class InboxDesk {

  private final ReceivedReferrals received;
  private final Steps steps;
  private final Deciding deciding;
  private final FollowingUp followingUp;
  private final Exhibits exhibits;
  private final Accounts accounts;
  private final Shown shown;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  InboxDesk(
      ReceivedReferrals received,
      Steps steps,
      Deciding deciding,
      FollowingUp followingUp,
      Exhibits exhibits,
      Accounts accounts,
      Shown shown,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.received = received;
    this.steps = steps;
    this.deciding = deciding;
    this.followingUp = followingUp;
    this.exhibits = exhibits;
    this.accounts = accounts;
    this.shown = shown;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  private Optional<Received> ours(UUID id, SignedIn reader) {
    return received
        .find(new Received.Id(id))
        .filter(one -> reader.access(Duty.DECIDE, one.holding()) == Access.BY_DUTY);
  }

  @GetMapping
  @Needs(Duty.DECIDE)
  Screen show(@PathVariable UUID id, SignedIn reader) {
    return page(id, typed(), new Problems(), reader);
  }

  private static ReceivedPage.Typed typed() {
    return typed("", "", "", Task.Told.NOTHING);
  }

  private static ReceivedPage.Typed typed(
      String reason, String words, String colleague, Task.Told told) {
    UUID message = UuidCreator.getTimeOrderedEpoch();
    UUID form = UuidCreator.getTimeOrderedEpoch();
    return new ReceivedPage.Typed(message, form, reason, words, colleague, told);
  }

  private Screen page(UUID id, ReceivedPage.Typed typed, Problems problems, SignedIn reader) {
    Optional<Received> found = ours(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Received one = found.get();
    audit.seen(reader.act("referrals.received.seen").on(id).inCase(one.caseFile().value()));
    Keys keys = vault.open(one.person().value());
    boolean readable = one.state().readable();
    return new ReceivedPage(
        one,
        received.body(one, keys),
        exhibits.proofOf(one.id().message()),
        readable ? steps.of(id, one.person(), keys) : List.of(),
        readable ? received.translations(one, keys) : List.of(),
        readable ? followingUp.given(one, keys) : List.of(),
        followingUp.colleagues(),
        typed,
        problems,
        shown,
        clock.instant());
  }

  @PostMapping("/decide")
  @Needs(Duty.DECIDE)
  Screen decide(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String words,
      SignedIn reader) {
    Optional<UUID> number = Typed.identifier(message).filter(one -> one.version() == 7);
    if (ours(id, reader).isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    ReceivedPage.Typed again = typed(reason, Typed.text(words), "", Task.Told.NOTHING);
    return Deciding.Said.parsed(answer, reason, words, problems)
        .map(said -> {
          Deciding.Decision decision =
              new Deciding.Decision(new MessageId(number.get()), basedOn, said, language(reader));
          return after(deciding.decide(new Received.Id(id), decision, reader), id, again, reader);
        })
        .orElseGet(() -> page(id, again, problems, reader));
  }

  private Language language(SignedIn reader) {
    return accounts.find(reader.id()).map(Account::language).orElse(Language.ENGLISH);
  }

  private Screen after(
      Deciding.Outcome outcome, UUID id, ReceivedPage.Typed typed, SignedIn reader) {
    return switch (outcome) {
      case Deciding.Outcome.Done done -> new Go("/inbox/" + id);
      case Deciding.Outcome.Stale stale ->
          page(id, typed, new Problems().add("act", "referrals.problem.stale"), reader);
    };
  }

  @PostMapping("/translations")
  @Needs(Duty.DECIDE)
  Screen translate(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String text,
      SignedIn reader) {
    Optional<UUID> number = Typed.identifier(form);
    Optional<Extract.Item> what =
        Typed.choice(Extract.Item.class, item).filter(Extract.Item::isText);
    Optional<Language> into = Language.of(language);
    if (ours(id, reader).isEmpty() || number.isEmpty() || what.isEmpty() || into.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    String said = Typed.required("text", text, 4000, problems);
    ReceivedPage.Typed typed = typed();
    if (!problems.none()) {
      return page(id, typed, problems, reader);
    }
    Deciding.Translated translated = new Deciding.Translated(into.get(), said);
    return after(
        deciding.translate(new Received.Id(id), number.get(), what.get(), translated, reader),
        id,
        typed,
        reader);
  }

  @PostMapping("/tasks")
  @Needs(Duty.DECIDE)
  Screen give(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String colleague,
      @RequestParam(defaultValue = "") String ask,
      @RequestParam(defaultValue = "") String never,
      SignedIn reader) {
    Optional<UUID> number = Typed.identifier(form);
    if (ours(id, reader).isEmpty() || number.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    Optional<Account> who =
        followingUp.colleagues().stream()
            .filter(one -> one.id().value().toString().equals(colleague))
            .findFirst();
    if (who.isEmpty()) {
      problems.add("colleague", "referrals.problem.colleague");
    }
    Task.Told told = Task.Told.parsed(ask, never, problems);
    ReceivedPage.Typed typed = typed("", "", colleague, told);
    if (!problems.none() || who.isEmpty()) {
      return page(id, typed, problems, reader);
    }
    Task.Id task = new Task.Id(number.get());
    return after(
        followingUp.give(new Received.Id(id), task, who.get(), told, reader), id, typed, reader);
  }

  @PostMapping("/tasks/{task}/close")
  @Needs(Duty.DECIDE)
  Screen close(@PathVariable UUID id, @PathVariable UUID task, SignedIn reader) {
    return ours(id, reader)
        .map(one -> followingUp.close(one.id(), new Task.Id(task), reader))
        .map(outcome -> after(outcome, id, typed(), reader))
        .orElse(new Absent());
  }

  @PostMapping("/feedback")
  @Needs(Duty.DECIDE)
  Screen feedBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam(defaultValue = "") String message,
      @RequestParam(defaultValue = "") String task,
      @RequestParam(required = false) @Nullable List<String> keep,
      SignedIn reader) {
    Optional<UUID> number = Typed.identifier(message).filter(one -> one.version() == 7);
    Optional<Task.Id> which = Typed.identifier(task).map(Task.Id::new);
    if (ours(id, reader).isEmpty() || number.isEmpty() || which.isEmpty()) {
      return new Absent();
    }
    FollowingUp.Feedback feedback =
        new FollowingUp.Feedback(
            new MessageId(number.get()), basedOn, StatusBody.Found.named(keep), language(reader));
    Received.Id from = new Received.Id(id);
    return after(followingUp.feedBack(from, which.get(), feedback, reader), id, typed(), reader);
  }
}

package org.sampan.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Grid;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.exchange.MessageId;
import org.sampan.vault.Keys;
import org.sampan.vault.Vault;
import org.sampan.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives a follow-up to a colleague, takes down what she found, tells the sender what may be told.
@Component
class FollowingUp {

  private final ReceivedReferrals received;
  private final Tasks tasks;
  private final Steps steps;
  private final Deciding deciding;
  private final Accounts accounts;
  private final Offices offices;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  FollowingUp(
      ReceivedReferrals received,
      Tasks tasks,
      Steps steps,
      Deciding deciding,
      Accounts accounts,
      Offices offices,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.received = received;
    this.tasks = tasks;
    this.steps = steps;
    this.deciding = deciding;
    this.accounts = accounts;
    this.offices = offices;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /// The colleagues of any office of the node who can be given a follow-up.
  List<Account> colleagues() {
    return accounts.all().stream()
        .filter(Account::active)
        .filter(account ->
            account.roles().stream()
                .filter(role -> role.compartment() == Compartment.PROTECTION)
                .anyMatch(role -> Grid.current().cell(Duty.FOLLOW_UP, role).byDuty() != Reach.NONE))
        .toList();
  }

  /// The follow-ups given for it, with what was found.
  List<ReceivedPage.Given> given(Received one, Keys keys) {
    return tasks.of(one.id()).stream()
        .map(task -> {
          Optional<Task.Visit> visit = tasks.visit(task, keys);
          return new ReceivedPage.Given(
              task,
              tasks.told(task, keys),
              visit,
              visit.map(found -> tellable(found, one, Set.of())).orElse(Map.of()));
        })
        .toList();
  }

  /// Gives it; the same form twice gives one.
  @Transactional
  public Deciding.Outcome give(
      Received.Id id, Task.Id task, Account assignee, Task.Told told, SignedIn reader) {
    Optional<Received> found = received.lock(id).filter(FollowingUp::isAccepted);
    Optional<Office> office = offices.find(assignee.office());
    if (found.isEmpty() || office.isEmpty()) {
      return new Deciding.Outcome.Stale();
    }
    Received one = found.get();
    Instant now = now();
    Task given =
        new Task(
            task,
            id,
            one.caseFile(),
            one.person(),
            new Task.Assignee(assignee.id(), assignee.office(), office.get().agency()),
            reader.id(),
            now,
            Task.State.GIVEN,
            1,
            now);
    if (tasks.add(given, told, vault.open(one.person().value()))) {
      done(one, Steps.What.TASK_GIVEN, reader, assignee.id());
    }
    return new Deciding.Outcome.Done();
  }

  private static boolean isAccepted(Received one) {
    return one.state() == Received.State.ACCEPTED || one.state() == Received.State.FED_BACK;
  }

  /// Takes the task back: she goes there no more.
  @Transactional
  public Deciding.Outcome close(Received.Id of, Task.Id id, SignedIn reader) {
    Optional<Task> found =
        tasks
            .lock(id)
            .filter(task -> task.received().equals(of) && task.state() == Task.State.GIVEN);
    Optional<Received> one = found.flatMap(task -> received.find(task.received()));
    if (found.isEmpty() || one.isEmpty()) {
      return new Deciding.Outcome.Stale();
    }
    tasks.move(id, Task.State.CLOSED, now());
    done(one.get(), Steps.What.TASK_CLOSED, reader, found.get().assignee().account());
    return new Deciding.Outcome.Done();
  }

  /// Keeps what she found.
  @Transactional
  public Deciding.Outcome visited(Task.Id id, int basedOn, Task.Visit visit, SignedIn reader) {
    Optional<Task> found =
        tasks
            .lock(id)
            .filter(task -> task.version() == basedOn && task.state() == Task.State.GIVEN);
    Optional<Received> one =
        found.flatMap(task -> received.find(task.received())).filter(r -> r.state().readable());
    if (found.isEmpty() || one.isEmpty()) {
      return new Deciding.Outcome.Stale();
    }
    tasks.visited(found.get(), visit, vault.open(found.get().person().value()));
    tasks.move(id, Task.State.DONE, now());
    done(one.get(), Steps.What.VISITED, reader, reader.id());
    return new Deciding.Outcome.Done();
  }

  private void done(Received one, Steps.What what, SignedIn reader, Account.Id whose) {
    UUID id = one.id().value();
    steps.add(Steps.New.of(id, one.person(), what), reader, now());
    audit.write(
        reader
            .act("referrals.task." + Referral.code(what))
            .on(id)
            .inCase(one.caseFile().value())
            .with("colleague", whose.value()));
  }

  /// What of a visit may be told back: what her consent covers and nobody keeps back.
  static Map<StatusBody.Found, List<String>> tellable(
      Task.Visit visit, Received one, Set<StatusBody.Found> kept) {
    Map<StatusBody.Found, List<String>> told = new EnumMap<>(StatusBody.Found.class);
    visit
        .outcome()
        .forEach((found, codes) -> {
          if (found.within(one.allowed()) && !kept.contains(found)) {
            told.put(found, codes);
          }
        });
    return told;
  }

  /// What is told back, chosen on the page.
  record Feedback(MessageId message, int basedOn, Set<StatusBody.Found> kept, Language language) {}

  /// Tells the sender what a visit found, as far as she allowed it.
  @Transactional
  public Deciding.Outcome feedBack(
      Received.Id from, Task.Id task, Feedback feedback, SignedIn reader) {
    Optional<Task> of =
        tasks
            .find(task)
            .filter(one -> one.received().equals(from) && one.state() == Task.State.DONE);
    Optional<Received> found =
        of.flatMap(one -> received.lock(one.received()))
            .filter(one -> one.version() == feedback.basedOn() && isAccepted(one));
    if (of.isEmpty() || found.isEmpty()) {
      return new Deciding.Outcome.Stale();
    }
    Received one = found.get();
    Optional<Task.Visit> visit = tasks.visit(of.get(), vault.open(one.person().value()));
    if (visit.isEmpty()) {
      return new Deciding.Outcome.Stale();
    }
    Instant now = now();
    StatusBody body =
        new StatusBody(
            StatusBody.What.FEEDBACK,
            now,
            "",
            "",
            feedback.language().tag(),
            reader.name(),
            tellable(visit.get(), one, feedback.kept()));
    received.move(one.id(), Received.State.FED_BACK, now);
    deciding.tell(one, feedback.message(), body, reader);
    return new Deciding.Outcome.Done();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

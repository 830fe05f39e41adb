package org.sampan.referrals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Access;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.audit.Audit;
import org.sampan.exchange.Deliveries;
import org.sampan.vault.Keys;
import org.sampan.vault.Vault;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What there is to do: the office's inbox, what we asked, and each colleague's own follow-ups.
@Controller
class WorkDesk implements Waiting {

  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Tasks tasks;
  private final FollowingUp followingUp;
  private final Deliveries deliveries;
  private final Shown shown;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  WorkDesk(
      Referrals referrals,
      ReceivedReferrals received,
      Tasks tasks,
      FollowingUp followingUp,
      Deliveries deliveries,
      Shown shown,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.referrals = referrals;
    this.received = received;
    this.tasks = tasks;
    this.followingUp = followingUp;
    this.deliveries = deliveries;
    this.shown = shown;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  @Bean
  static GuardedDoor inboxDoor() {
    return GuardedDoor.to("/inbox", "referrals.door.inbox", 30, Duty.DECIDE);
  }

  @Bean
  static GuardedDoor sentDoor() {
    return GuardedDoor.to("/referrals", "referrals.door.sent", 40, Duty.REFER);
  }

  @Bean
  static GuardedDoor tasksDoor() {
    return GuardedDoor.to("/tasks", "referrals.door.tasks", 50, Duty.FOLLOW_UP);
  }

  private static final ReceivedReferrals.Show WAITING = ReceivedReferrals.Show.WAITING;
  private static final ReceivedReferrals.Show REVIEW = ReceivedReferrals.Show.REVIEW;
  private static final Referrals.Shown ALL = new Referrals.Shown(null, false, false);
  private static final Referrals.Shown APPROVE =
      new Referrals.Shown(Referral.State.WAITING, true, false);
  private static final Referrals.Shown BACK =
      new Referrals.Shown(Referral.State.SENT_BACK, false, true);

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    return List.of(
        new Notice("referrals.waiting.inbox", count(WAITING, reader), "/inbox"),
        new Notice(
            "referrals.waiting.approve",
            count(APPROVE, Duty.APPROVE, reader),
            "/referrals?show=approve"),
        new Notice("referrals.waiting.tasks", tasks.waiting(reader), "/tasks"),
        new Notice("referrals.waiting.review", count(REVIEW, reader), "/inbox?show=review"),
        new Notice(
            "referrals.waiting.back", count(BACK, Duty.REFER, reader), "/referrals?show=back"));
  }

  private long count(Referrals.Shown shown, Duty duty, SignedIn reader) {
    return reader.has(duty) ? referrals.count(shown, reader.reach(duty), reader) : 0;
  }

  private long count(ReceivedReferrals.Show show, SignedIn reader) {
    return received.count(show, reader.reach(Duty.DECIDE), reader);
  }

  @GetMapping("/referrals")
  @Needs(Duty.REFER)
  Screen sent(
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(defaultValue = "1") String page,
      SignedIn reader) {
    boolean approve = show.equals("approve") && reader.has(Duty.APPROVE);
    Referrals.Shown which = approve ? APPROVE : show.equals("back") ? BACK : ALL;
    Reach reach = reader.reach(approve ? Duty.APPROVE : Duty.REFER);
    int number = ListPage.page(page);
    return new ListPage(
        "referrals.sent",
        "/referrals",
        List.of(
            new ListPage.Filter("all", "referrals.sent.all", count(ALL, Duty.REFER, reader)),
            new ListPage.Filter(
                "approve", "referrals.sent.approve", count(APPROVE, Duty.APPROVE, reader)),
            new ListPage.Filter("back", "referrals.sent.back", count(BACK, Duty.REFER, reader))),
        approve ? "approve" : which == BACK ? "back" : "all",
        referrals.list(which, reach, number, reader).stream()
            .map(one -> ListPage.Row.of(one, deliveries.of(one.id().message())))
            .toList(),
        number,
        shown,
        clock.instant());
  }

  @GetMapping("/inbox")
  @Needs(Duty.DECIDE)
  Screen inbox(
      @RequestParam(defaultValue = "waiting") String show,
      @RequestParam(defaultValue = "1") String page,
      SignedIn reader) {
    ReceivedReferrals.Show which = Typed.choice(ReceivedReferrals.Show.class, show).orElse(WAITING);
    int number = ListPage.page(page);
    List<ListPage.Filter> filters =
        List.of(ReceivedReferrals.Show.values()).stream()
            .map(one ->
                new ListPage.Filter(
                    one.code(), "referrals.inbox." + one.code(), count(one, reader)))
            .toList();
    return new ListPage(
        "referrals.inbox",
        "/inbox",
        filters,
        which.code(),
        received.list(which, reader.reach(Duty.DECIDE), number, reader).stream()
            .map(one -> ListPage.Row.of(one, tasks.of(one.id())))
            .toList(),
        number,
        shown,
        clock.instant());
  }

  @GetMapping("/tasks")
  @Needs(Duty.FOLLOW_UP)
  Screen mine(@RequestParam(defaultValue = "1") String page, SignedIn reader) {
    int number = ListPage.page(page);
    return new ListPage(
        "referrals.tasks",
        "/tasks",
        List.of(),
        "",
        tasks.of(reader, number).stream().map(ListPage.Row::of).toList(),
        number,
        shown,
        clock.instant());
  }

  @GetMapping("/tasks/{id}")
  @Needs(Duty.FOLLOW_UP)
  Screen task(@PathVariable UUID id, SignedIn reader) {
    TaskPage.Form fresh = TaskPage.Form.fresh(UuidCreator.getTimeOrderedEpoch(), today(reader));
    return given(id, reader)
        .map(task -> page(task, fresh, new Problems(), reader))
        .orElse(new Absent());
  }

  private Optional<Task> given(UUID id, SignedIn reader) {
    return tasks
        .find(new Task.Id(id))
        .filter(task -> task.assignee().account().equals(reader.id()))
        .filter(task -> reader.access(Duty.FOLLOW_UP, task.holding()) == Access.BY_DUTY);
  }

  private Screen page(Task task, TaskPage.Form form, Problems problems, SignedIn reader) {
    audit.seen(
        reader.act("referrals.task.seen").on(task.id().value()).inCase(task.caseFile().value()));
    Keys keys = vault.open(task.person().value());
    boolean open = task.state() == Task.State.GIVEN;
    return new TaskPage(
        task,
        open ? tasks.told(task, keys) : Task.Told.NOTHING,
        open
            ? received.find(task.received()).flatMap(one -> received.body(one, keys))
            : Optional.empty(),
        task.state() == Task.State.DONE ? tasks.visit(task, keys) : Optional.empty(),
        form,
        problems,
        shown,
        clock.instant());
  }

  @PostMapping("/tasks/{id}/visit")
  @Needs(Duty.FOLLOW_UP)
  Screen visited(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int basedOn,
      @RequestParam MultiValueMap<String, String> typed,
      SignedIn reader) {
    Optional<Task> found = given(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Task task = found.get();
    Problems problems = new Problems();
    TaskPage.Form form = TaskPage.Form.of(typed);
    Optional<Task.Visit> visit =
        form.parsed(task, reader.id(), clock.instant(), today(reader), problems);
    if (visit.isEmpty()) {
      return page(task, form, problems, reader);
    }
    return switch (followingUp.visited(task.id(), basedOn, visit.get(), reader)) {
      case Deciding.Outcome.Done done -> new Go(task.path());
      case Deciding.Outcome.Stale stale ->
          page(task, form, problems.add("act", "referrals.problem.stale"), reader);
    };
  }

  private LocalDate today(SignedIn reader) {
    return LocalDate.now(clock.withZone(reader.office().zone()));
  }
}

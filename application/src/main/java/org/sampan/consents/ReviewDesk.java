package org.sampan.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Duty;
import org.sampan.accounts.GuardedDoor;
import org.sampan.accounts.Needs;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
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

/// Where somebody goes past a person's answer, and where somebody else judges it.
@Controller
class ReviewDesk implements Waiting {

  private static final Duration SHOWN_AFTER_REVIEW = Duration.ofDays(30);

  private final Overrulings overrulings;
  private final GoingPast goingPast;
  private final Recipients recipients;
  private final Reading reading;
  private final Clock clock;

  ReviewDesk(
      Overrulings overrulings,
      GoingPast goingPast,
      Recipients recipients,
      Reading reading,
      Clock clock) {
    this.overrulings = overrulings;
    this.goingPast = goingPast;
    this.recipients = recipients;
    this.reading = reading;
    this.clock = clock;
  }

  @Bean
  static GuardedDoor reviewsDoor() {
    return GuardedDoor.to("/reviews", "consents.door.reviews", 60, Duty.REVIEW);
  }

  @GetMapping("/persons/{person}/overrulings/new")
  @Needs(Duty.RECORD_CONSENT)
  Screen overrule(@PathVariable UUID person, SignedIn reader) {
    PersonId of = new PersonId(person);
    return reading
        .recordable(of, reader)
        .<Screen>map(inCare ->
            new OverrulePage(
                of,
                inCare,
                recipients,
                reader,
                UuidCreator.getTimeOrderedEpoch(),
                ScopePage.Form.suggested(inCare),
                "",
                "",
                new Problems()))
        .orElse(new Absent());
  }

  @PostMapping("/persons/{person}/overrulings")
  @Needs(Duty.RECORD_CONSENT)
  Screen record(
      @PathVariable UUID person,
      @RequestParam MultiValueMap<String, String> typed,
      SignedIn reader) {
    PersonId of = new PersonId(person);
    Optional<Care.InCare> inCare = reading.recordable(of, reader);
    Optional<UUID> id = Typed.identifier(typed.getFirst("id"));
    if (inCare.isEmpty() || id.isEmpty()) {
      return new Absent();
    }
    Problems problems = new Problems();
    ScopePage.Form chosen = ScopePage.Form.of(typed);
    Optional<Scope> scope = chosen.parsed(recipients, reader, problems);
    String named = AnswerForm.first(typed, "reason");
    Optional<Overruling.Reason> reason = Typed.choice(Overruling.Reason.class, named);
    if (reason.isEmpty()) {
      problems.add("reason", "consents.problem.reason");
    }
    String explained =
        Typed.required("explained", typed.getFirst("explained"), AnswerForm.MOST, problems);
    if (!problems.none() || scope.isEmpty() || reason.isEmpty()) {
      return new OverrulePage(
          of, inCare.get(), recipients, reader, id.get(), chosen, named, explained, problems);
    }
    Overruling.Id one = new Overruling.Id(id.get());
    goingPast.record(
        new GoingPast.Asked(one, of, inCare.get().caseFile(), scope.get(), reason.get(), explained),
        reader);
    return new Go("/persons/" + person + "/consents");
  }

  @GetMapping("/reviews")
  @Needs(Duty.REVIEW)
  Screen all(SignedIn reader) {
    Instant now = clock.instant();
    List<Overruling> mine = overrulings.toReview(agency(reader), now.minus(SHOWN_AFTER_REVIEW));
    return new ReviewsPage(mine, recipients, reader.id(), now);
  }

  @GetMapping("/reviews/{id}")
  @Needs(Duty.REVIEW)
  Screen one(@PathVariable UUID id, SignedIn reader) {
    return shown(new Overruling.Id(id), new Problems(), reader);
  }

  private Screen shown(Overruling.Id id, Problems problems, SignedIn reader) {
    Optional<Overruling> found = reviewable(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Overruling overruling = found.get();
    reading.seen("consents.overruling.seen", id.value(), overruling.caseFile(), reader);
    return new ReviewPage(
        overruling,
        reading.explained(overruling),
        reading.answers(overruling.person()),
        reading.name(overruling.made().by()),
        recipients,
        !overruling.made().by().equals(reader.id()),
        clock.instant(),
        problems);
  }

  @PostMapping("/reviews/{id}")
  @Needs(Duty.REVIEW)
  Screen judge(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String finding, SignedIn reader) {
    Optional<Overruling> overruling = reviewable(new Overruling.Id(id), reader);
    Optional<Overruling.Finding> judged = Typed.choice(Overruling.Finding.class, finding);
    if (overruling.isEmpty()) {
      return new Absent();
    }
    if (judged.isEmpty()) {
      return shown(
          new Overruling.Id(id), new Problems().add("finding", "consents.problem.finding"), reader);
    }
    goingPast.judge(overruling.get(), judged.get(), reader);
    return new Go("/reviews/" + id);
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    if (!reader.has(Duty.REVIEW)) {
      return List.of();
    }
    long many = overrulings.waiting(agency(reader), reader.id());
    return List.of(new Notice("consents.waiting.reviews", many, "/reviews"));
  }

  private Optional<Overruling> reviewable(Overruling.Id id, SignedIn reader) {
    Agency.Id only = agency(reader);
    return overrulings.find(id).filter(one -> only == null || one.made().agency().equals(only));
  }

  /// The agency whose overrulings she reviews; none means all of the node.
  private static Agency.@Nullable Id agency(SignedIn reader) {
    return reader.reach(Duty.REVIEW) == Reach.NODE ? null : reader.office().agency();
  }
}

package org.sampan.consents;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Language;
import org.sampan.web.Problems;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where her consents are asked for, read and taken back.
@Controller
@RequestMapping("/persons/{person}/consents")
class ConsentDesk {

  private final Consents consents;
  private final Asking asking;
  private final Recipients recipients;
  private final Reading reading;
  private final Clock clock;

  ConsentDesk(
      Consents consents, Asking asking, Recipients recipients, Reading reading, Clock clock) {
    this.consents = consents;
    this.asking = asking;
    this.recipients = recipients;
    this.reading = reading;
    this.clock = clock;
  }

  @GetMapping
  @Needs(Duty.SEE_CASE)
  Screen all(@PathVariable UUID person, SignedIn reader) {
    PersonId of = new PersonId(person);
    return reading
        .inCare(of, reader)
        .<Screen>map(inCare -> {
          reading.seen("consents.consents.seen", person, inCare.caseFile(), reader);
          return new ConsentsPage(
              of,
              inCare,
              consents.of(of),
              consents.overrulingsOf(of),
              recipients,
              Reading.mayRecord(inCare, reader),
              today(reader));
        })
        .orElse(new Absent());
  }

  @GetMapping("/new")
  @Needs(Duty.RECORD_CONSENT)
  Screen choose(@PathVariable UUID person, SignedIn reader) {
    PersonId of = new PersonId(person);
    return reading
        .recordable(of, reader)
        .<Screen>map(inCare ->
            new ScopePage(
                of, inCare, recipients, reader, ScopePage.Form.suggested(inCare), new Problems()))
        .orElse(new Absent());
  }

  @GetMapping("/ask")
  @Needs(Duty.RECORD_CONSENT)
  Screen ask(
      @PathVariable UUID person,
      @RequestParam MultiValueMap<String, String> typed,
      SignedIn reader) {
    AnswerForm fresh = AnswerForm.fresh(UuidCreator.getTimeOrderedEpoch(), today(reader));
    PersonId of = new PersonId(person);
    return reading
        .recordable(of, reader)
        .map(inCare -> asked(of, inCare, ScopePage.Form.of(typed), fresh, reader))
        .orElse(new Absent());
  }

  private Screen asked(
      PersonId person,
      Care.InCare inCare,
      ScopePage.Form chosen,
      AnswerForm form,
      SignedIn reader) {
    Problems problems = new Problems();
    return chosen
        .parsed(recipients, reader, problems)
        .<Screen>map(
            scope -> new AskPage(person, inCare, scope, chosen, recipients, form, problems))
        .orElseGet(() -> new ScopePage(person, inCare, recipients, reader, chosen, problems));
  }

  @PostMapping
  @Needs(Duty.RECORD_CONSENT)
  Screen record(
      @PathVariable UUID person,
      @RequestParam MultiValueMap<String, String> typed,
      SignedIn reader) {
    PersonId of = new PersonId(person);
    Optional<Care.InCare> inCare = reading.recordable(of, reader);
    if (inCare.isEmpty()) {
      return new Absent();
    }
    ScopePage.Form chosen = ScopePage.Form.of(typed);
    AnswerForm form = AnswerForm.of(typed);
    Screen page = asked(of, inCare.get(), chosen, form, reader);
    if (!(page instanceof AskPage asked)) {
      return page;
    }
    return form.parsed(today(reader), inCare.get().child(), asked.problems())
        .<Screen>map(answered -> {
          asking.record(heard(asked, answered), reader);
          return new Go(path(of, answered.id()));
        })
        .orElse(asked);
  }

  private static Asking.Heard heard(AskPage asked, AnswerForm.Answered answered) {
    return new Asking.Heard(
        answered.id(),
        asked.person(),
        asked.care().caseFile(),
        asked.scope(),
        answered.answer(),
        answered.giver(),
        asked.chosen().spoken().map(Language::tag).orElse(ScopePage.INTERPRETER),
        answered.day(),
        answered.until(),
        answered.spoken());
  }

  @GetMapping("/{id}")
  @Needs(Duty.SEE_CASE)
  Screen one(@PathVariable UUID person, @PathVariable UUID id, SignedIn reader) {
    return shown(new PersonId(person), new Consent.Id(id), new Problems(), reader);
  }

  private Screen shown(PersonId person, Consent.Id id, Problems problems, SignedIn reader) {
    Optional<Care.InCare> inCare = reading.inCare(person, reader);
    Optional<Consent> consent = consents.find(id).filter(one -> one.person().equals(person));
    if (inCare.isEmpty() || consent.isEmpty()) {
      return new Absent();
    }
    reading.seen("consents.consent.seen", id.value(), inCare.get().caseFile(), reader);
    return new ConsentPage(
        inCare.get(),
        consent.get(),
        reading.spoken(consent.get()),
        recipients,
        reading.name(consent.get().recorded().by()),
        Reading.mayRecord(inCare.get(), reader),
        today(reader),
        problems);
  }

  @PostMapping("/{id}/withdraw")
  @Needs(Duty.RECORD_CONSENT)
  Screen withdraw(
      @PathVariable UUID person,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String giver,
      @RequestParam(defaultValue = "") String reason,
      SignedIn reader) {
    PersonId of = new PersonId(person);
    Consent.Id which = new Consent.Id(id);
    Optional<Care.InCare> inCare = reading.recordable(of, reader);
    Optional<Consent> consent = consents.find(which).filter(one -> one.person().equals(of));
    if (inCare.isEmpty() || consent.isEmpty()) {
      return new Absent();
    }
    Optional<Consent.Giver> by = Typed.choice(Consent.Giver.class, giver);
    if (by.isEmpty()) {
      return shown(of, which, new Problems().add("giver", "consents.problem.giver"), reader);
    }
    Consent.Reason why =
        Typed.choice(Consent.Reason.class, reason).orElse(Consent.Reason.NO_REASON);
    asking.withdraw(consent.get(), by.get(), why, inCare.get().caseFile(), reader);
    return new Go(path(of, which));
  }

  private static String path(PersonId person, Consent.Id id) {
    return "/persons/" + person.value() + "/consents/" + id.value();
  }

  private LocalDate today(SignedIn reader) {
    return LocalDate.now(clock.withZone(reader.office().zone()));
  }
}

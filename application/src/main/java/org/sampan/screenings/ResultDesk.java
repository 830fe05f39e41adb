package org.sampan.screenings;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.screening.Answers;
import org.sampan.screening.Finding;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.ReadingRule;
import org.sampan.web.Absent;
import org.sampan.web.Go;
import org.sampan.web.Language;
import org.sampan.web.Screen;
import org.sampan.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an interview shows, kept when she says so; and the empty questionnaire for paper.
@Controller
class ResultDesk {

  private final Screenings screenings;
  private final Findings findings;
  private final Interview interview;
  private final Writers writers;
  private final Clock clock;

  ResultDesk(
      Screenings screenings, Findings findings, Interview interview, Writers writers, Clock clock) {
    this.screenings = screenings;
    this.findings = findings;
    this.interview = interview;
    this.writers = writers;
    this.clock = clock;
  }

  @GetMapping("/screenings/{id}/result")
  @Needs(Duty.SCREEN)
  Screen show(
      SignedIn reader,
      @PathVariable("id") String id,
      @RequestParam(name = "reading", required = false) @Nullable String chosen) {
    Optional<Screening> found = screenings.hers(id, reader);
    if (found.isEmpty()) {
      return new Absent();
    }
    Screening screening = found.get();
    if (!screening.agreed()) {
      return new Go(screening.path());
    }
    IndicatorSet set = screenings.setOf(screening);
    ReadingRule reading = reading(set, chosen).orElse(screening.reading());
    Sheet sheet = interview.look(screening, "result", reader);
    Answers answers = sheet.answers(set);
    Finding finding = interview.read(screening, answers, reading);
    Optional<Finding> other =
        set.readings().stream()
            .filter(offered -> offered != reading)
            .findFirst()
            .map(offered -> interview.read(screening, answers, offered));
    List<KeptFinding> kept = findings.of(screening.id());
    Set<Account.Id> named = kept.stream().map(KeptFinding::by).collect(Collectors.toSet());
    named.addAll(sheet.writers());
    ScreeningPage whole =
        new ScreeningPage(screening, set, sheet, writers.named(named), clock.instant());
    UUID next = UuidCreator.getTimeOrderedEpoch();
    return new ResultPage(whole, finding, other, kept, Findings.proof(finding, answers), next);
  }

  @PostMapping("/screenings/{id}/result")
  @Needs(Duty.SCREEN)
  Screen keep(
      SignedIn reader,
      @PathVariable("id") String id,
      @RequestParam(name = "finding", required = false) @Nullable String finding,
      @RequestParam(name = "reading", required = false) @Nullable String chosen) {
    Optional<Screening> found = screenings.hers(id, reader).filter(Screening::agreed);
    if (found.isEmpty()) {
      return new Absent();
    }
    Screening screening = found.get();
    ReadingRule reading = reading(screenings.setOf(screening), chosen).orElse(screening.reading());
    Typed.identifier(finding)
        .ifPresent(next -> interview.finish(screening, new KeptFinding.Id(next), reading, reader));
    return new Go(screening.path() + "/result");
  }

  @GetMapping("/screenings/paper")
  @Needs(Duty.SCREEN)
  Screen paper(
      SignedIn reader,
      @RequestParam(name = "set", required = false) @Nullable String set,
      @RequestParam(name = "language", required = false) @Nullable String language) {
    Optional<IndicatorSet> chosen = screenings.offered(set == null ? "" : set);
    Language spoken = Optional.ofNullable(language).flatMap(Language::of).orElse(Language.ENGLISH);
    return chosen.isEmpty() ? new Absent() : new PaperPage(chosen.get(), spoken);
  }

  private static Optional<ReadingRule> reading(IndicatorSet set, @Nullable String chosen) {
    return Typed.choice(ReadingRule.class, chosen).filter(set.readings()::contains);
  }
}

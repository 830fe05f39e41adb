package org.sampan.screenings;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Holding;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.screening.Answer;
import org.sampan.screening.Answers;
import org.sampan.screening.Finding;
import org.sampan.screening.ReadingRule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The work of an interview: it begins, answers are kept, a result is kept. Each in one transaction
/// with its audit entry, which holds codes and counts only.
@Component
class Interview {

  private final Screenings screenings;
  private final Entries entries;
  private final Findings findings;
  private final Audit audit;
  private final Clock clock;

  Interview(Screenings screenings, Entries entries, Findings findings, Audit audit, Clock clock) {
    this.screenings = screenings;
    this.entries = entries;
    this.findings = findings;
    this.audit = audit;
    this.clock = clock;
  }

  /// Begins it; doing so again changes nothing. The person is made here, with her key, unless an
  /// earlier screening of hers is repeated.
  @Transactional
  public void begin(Begin.Sound begin, @Nullable Screening earlier, SignedIn officer) {
    Instant now = now();
    Holding holding =
        new Holding(
            Compartment.PROTECTION,
            officer.id(),
            Set.of(),
            officer.office().id(),
            officer.office().agency());
    Screening screening =
        new Screening(
            begin.id(),
            earlier == null
                ? new Screening.Person(UuidCreator.getTimeOrderedEpoch())
                : earlier.person(),
            earlier == null ? null : earlier.id(),
            begin.set(),
            ReadingRule.PALERMO,
            begin.age(),
            begin.language(),
            begin.interpreter(),
            begin.agreed(),
            holding,
            now,
            begin.agreed() ? null : now,
            earlier == null ? null : earlier.caseFile());
    if (!screenings.add(screening)) {
      return;
    }
    entries.admit(screening.person());
    List<Entry> first = new ArrayList<>();
    first.add(
        entry(
            Question.DANGER,
            new Answer(begin.danger(), Answer.Source.INTERVIEW),
            "",
            officer,
            now));
    if (!begin.place().isEmpty()) {
      first.add(entry(Question.PLACE, null, begin.place(), officer, now));
    }
    entries.add(screening, first);
    audit.write(
        officer
            .act(begin.agreed() ? "screenings.interview.started" : "screenings.interview.declined")
            .on(screening.id().value())
            .inCase(screening.caseFile())
            .with("set", begin.set())
            .with("language", begin.language().tag()));
  }

  /// Keeps what is new in these drafts; what another device kept meanwhile stays beside it.
  ///
  /// @param part where in the interview, for the audit
  /// @return the sheet with what stands now
  @Transactional
  public Sheet keep(Screening screening, String part, List<Draft> drafts, SignedIn officer) {
    Sheet sheet = entries.of(screening);
    List<Entry> fresh = new ArrayList<>();
    for (Draft draft : drafts) {
      sheet.next(draft, officer.id(), now(), Interview::newId).ifPresent(fresh::add);
    }
    int kept = entries.add(screening, fresh);
    if (kept > 0) {
      audit.write(
          officer
              .act("screenings.answers.kept")
              .on(screening.id().value())
              .inCase(screening.caseFile())
              .with("part", part)
              .with("questions", String.join(",", fresh.stream().map(Entry::question).toList())));
    }
    return kept > 0 ? entries.of(screening) : sheet;
  }

  /// Keeps the result as it is read now, by this reading. The first one finishes the interview.
  @Transactional
  public void finish(
      Screening screening, KeptFinding.Id id, ReadingRule reading, SignedIn officer) {
    Answers answers = entries.of(screening).answers(screenings.setOf(screening));
    Finding finding = read(screening, answers, reading);
    KeptFinding kept =
        KeptFinding.of(id, finding, Findings.proof(finding, answers), officer.id(), now());
    if (!findings.add(screening.id(), kept, answers)) {
      return;
    }
    screenings.finish(screening.id(), reading, kept.at());
    audit.write(
        officer
            .act("screenings.result.kept")
            .on(screening.id().value())
            .inCase(screening.caseFile())
            .with("set", kept.set())
            .with("reading", reading)
            .with("proof", kept.proof()));
  }

  /// What stands now, for a page; that she looked goes into the audit.
  @Transactional
  public Sheet look(Screening screening, String page, SignedIn officer) {
    audit.write(
        officer
            .act("screenings.interview.seen")
            .on(screening.id().value())
            .inCase(screening.caseFile())
            .with("page", page));
    return entries.of(screening);
  }

  /// What the answers show by this reading.
  Finding read(Screening screening, Answers answers, ReadingRule reading) {
    return org.sampan.screening.Screening.evaluate(
        screenings.setOf(screening), answers, screening.age(), reading);
  }

  private static Entry entry(
      String question, @Nullable Answer answer, String words, SignedIn officer, Instant now) {
    return new Entry(newId(), question, answer, words, List.of(), officer.id(), now);
  }

  static Entry.Id newId() {
    return new Entry.Id(UuidCreator.getTimeOrderedEpoch());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

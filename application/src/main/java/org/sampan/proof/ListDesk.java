package org.sampan.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Tells people which court files wait for them.
@Controller
class ListDesk implements Waiting {

  private final Askings askings;
  private final Cases cases;
  private final Clock clock;

  ListDesk(Askings askings, Cases cases, Clock clock) {
    this.askings = askings;
    this.cases = cases;
    this.clock = clock;
  }

  @GetMapping("/proof")
  @Needs(Duty.REFER)
  Screen list(SignedIn reader) {
    Instant now = clock.instant();
    return new ListPage(rows(toDecide(reader, now), now), rows(own(reader, now), now));
  }

  private static List<ListPage.Row> rows(List<Asking> askings, Instant now) {
    return askings.stream()
        .map(one -> new ListPage.Row(one.caseFile(), one.words(now), one.look(now), one.asked()))
        .toList();
  }

  private List<Asking> toDecide(SignedIn reader, Instant now) {
    return near(reader, now).stream()
        .filter(one -> one.waits(now) && !one.author().equals(reader.id()))
        .filter(one -> may(Duty.APPROVE, one, reader))
        .toList();
  }

  private List<Asking> own(SignedIn reader, Instant now) {
    return near(reader, now).stream()
        .filter(one -> one.author().equals(reader.id()))
        .filter(one -> may(Duty.REFER, one, reader))
        .toList();
  }

  private boolean may(Duty duty, Asking asking, SignedIn reader) {
    Optional<CaseFile> file = cases.file(asking.caseFile());
    return file.filter(CaseFile::isReadable)
        .filter(one -> CourtDesk.has(duty, one, reader))
        .isPresent();
  }

  private List<Asking> near(SignedIn reader, Instant now) {
    Holding near =
        new Holding(
            Compartment.PROTECTION,
            reader.id(),
            Set.of(),
            reader.office().id(),
            reader.office().agency());
    return askings.underWay(reader.id(), near, now);
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    if (!reader.has(Duty.REFER)) {
      return List.of();
    }
    Instant now = clock.instant();
    long ready = own(reader, now).stream().filter(one -> one.isOpen(now)).count();
    return List.of(
        new Notice("proof.waiting.decide", toDecide(reader, now).size(), "/proof"),
        new Notice("proof.waiting.ready", ready, "/proof"));
  }
}

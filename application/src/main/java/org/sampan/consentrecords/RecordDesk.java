package org.sampan.consentrecords;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Cases;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.Peers;
import org.sampan.web.Absent;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows what other countries proved that she allowed, beside what they asked under it.
@Controller
class RecordDesk {

  private final Cases cases;
  private final Records records;
  private final Deliveries deliveries;
  private final Peers peers;
  private final Audit audit;
  private final Clock clock;

  RecordDesk(
      Cases cases, Records records, Deliveries deliveries, Peers peers, Audit audit, Clock clock) {
    this.cases = cases;
    this.records = records;
    this.deliveries = deliveries;
    this.peers = peers;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/consent-records")
  @Needs(Duty.SEE_CASE)
  Screen show(@PathVariable UUID id, SignedIn reader) {
    Optional<CaseFile> file = cases.find(new CaseFile.Id(id), reader);
    if (file.isEmpty()) {
      return new Absent();
    }
    audit.seen(reader.act("consentrecords.records.seen").on(id).inCase(id));
    List<RecordsPage.Relied> relied =
        deliveries.requestsOf(id).stream()
            .map(request ->
                new RecordsPage.Relied(request, records.heard(request.from(), request.reliesOn())))
            .toList();
    return new RecordsPage(file.get(), relied, peers, clock.instant());
  }
}

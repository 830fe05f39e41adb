package org.sampan.witnesses;

import java.util.List;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Needs;
import org.sampan.accounts.SignedIn;
import org.sampan.accounts.Waiting;
import org.sampan.exchange.Peers;
import org.sampan.sealing.log.SignedNote;
import org.sampan.trust.Trust;
import org.sampan.web.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows auditors and administrators who watches whose log, and tells them of alarms.
@Controller
class WatchDesk implements Waiting {

  private final Checkpoints checkpoints;
  private final Heads heads;
  private final Trust trust;
  private final Peers peers;

  WatchDesk(Checkpoints checkpoints, Heads heads, Trust trust, Peers peers) {
    this.checkpoints = checkpoints;
    this.heads = heads;
    this.trust = trust;
    this.peers = peers;
  }

  @GetMapping("/log")
  @Needs(Duty.WATCH_DELIVERY)
  Screen log(SignedIn reader) {
    WatchPage.Own own =
        checkpoints
            .cosignedBy(1)
            .or(checkpoints::newest)
            .map(kept -> new WatchPage.Own(kept.size(), kept.at(), cosigners(kept.note())))
            .orElse(null);
    return new WatchPage(own, heads.allAccepted(), heads.alarms(), reader.has(Duty.AUDIT), peers);
  }

  /// Who stands below it; each line was proved before it was kept.
  private List<String> cosigners(String note) {
    return SignedNote.parse(note).lines().stream()
        .map(line -> line.name().substring(line.name().indexOf('/') + 1))
        .filter(name -> !name.equals(trust.self().value()))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<Notice> noticesFor(SignedIn reader) {
    return reader.has(Duty.AUDIT) || reader.has(Duty.ADMINISTER)
        ? List.of(new Notice("witnesses.notice", heads.alarms().size(), "/log"))
        : List.of();
  }
}

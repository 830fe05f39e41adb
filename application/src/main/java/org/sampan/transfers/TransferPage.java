package org.sampan.transfers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sampan.casework.CaseFile;
import org.sampan.casework.RiverSource;
import org.sampan.exchange.Deliveries;
import org.sampan.exchange.Exhibits;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// One transfer: who holds the case, what it says, and what became of it.
///
/// @param delivery how far ours came; none for one offered to us
/// @param proof of one offered to us
/// @param message the identifier a message of ours gets, should this page send one
record TransferPage(
    Transfer transfer,
    CaseFile file,
    Optional<Deliveries.Delivery> delivery,
    Optional<Exhibits.Proof> proof,
    Rights rights,
    Problems problems,
    UUID message,
    Shown shown,
    Instant now)
    implements Screen {

  /// What this reader may do with it now.
  ///
  /// @param waits whether she wrote it herself and somebody else must approve
  record Rights(boolean approve, boolean waits, boolean takeBack, boolean decide) {}

  RiverSource.State river() {
    return transfer.river(delivery.map(Deliveries.Delivery::state).orElse(null));
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

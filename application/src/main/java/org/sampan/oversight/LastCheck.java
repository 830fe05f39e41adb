package org.sampan.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.audit.Log;
import org.sampan.audit.Sequencer;
import org.springframework.stereotype.Component;

/// Checks the whole log when somebody asks, and remembers what the last check of this node found.
@Component
class LastCheck {

  /// What a check found, and when.
  record Checked(Instant at, Log.Verdict verdict) {}

  private final Sequencer sequencer;
  private final Log log;
  private final Audit audit;
  private final Clock clock;
  private final AtomicReference<@Nullable Checked> last = new AtomicReference<>();

  LastCheck(Sequencer sequencer, Log log, Audit audit, Clock clock) {
    this.sequencer = sequencer;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /// Recomputes every leaf and every hash above, and writes down that it was done.
  Checked now(SignedIn reader) {
    sequencer.extend();
    Checked found = new Checked(clock.instant(), log.verify());
    last.set(found);
    audit.seen(
        reader
            .act("oversight.chain.checked")
            .with("holds", found.verdict().holds())
            .with("linked", found.verdict().entries()));
    return found;
  }

  /// The last check since this node started.
  Optional<Checked> found() {
    return Optional.ofNullable(last.get());
  }
}

package org.sampan.jobs.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sampan.disclosure.LedgerFile;
import org.sampan.disclosure.attacks.Finding;
import org.sampan.disclosure.noise.Ledger;

/// Nobody gets a release without paying; by the same attack, naive code is overspent.
class LedgerAttackTest {

  @Test
  void every_folder_is_paid_for_whatever_happens() {
    Finding finding = LedgerAttack.on(LedgerAttack::ours);

    assertThat(finding.verdict()).as(finding.measured()).isEqualTo(Finding.Verdict.HELD);
  }

  @Test
  void a_ledger_without_a_lock_is_overspent() {
    Finding finding = LedgerAttack.on(LedgerAttackTest::naive);

    assertThat(finding.verdict()).isEqualTo(Finding.Verdict.FELL);
    assertThat(finding.measured()).contains("several at once", "crash-half-done", "a replay");
  }

  /// Looks whether there is budget left, publishes, and writes down the cost when all is done.
  private static boolean naive(
      Path ledger, Path folder, Ledger.Entry entry, Consumer<LedgerAttack.Step> at) {
    try {
      Ledger before = LedgerFile.read(Files.readString(ledger));
      at.accept(LedgerAttack.Step.LEDGER_READ);
      if (before.spent().plus(entry.rho()).compareTo(before.ceilingInAll()) > 0) {
        return false;
      }
      at.accept(LedgerAttack.Step.RELEASE_MADE);
      Files.createDirectory(folder);
      at.accept(LedgerAttack.Step.HALF_DONE);
      List<Ledger.Entry> entries = new ArrayList<>(before.entries());
      entries.add(entry);
      Ledger after = new Ledger(before.ceilingAYear(), before.ceilingInAll(), entries);
      Files.writeString(ledger, LedgerFile.write(after));
      return true;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

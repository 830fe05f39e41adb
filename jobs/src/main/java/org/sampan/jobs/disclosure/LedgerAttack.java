package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.LedgerFile;
import org.sampan.disclosure.attacks.Attack;
import org.sampan.disclosure.attacks.Finding;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.Ratio;

/// Tries on real files to get a release that nobody paid for: many at once with budget for one, a
/// crash at every step, the same plan again, the clock set back.
final class LedgerAttack {

  private static final int AT_ONCE = 8;

  /// Where the desk may be stopped.
  enum Step {
    LEDGER_READ,
    RELEASE_MADE,
    HALF_DONE
  }

  /// Whoever makes releases and keeps a ledger.
  interface Desk {
    /// Publishes a folder and pays for it.
    ///
    /// @param at is told of every step and may end it there by a [Crash]
    /// @return whether it was granted
    boolean publish(Path ledger, Path folder, Ledger.Entry entry, Consumer<Step> at);
  }

  /// The power goes.
  static final class Crash extends RuntimeException {}

  private final Desk desk;
  private final Path place;
  private final List<String> unpaid = new ArrayList<>();

  private LedgerAttack(Desk desk, Path place) {
    this.desk = desk;
    this.place = place;
  }

  /// Plays all of it against a desk, in a folder that is taken away again.
  static Finding on(Desk desk) {
    try {
      Path place = Files.createTempDirectory("sampan-ledger-attack-");
      try {
        LedgerAttack attack = new LedgerAttack(desk, place);
        attack.manyAtOnce();
        for (Step step : Step.values()) {
          attack.crash(step);
        }
        attack.again();
        return Finding.of(
            Attack.BUDGET,
            attack.unpaid.isEmpty(),
            attack.unpaid.isEmpty()
                ? AT_ONCE
                    + " at once, a crash at every step, a replay, a clock set back: every"
                    + " folder was paid for"
                : "unpaid: " + String.join(", ", attack.unpaid));
      } finally {
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// The way `publish run` goes: the lock, the check, the noise, the cost, the folder.
  static boolean ours(Path ledger, Path folder, Ledger.Entry entry, Consumer<Step> at) {
    try (LedgerBook book = LedgerBook.open(ledger)) {
      at.accept(Step.LEDGER_READ);
      if (!(book.ledger().spend(entry) instanceof Ledger.Spending.Granted(Ledger next))) {
        return false;
      }
      at.accept(Step.RELEASE_MADE);
      try (ReleaseFolder unfinished = ReleaseFolder.begin(folder)) {
        unfinished.write(List.of(new TextFile("rows.csv", "noised\n")));
        book.write(next);
        at.accept(Step.HALF_DONE);
        unfinished.finish();
      }
      return true;
    } catch (OperatorRefusal anotherIsAtIt) {
      return false;
    }
  }

  private void manyAtOnce() throws IOException {
    Path ledger = ledger("many", 1);
    List<Thread> threads = new ArrayList<>();
    for (int one = 0; one < AT_ONCE; one++) {
      Path folder = place.resolve("many-" + one);
      Ledger.Entry entry = entry("many-" + one, 2026);
      threads.add(Thread.ofPlatform().start(() -> publish(ledger, folder, entry, _ -> pause())));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    note("several at once", folders("many-"), 1);
  }

  private void crash(Step step) throws IOException {
    String name = "crash-" + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    Path ledger = ledger(name, 9);
    Path folder = place.resolve(name + "-folder");
    publish(
        ledger,
        folder,
        entry(name, 2026),
        at -> {
          if (at == step) {
            throw new Crash();
          }
        });
    note(name, Files.exists(folder) ? 1 : 0, read(ledger).entries().size());
  }

  private void again() throws IOException {
    Path ledger = ledger("again", 9);
    publish(ledger, place.resolve("again-1"), entry("again", 2027), _ -> {});
    publish(ledger, place.resolve("again-2"), entry("again", 2027), _ -> {});
    publish(ledger, place.resolve("again-3"), entry("set-back", 2026), _ -> {});
    note("a replay or a clock set back", folders("again-"), 1);
  }

  private void publish(Path ledger, Path folder, Ledger.Entry entry, Consumer<Step> at) {
    try {
      desk.publish(ledger, folder, entry, at);
    } catch (Crash gone) {
      // What is on the disk now is what a stranger finds.
    }
  }

  private void note(String game, long seen, long paid) {
    if (seen > paid) {
      unpaid.add(game + " (" + seen + " folders, " + paid + " paid)");
    }
  }

  private long folders(String beginning) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .count();
    }
  }

  /// A ledger with budget for so many releases.
  private Path ledger(String name, int releases) throws IOException {
    Path file = place.resolve(name + ".json");
    Ratio ceiling = Ratio.of(releases, 100);
    Files.writeString(file, LedgerFile.write(Ledger.empty(ceiling, ceiling)));
    return file;
  }

  private static Ledger read(Path ledger) throws IOException {
    return LedgerFile.read(Files.readString(ledger));
  }

  private static Ledger.Entry entry(String release, int year) {
    return new Ledger.Entry(release, Year.of(year), Ratio.of(1, 100));
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

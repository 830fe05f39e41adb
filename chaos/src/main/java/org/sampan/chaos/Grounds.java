package org.sampan.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where trials are held: two nodes, one ledger, one seed.
///
/// @param full whether to take the long way; else a slice of everything
final class Grounds implements AutoCloseable {

  // The slice is over before the second compiler would have paid for itself.
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

  private static final String NOW = "update exchange.peer set next_try = 'epoch'";

  final Pair pair;
  final Ledger ledger;
  final long seed;
  final boolean full;
  final Path home;

  /// Whether the receiver's folder lies on a small disk of its own.
  final boolean smallDisk;

  Grounds(Path home, long seed, boolean full) throws IOException, InterruptedException {
    this.home = home;
    this.seed = seed;
    this.full = full;
    this.smallDisk = FullDisk.mount(home.resolve("kh"), of(4096, 700) + "m");
    this.pair = new Pair(home, seed, full ? List.of() : QUICK);
    this.ledger = new Ledger(pair.th, pair.kh);
  }

  /// The long way's number, or the slice's.
  int of(int full, int slice) {
    return this.full ? full : slice;
  }

  /// A line for whoever waits.
  void say(String line) {
    System.err.println("    " + line);
  }

  /// In the slice somebody at each node presses "Try now" at the delivery page, so that nobody
  /// waits for the next try; on the long way nobody does, and the nodes heal by themselves.
  void tryNow() throws SQLException {
    for (Station station : full ? List.<Station>of() : List.of(pair.th, pair.kh)) {
      try (Connection database = station.database();
          PreparedStatement press = database.prepareStatement(NOW)) {
        press.executeUpdate();
      }
    }
  }

  /// What a station is started with whose clock will be wrong later: in the slice a start that is
  /// needed anyhow serves both.
  Map<String, String> environment(Station station) throws IOException {
    Optional<FalseTime> time = full ? Optional.empty() : FalseTime.of(station);
    if (time.isEmpty()) {
      return Map.of();
    }
    time.get().set(Duration.ZERO);
    return time.get().environment();
  }

  /// Waits until nothing is under way. False when it did not come to rest.
  boolean settle(Duration most) throws InterruptedException {
    return Waiting.until(most, () -> ledger.underWay() == 0);
  }

  /// What the ledger says now, as figures.
  List<Trial.Figure> account() throws SQLException, InterruptedException {
    boolean rest = settle(Duration.ofMinutes(full ? 20 : 10));
    Ledger.Finding found = ledger.compare();
    List<Trial.Figure> figures = new ArrayList<>();
    figures.add(Trial.Figure.holds("everything arrived and was answered", rest));
    figures.add(Trial.Figure.told("messages so far", found.committed()));
    figures.add(Trial.Figure.told("attempts so far", ledger.attempts()));
    figures.add(Trial.Figure.zero("lost", found.lost()));
    figures.add(Trial.Figure.zero("told as committed and gone", found.vanished()));
    figures.add(Trial.Figure.zero("double effects", found.doubled()));
    figures.add(Trial.Figure.zero("out of order within a case", found.disordered()));
    figures.add(Trial.Figure.zero("acknowledged without a commit", found.unbacked()));
    figures.add(Trial.Figure.zero("expired, refused or cancelled unasked", found.ended()));
    return figures;
  }

  /// The same on the long way; in the slice the next trial counts for both, so that nobody waits
  /// twice for a lease to end.
  List<Trial.Figure> accountWithTheNext() throws SQLException, InterruptedException {
    return full ? account() : List.of(Trial.Figure.told("counted", "with the next"));
  }

  @Override
  public void close() throws IOException {
    pair.close();
    if (smallDisk) {
      try {
        // What the small disk's node said stays for a look.
        Files.copy(pair.kh.log(), home.resolve("kh.log"), StandardCopyOption.REPLACE_EXISTING);
        FullDisk.unmount(home.resolve("kh"));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

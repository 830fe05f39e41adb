package org.sampan.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// People who go on sending, whatever happens to their node.
final class Traffic implements AutoCloseable {

  private static final int AT_ONCE = 10;

  private final Station from;
  private final String to;
  private final Ledger ledger;
  private final List<String[]> cases;
  private final AtomicLong left;
  private final AtomicLong heldBack = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> people = new ArrayList<>();

  /// @param cases lines `person case` of the sender's crew
  private Traffic(Station from, String to, Ledger ledger, List<String[]> cases, long messages) {
    this.from = from;
    this.to = to;
    this.ledger = ledger;
    this.cases = cases;
    this.left = new AtomicLong(messages);
  }

  /// Lets persons consent whose cases can be written about.
  static List<String[]> cases(Station from, String to, int count) throws IOException {
    List<String[]> cases = new ArrayList<>();
    for (int made = 0; made < count; made += 100) {
      int some = Math.min(100, count - made);
      boolean whole =
          from.ask("/people?count=" + some + "&to=" + to, line -> cases.add(line.split(" ")));
      if (!whole) {
        throw new IOException("the crew of " + from.name + " did not answer");
      }
    }
    return cases;
  }

  /// Begins sending this many messages about these cases.
  static Traffic begin(Pair pair, Ledger ledger, List<String[]> cases, long messages, long seed) {
    Traffic traffic = new Traffic(pair.th, pair.kh.name, ledger, cases, messages);
    for (int sender = 0; sender < 3; sender++) {
      Random luck = new Random(seed + sender);
      traffic.people.add(Thread.ofVirtual().start(() -> traffic.send(luck)));
    }
    return traffic;
  }

  private void send(Random luck) {
    while (!over.get()) {
      if (left.addAndGet(-AT_ONCE) < 0) {
        left.addAndGet(AT_ONCE);
        if (heldBack.get() == 0) {
          return;
        }
        LockSupport.parkNanos(20_000_000);
        continue;
      }
      long[] done = {0};
      String[] one = cases.get(luck.nextInt(cases.size()));
      String what =
          "/send?person=%s&case=%s&to=%s&count=%d&urgent=%s"
              .formatted(one[0], one[1], to, AT_ONCE, luck.nextInt(10) == 0);
      try {
        from.ask(
            what,
            id -> {
              ledger.told(UUID.fromString(id));
              done[0]++;
            });
      } catch (IOException down) {
        // The node is away: what it did not commit is asked for again.
      }
      left.addAndGet(AT_ONCE - done[0]);
      if (done[0] < AT_ONCE) {
        LockSupport.parkNanos(200_000_000);
      }
    }
  }

  /// Keeps so many messages back for later.
  void holdBack(long messages) {
    heldBack.addAndGet(messages);
    left.addAndGet(-messages);
  }

  /// Lets so many of those go.
  void letGo(long messages) {
    left.addAndGet(messages);
    heldBack.addAndGet(-messages);
  }

  /// Whether everything was committed.
  boolean done() {
    return people.stream().noneMatch(Thread::isAlive);
  }

  /// Waits until everything was committed.
  void join() throws InterruptedException {
    for (Thread one : people) {
      one.join();
    }
  }

  @Override
  public void close() {
    over.set(true);
  }
}

package org.sampan.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sampan.linkage.Index;
import org.sampan.linkage.record.RecordStore;

/// Records that come and go while others are looked up: some two hundred a second are added with a
/// name nobody has, the hundredth before is removed, until the thread is interrupted.
final class Visitors implements Runnable {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int STAYING = 100;

  private final Index index;
  private final List<String> template;
  private final AtomicLong added = new AtomicLong();
  private final AtomicLong removed = new AtomicLong();

  Visitors(Index index, RecordStore store) {
    this.index = index;
    this.template = store.values(0);
  }

  Index index() {
    return index;
  }

  long added() {
    return added.get();
  }

  long removed() {
    return removed.get();
  }

  @Override
  public void run() {
    try {
      for (int number = 0; !Thread.currentThread().isInterrupted(); number++) {
        int visitor = number;
        List<String> values = template.stream().map(value -> value + " v" + visitor).toList();
        index.add("visitor " + number, values);
        added.incrementAndGet();
        removed.addAndGet(index.remove("visitor " + (number - STAYING)) ? 1 : 0);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}

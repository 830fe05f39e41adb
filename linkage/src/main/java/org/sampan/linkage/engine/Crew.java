package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Runs the same work on several threads and waits for all; the first fault of any is thrown.
///
/// @param threads how many at most
/// @param stage is told how far a stage has come
public record Crew(int threads, Stage stage) {

  /// Hears how far a stage has come.
  @FunctionalInterface
  public interface Stage {
    /// Called from one thread at a time.
    void at(String stage, long done, long total);
  }

  /// Runs the work once a worker, numbered from 0, at most `most`; on this thread when it is one.
  public void run(int most, IntConsumer work) {
    int workers = Math.min(threads, most);
    if (workers <= 1) {
      work.accept(0);
      return;
    }
    AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int number = worker;
      threads.add(
          Thread.ofPlatform()
              .name("linkage-" + number)
              .start(() -> {
                try {
                  work.accept(number);
                } catch (RuntimeException | Error thrown) {
                  fault.compareAndSet(null, thrown);
                }
              }));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException stopped) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was stopped", stopped);
    }
    if (fault.get() instanceof Error error) {
      throw error;
    }
    if (fault.get() instanceof RuntimeException thrown) {
      throw thrown;
    }
  }
}

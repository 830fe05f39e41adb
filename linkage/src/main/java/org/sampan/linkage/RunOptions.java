package org.sampan.linkage;

import org.sampan.linkage.engine.Crew;

/// How a run is carried out; none of it changes what comes out.
///
/// @param threads 1 to 256
/// @param memory the most bytes the engine may take beside the records
/// @param seed of the random pairs that learning looks at
/// @param progress is told how far a stage has come
public record RunOptions(int threads, long memory, long seed, Progress progress) {

  /// Hears how far a stage has come.
  @FunctionalInterface
  public interface Progress {
    /// Called from one thread at a time.
    void at(String stage, long done, long total);
  }

  public RunOptions {
    if (threads < 1 || threads > 256 || memory < 1 << 20) {
      throw new IllegalArgumentException("1 to 256 threads and at least a megabyte");
    }
  }

  Crew crew() {
    return new Crew(threads, progress::at);
  }

  /// All processors, half of the heap, silence.
  public static RunOptions usual() {
    int threads = Math.min(256, Runtime.getRuntime().availableProcessors());
    return new RunOptions(threads, Runtime.getRuntime().maxMemory() / 2, 20261121, (s, d, t) -> {});
  }
}

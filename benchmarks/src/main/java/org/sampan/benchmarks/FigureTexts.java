package org.sampan.benchmarks;

/// The words around the figures.
final class FigureTexts {

  private FigureTexts() {}

  static final String HEAD =
      """
      # Linkage beside its peers: what was measured

      Measured in one run, from %s to %s UTC, on %s. Load average before %s, after %s (on a quiet machine the first is near 0; a crowd inflates CPU-seconds by 1.2 to 2 times for everyone alike). `./sampan benchmark all%s` wrote this page whole in %d minutes.

      How to read: each engine ran in a process of its own. **CPU-s** counts all threads from the start of the process, the virtual machine's own start included; *seconds* are the clock's. P / R of a peer are at the threshold that suits it best by the truth, ours are at the model's own; our model is learned from the file itself without labels, in the same run. Completeness is the share of real pairs that were scored at all. *CPU against sampan* is the peer's CPU over ours on the same file: above 1 it took more. Where a peer takes less, look at completeness: it may have scored fewer pairs. An engine is waited for %d s a file, %d s a file of a million.

      splink-duckdb is Splink's approach as SQL on DuckDB 2.0.0.1 (its own rules, levels, EM and term frequency; *tuned* counts edits by Levenshtein instead of Damerau). JedAI 3.1, Duke 1.2 and fuzzy-matcher 1.2.1 as their documents advise.
      """;

  static final String ENGINES =
      """

      ## Files of up to 50,000 records
      FEBRL 1 to 3 (public, BSD-3), historical persons (public, MIT), and two invented registers (seed 20261121; `febrl` of one script, `mekong` of six countries and seven scripts): ours, so for speed and for finding faults, not to claim accuracy by.
      """;

  static final String MANY =
      """

      ## A million records and more
      `./sampan link --generate N --like febrl`. *sampan-no-truth* learns and links as people run it; *sampan* also measures itself by the truth, which takes every scored pair once more through a table. JedAI (26 KB a record in the notes), Duke and fuzzy-matcher are not tried at this size.
      """;

  static final String LOOKUP =
      """

      ## One record against a million
      20,000 questions, every tenth followed by an addition and a removal:
      """;

  static final String NAMES =
      """

      ## Romanisers with Jaro-Winkler
      Rank-1 recall / best F1 over the whole cross product of the test half (seed 7), and CPU-seconds. Ours is the model that ships. Of the sets that the README of the data lets train (Lao words, places of Thailand and Cambodia, Vietnamese and Chinese persons) it may have seen names, so those rows flatter it; of those marked *measure only* it has seen none.
      """;

  static final String KERNELS =
      """

      ## Small loops, by JMH
      One name against 1,000 others of 4 to 12 letters, million pairs a second of one thread.

      | loop | million pairs a second |
      |---|---|\
      """;

  static final String FOOT = "\nWhat bad input gets: [linking.md](linking.md).\n";
}

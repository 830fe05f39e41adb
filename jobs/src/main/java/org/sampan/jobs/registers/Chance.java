package org.sampan.jobs.registers;

import java.util.List;
import java.util.SplittableRandom;

/// What happens by chance, the same for the same seed on every machine.
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// True once in so many times as `share` says, from 0 to 1.
  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// From the first to the last, both possible.
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// One of a list that stands in order of frequency: the first comes some ten times as often as
  /// the last, as names do.
  <T> T common(List<T> all) {
    return all.get((int) (all.size() * Math.pow(random.nextDouble(), 1.7)));
  }

  /// Mostly the first, which is the usual one, otherwise any of the rest.
  <T> T usual(List<T> all, double share) {
    return all.size() == 1 || happens(share)
        ? all.getFirst()
        : all.get(random.nextInt(1, all.size()));
  }

  /// So many digits.
  String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int at = 0; at < count; at++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  /// A capital letter.
  char letter() {
    return (char) ('A' + random.nextInt(26));
  }
}

package org.sampan.linkage.engine;

import org.sampan.linkage.value.JaroWinkler;
import org.sampan.linkage.value.Symbols;

/// Tells by the bags of two texts alone that they cannot be alike, so that most letters are never
/// compared. May say yes too often, never no.
final class Ceilings {

  private Ceilings() {}

  /// Whether two names may be as like as that.
  ///
  /// @param differ the first four symbols of the one by XOR with those of the other
  static boolean mayReach(float likeness, long bagA, long bagB, int differ) {
    int shorter = Math.min(Symbols.length(bagA), Symbols.length(bagB));
    int prefix = Math.min(Integer.numberOfTrailingZeros(differ) >> 3, shorter);
    return JaroWinkler.ceiling(bagA, bagB, prefix) >= likeness;
  }

  /// Whether so few edits may make one text of the other.
  ///
  /// @param longer the length of the longer
  static boolean mayAgree(int edits, long bagA, long bagB, int longer) {
    return longer - Symbols.ceiling(bagA, bagB) <= edits;
  }
}

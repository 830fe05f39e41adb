package org.sampan.names.vietnamese;

import org.sampan.names.evidence.Segment;
import org.sampan.names.evidence.Slips;

/// What two syllables that stand at the same place of two names say. Symmetric.
final class SyllablePairs {
  static final double OTHER = -10;

  /// Two marks contradict each other: a slip, or another name.
  private static final double OTHER_MARKS = -4;

  /// One name writes marks elsewhere but not here.
  private static final double MARK_LEFT_OUT = -1.5;

  private static final double TYPING = -4;
  private static final double WRITTEN_ALIKE = log2(0.95);
  private static final double INITIAL = 2.5;

  private final SyllableShares shares;
  private final SyllableInventory inventory;

  SyllablePairs(SyllableShares shares, SyllableInventory inventory) {
    this.shares = shares;
    this.inventory = inventory;
  }

  /// @param bothMarked whether both names write marks, here or elsewhere
  double bits(VietnameseSyllable a, VietnameseSyllable b, boolean bothMarked) {
    if (a.bare().equals(b.bare())) {
      return sameLetters(a, b, bothMarked);
    }
    if (a.bare().length() == 1 || b.bare().length() == 1) {
      return a.bare().charAt(0) == b.bare().charAt(0) ? INITIAL : OTHER;
    }
    boolean slip =
        Slips.one(a.bare(), b.bare()) && !(inventory.bare(a.bare()) && inventory.bare(b.bare()));
    return slip ? -log2(Math.max(shares.bare(a.bare()), shares.bare(b.bare()))) + TYPING : OTHER;
  }

  private double sameLetters(VietnameseSyllable a, VietnameseSyllable b, boolean bothMarked) {
    double letters = WRITTEN_ALIKE - log2(shares.bare(a.bare()));
    if (a.letters().equals(b.letters()) && a.tone() == b.tone()) {
      return bothMarked ? WRITTEN_ALIKE - log2(shares.full(a)) : letters;
    }
    boolean tones = a.tone() == b.tone() || a.tone() == Tone.NGANG || b.tone() == Tone.NGANG;
    if (a.compatible(b) && tones) {
      return bothMarked ? letters + MARK_LEFT_OUT : letters;
    }
    return letters + OTHER_MARKS;
  }

  Segment segment(VietnameseSyllable a, VietnameseSyllable b, double bits) {
    return new Segment(a.written(), b.written(), bits, why(a, b, bits));
  }

  private static String why(VietnameseSyllable a, VietnameseSyllable b, double bits) {
    if (!a.bare().equals(b.bare())) {
      return bits > OTHER ? "a slip or an initial" : "another syllable";
    }
    return a.letters().equals(b.letters()) && a.tone() == b.tone() ? "the same" : "marks apart";
  }

  private static double log2(double p) {
    return Math.log(p) / Math.log(2);
  }
}

package org.sampan.names.vietnamese;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.tables.Table;

/// Compares two Vietnamese names in Latin letters, each with all, some or none of its marks.
/// Symmetric, deterministic, safe for many threads; any string is accepted and only its first 300
/// characters are looked at.
public final class VietnameseMatcher {
  private static final double MIDDLE_MISSING = -5;
  private static final double END_MISSING = -7;
  private static final double MOVED = -1;

  /// A family name is inherited and kept in marriage: another one speaks loudly.
  private static final double OTHER_FAMILY = -3;

  private final SyllableInventory inventory =
      new SyllableInventory(Table.beside(VietnameseMatcher.class, "rhymes.csv"));
  private final InputMethods methods = new InputMethods(inventory);
  private final SyllableShares shares = new SyllableShares();
  private final SyllablePairs pairs = new SyllablePairs(shares, inventory);

  private VietnameseMatcher() {}

  private static final class Shipped {
    private static final VietnameseMatcher MATCHER = new VietnameseMatcher();
  }

  /// The matcher on the tables that this module carries, made once.
  public static VietnameseMatcher shipped() {
    return Shipped.MATCHER;
  }

  /// Whether a Latin name may be Vietnamese: all its words are Vietnamese syllables, and the first
  /// or the last is a known family name or some word has a Vietnamese mark.
  public boolean mayBeVietnamese(String written) {
    return mayBeVietnamese(read(written));
  }

  /// The same for a name that was read before.
  public boolean mayBeVietnamese(VietnameseName name) {
    List<VietnameseSyllable> syllables = name.syllables();
    return syllables.size() >= 2
        && syllables.stream().allMatch(s -> inventory.bare(s.bare()) || s.bare().length() == 1)
        && (name.marked()
            || shares.family(syllables.getFirst().bare())
            || shares.family(syllables.getLast().bare()));
  }

  /// Two names, in either order; the family name may stand first or last, middle names may be
  /// missing, single letters stand for what they begin.
  ///
  /// @return bits and their parts; 0 bits when either holds nothing to compare
  public Evidence match(String one, String other) {
    return match(read(one), read(other));
  }

  /// Reads a name once, to compare it often.
  public VietnameseName read(String written) {
    return VietnameseName.of(written, inventory, methods);
  }

  /// The same for names that were read before.
  public Evidence match(VietnameseName a, VietnameseName b) {
    if (a.syllables().isEmpty() || b.syllables().isEmpty()) {
      return Evidence.NONE;
    }
    Evidence best = aligned(a, b);
    best = better(best, moved(aligned(a.familyNameMovedFirst(), b)));
    best = better(best, moved(aligned(a, b.familyNameMovedFirst())));
    return better(best, moved(aligned(a, b.turned())));
  }

  /// The bits of [#match] without what they are made of, which takes most of its time.
  public double bits(VietnameseName a, VietnameseName b) {
    int n = a.syllables().size();
    int m = b.syllables().size();
    if (n == 0 || m == 0) {
      return 0;
    }
    var pairs = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        pairs[i][j] =
            this.pairs.bits(a.syllables().get(i), b.syllables().get(j), a.marked() && b.marked());
      }
    }
    var best = new double[n + 1][m + 1];
    double bits = aligned(pairs, best, 0, 0, 1);
    bits = Math.max(bits, aligned(pairs, best, n - 1, 0, 1) + MOVED);
    bits = Math.max(bits, aligned(pairs, best, 0, m - 1, 1) + MOVED);
    return Math.max(bits, aligned(pairs, best, 0, m - 1, -1) + MOVED);
  }

  /// The best sum over alignments of rows from `first` on with columns from `start` on, both taken
  /// round; columns in the opposite order where the direction is -1.
  private static double aligned(
      double[][] pairs, double[][] best, int first, int start, int direction) {
    int n = pairs.length;
    int m = pairs[0].length;
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i + j > 0) {
          double up = i > 0 ? best[i - 1][j] + missing(i - 1, n) : Double.NEGATIVE_INFINITY;
          double left = j > 0 ? best[i][j - 1] + missing(j - 1, m) : Double.NEGATIVE_INFINITY;
          double both = Double.NEGATIVE_INFINITY;
          if (i > 0 && j > 0) {
            int column = Math.floorMod(start + direction * (j - 1), m);
            double bits = pairs[(first + i - 1) % n][column];
            boolean families = i + j == 2 && n > 1 && m > 1 && bits == SyllablePairs.OTHER;
            both = best[i - 1][j - 1] + (families ? bits + OTHER_FAMILY : bits);
          }
          best[i][j] = Math.max(both, Math.max(up, left));
        }
      }
    }
    return best[n][m];
  }

  private static Evidence better(Evidence one, Evidence other) {
    return other.bits() > one.bits() ? other : one;
  }

  private static Evidence moved(Evidence evidence) {
    return evidence.and(new Segment("", "", MOVED, "another order"));
  }

  private Evidence aligned(VietnameseName a, VietnameseName b) {
    int n = a.syllables().size();
    int m = b.syllables().size();
    var best = new double[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i + j > 0) {
          double up = i > 0 ? best[i - 1][j] + missing(i - 1, n) : Double.NEGATIVE_INFINITY;
          double left = j > 0 ? best[i][j - 1] + missing(j - 1, m) : Double.NEGATIVE_INFINITY;
          double both =
              i > 0 && j > 0
                  ? best[i - 1][j - 1] + bits(a, b, i - 1, j - 1)
                  : Double.NEGATIVE_INFINITY;
          best[i][j] = Math.max(both, Math.max(up, left));
        }
      }
    }
    return Evidence.of(trace(best, a, b));
  }

  private double bits(VietnameseName a, VietnameseName b, int i, int j) {
    double bits = pairs.bits(a.syllables().get(i), b.syllables().get(j), a.marked() && b.marked());
    boolean families = i + j == 0 && a.syllables().size() > 1 && b.syllables().size() > 1;
    return families && bits == SyllablePairs.OTHER ? bits + OTHER_FAMILY : bits;
  }

  private static double missing(int index, int size) {
    return index == 0 || index == size - 1 ? END_MISSING : MIDDLE_MISSING;
  }

  private List<Segment> trace(double[][] best, VietnameseName one, VietnameseName other) {
    List<VietnameseSyllable> a = one.syllables();
    List<VietnameseSyllable> b = other.syllables();
    var segments = new ArrayList<Segment>();
    int i = a.size();
    int j = b.size();
    while (i > 0 || j > 0) {
      if (i > 0 && best[i][j] == best[i - 1][j] + missing(i - 1, a.size())) {
        segments.add(new Segment(a.get(--i).written(), "", missing(i, a.size()), "not written"));
      } else if (j > 0 && best[i][j] == best[i][j - 1] + missing(j - 1, b.size())) {
        segments.add(new Segment("", b.get(--j).written(), missing(j, b.size()), "not written"));
      } else {
        double bits = bits(one, other, --i, --j);
        segments.add(pairs.segment(a.get(i), b.get(j), bits));
      }
    }
    Collections.reverse(segments);
    return segments;
  }
}

package org.sampan.names.han;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;

/// Compares two names in Han characters, part by part: the same character, one that sounds the same
/// in Mandarin, or another.
final class HanPairs {
  private static final double SAME = Commonness.log2(0.96);
  private static final double SOUND = -1;
  private static final double OTHER = -6;
  private static final double MISSING = -2.5;
  private static final double RARE = 1e-4;

  private final HanReadings readings;
  private final Map<Integer, List<String>> sounds = new ConcurrentHashMap<>();

  HanPairs(HanReadings readings) {
    this.readings = readings;
  }

  /// Aligned from the surname on; a missing part costs less than another one. Symmetric.
  Evidence match(HanName one, HanName other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Evidence.NONE;
    }
    double[][] best = aligned(one, other);
    double bits = best[one.parts().size()][other.parts().size()];
    return new Evidence(bits, segments(best, one, other));
  }

  /// The bits alone.
  double bits(HanName one, HanName other) {
    return one.isEmpty() || other.isEmpty()
        ? 0
        : aligned(one, other)[one.parts().size()][other.parts().size()];
  }

  private double[][] aligned(HanName one, HanName other) {
    int n = one.parts().size();
    int m = other.parts().size();
    double[][] best = new double[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= m; j++) {
        if (i + j > 0) {
          best[i][j] = Math.max(skip(best, i, j), pair(best, one, other, i, j));
        }
      }
    }
    return best;
  }

  private static double skip(double[][] best, int i, int j) {
    double up = i > 0 ? best[i - 1][j] : Emission.NEVER;
    double left = j > 0 ? best[i][j - 1] : Emission.NEVER;
    return Math.max(up, left) + MISSING;
  }

  private double pair(double[][] best, HanName one, HanName other, int i, int j) {
    if (i == 0 || j == 0) {
      return Emission.NEVER;
    }
    boolean surname = i == 1 && j == 1;
    return best[i - 1][j - 1] + bits(one.parts().get(i - 1), other.parts().get(j - 1), surname);
  }

  private double bits(String a, String b, boolean surname) {
    double common = Math.max(share(a, surname), share(b, surname));
    if (a.equals(b)) {
      return SAME - Commonness.log2(common);
    }
    return sameSound(a, b) ? SOUND : OTHER;
  }

  private boolean sameSound(String a, String b) {
    List<String> sounds = sounds(a);
    return sounds(b).stream().anyMatch(sounds::contains);
  }

  /// At most as many are remembered as there are characters.
  private List<String> sounds(String part) {
    return sounds.computeIfAbsent(
        part.codePointAt(0),
        character -> readings.characters().sounds(character, ReadingSystem.PINYIN).ranked());
  }

  private double share(String part, boolean surname) {
    return surname
        ? readings.surnames().shares().getOrDefault(part, RARE)
        : readings.characters().givenShares().getOrDefault(part.codePointAt(0), RARE);
  }

  private List<Segment> segments(double[][] best, HanName one, HanName other) {
    var segments = new ArrayList<Segment>();
    int i = one.parts().size();
    int j = other.parts().size();
    while (i > 0 || j > 0) {
      if (best[i][j] == pair(best, one, other, i, j)) {
        boolean same = one.parts().get(i - 1).equals(other.parts().get(j - 1));
        double bits = best[i][j] - best[i - 1][j - 1];
        segments.add(
            new Segment(
                one.written().get(i - 1),
                other.written().get(j - 1),
                bits,
                same ? "the same character" : "another"));
        i--;
        j--;
      } else if (i > 0 && best[i][j] == best[i - 1][j] + MISSING) {
        segments.add(new Segment(one.written().get(i - 1), "", MISSING, "only in one"));
        i--;
      } else {
        segments.add(new Segment("", other.written().get(j - 1), MISSING, "only in one"));
        j--;
      }
    }
    java.util.Collections.reverse(segments);
    return segments;
  }
}

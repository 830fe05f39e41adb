package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;

/// Follows a foreign name that was written in Han characters by ear (阿都拉 Abdullah, 尚穆根 Shanmugam)
/// into Latin letters: each character wrote a stretch of them; whole words may be left over, since
/// the press shortens names; the likeliest way counts.
final class Transcriptions {
  private static final int LONGEST = 6;
  private static final double MISSING = -6;
  private static final double EXTRA_WORD = -0.6;

  private static final double EXTRA_LETTER = 0.15;

  /// A letter that no character wrote.
  private static final double STRAY = -6.5;

  private final TranscriptionSounds sounds;
  private final Commonness commonness;

  Transcriptions(TranscriptionSounds sounds, Commonness commonness) {
    this.sounds = sounds;
    this.commonness = commonness;
  }

  /// The bits and what they are made of.
  Evidence match(HanName han, LatinName name) {
    String full = String.join(" ", name.words()).replaceAll("\\b(mohd|muhd|mhd)\\b", "mohamad");
    LatinName latin = LatinName.of(single(full));
    int[] points = String.join("", han.parts()).codePoints().toArray();
    var grid = new Grid(points, latin, shares(latin));
    for (int part = 0; part <= points.length; part++) {
      for (int at = 0; at <= latin.length(); at++) {
        if (grid.best[part][at] > Emission.NEVER) {
          extend(grid, part, at);
        }
      }
    }
    double total = grid.best[points.length][latin.length()];
    return new Evidence(total, segments(grid));
  }

  /// Doubled letters once.
  private static String single(String text) {
    return text.replaceAll("([a-z])\\1", "$1");
  }

  private void extend(Grid grid, int part, int at) {
    LatinName latin = grid.latin;
    double letter = 0;
    if (at < latin.length()) {
      letter = grid.letter[at];
      grid.offer(part, at, part, at + 1, STRAY - letter);
      if (latin.begins(at)) {
        int end = latin.ends()[at];
        String word = latin.letters().substring(at, end);
        double left = commonness.extra(word) - commonness.word(word);
        grid.offer(part, at, part, end, left + EXTRA_WORD - EXTRA_LETTER * (end - at));
      }
    }
    if (part == grid.points.length) {
      return;
    }
    grid.offer(part, at, part + 1, at, MISSING);
    Map<String, Double> written = sounds.of(grid.points[part]);
    int last = at == latin.length() ? at : Math.min(latin.ends()[at], at + LONGEST);
    for (int end = at; end <= last; end++) {
      Double log = written.get(latin.letters().substring(at, end));
      if (log != null && (end > at || !latin.begins(at))) {
        grid.offer(part, at, part + 1, end, log - letter * (end - at));
      }
    }
  }

  /// For each letter, its share of what its word costs anyway.
  private double[] shares(LatinName latin) {
    double[] shares = new double[latin.length()];
    for (int i = 0; i < shares.length; i++) {
      int begin = i;
      while (!latin.begins(begin)) {
        begin--;
      }
      int end = latin.ends()[i];
      shares[i] = commonness.heard(latin.letters().substring(begin, end)) / (end - begin);
    }
    return shares;
  }

  private static final class Grid {
    private final int[] points;
    private final LatinName latin;
    private final double[] letter;
    private final double[][] best;
    private final int[][] fromPart;
    private final int[][] fromAt;

    Grid(int[] points, LatinName latin, double[] letter) {
      this.letter = letter;
      this.points = points;
      this.latin = latin;
      best = new double[points.length + 1][latin.length() + 1];
      fromPart = new int[points.length + 1][latin.length() + 1];
      fromAt = new int[points.length + 1][latin.length() + 1];
      for (double[] row : best) {
        java.util.Arrays.fill(row, Emission.NEVER);
      }
      best[0][0] = 0;
    }

    void offer(int part, int at, int toPart, int to, double bits) {
      double value = best[part][at] + bits;
      if (value > best[toPart][to]) {
        best[toPart][to] = value;
        fromPart[toPart][to] = part;
        fromAt[toPart][to] = at;
      }
    }
  }

  private static List<Segment> segments(Grid grid) {
    var segments = new ArrayList<Segment>();
    int part = grid.points.length;
    int at = grid.latin.length();
    while (part > 0 || at > 0) {
      int partBefore = grid.fromPart[part][at];
      int before = grid.fromAt[part][at];
      double bits = grid.best[part][at] - grid.best[partBefore][before];
      String han = partBefore == part ? "" : Character.toString(grid.points[partBefore]);
      String letters = grid.latin.letters().substring(before, at);
      segments.add(new Segment(han, letters, bits, han.isEmpty() ? "another name" : "by sound"));
      part = partBefore;
      at = before;
    }
    Collections.reverse(segments);
    return segments;
  }
}

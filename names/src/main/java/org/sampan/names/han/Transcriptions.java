package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;

/// Follows a foreign name that was written in Han characters by ear (阿都拉 Abdullah, 尚穆根 Shanmugam)
/// into Latin letters: each character wrote a stretch of them; whole words may be left over, since
/// the press shortens names; the likeliest way counts.
final class Transcriptions {
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

  /// Whether some word begins as the first character sounds: without that, a name of Chinese shape
  /// is no transcription.
  boolean begins(HanName han, LatinName name) {
    LetterTrie written = sounds.of(han.parts().getFirst().codePointAt(0));
    return name.heard().words().stream().anyMatch(word -> begins(written, word));
  }

  private static boolean begins(LetterTrie written, String letters) {
    int node = LetterTrie.ROOT;
    for (int i = 0; i < letters.length(); i++) {
      node = written.after(node, letters.charAt(i));
      if (node == LetterTrie.NONE) {
        return false;
      }
      if (i > 0 && written.log(node) > Emission.NEVER) {
        return true;
      }
    }
    return false;
  }

  /// The bits and what they are made of.
  Evidence match(HanName han, LatinName name) {
    Grid grid = followed(han, name);
    int[] written = String.join("", han.written()).codePoints().toArray();
    return new Evidence(grid.total(), segments(grid, written));
  }

  /// The bits alone.
  double bits(HanName han, LatinName name) {
    return followed(han, name).total();
  }

  private Grid followed(HanName han, LatinName name) {
    LatinName latin = name.heard();
    int[] points = String.join("", han.parts()).codePoints().toArray();
    var grid = new Grid(points, latin);
    price(grid);
    for (int part = 0; part <= points.length; part++) {
      for (int at = 0; at <= latin.length(); at++) {
        if (grid.best[part][at] > Emission.NEVER) {
          extend(grid, part, at);
        }
      }
    }
    return grid;
  }

  private void extend(Grid grid, int part, int at) {
    LatinName latin = grid.latin;
    double letter = 0;
    if (at < latin.length()) {
      letter = grid.letter[at];
      grid.offer(part, at, part, at + 1, STRAY - letter);
      if (latin.begins(at)) {
        grid.offer(part, at, part, latin.end(at), grid.left[at]);
      }
    }
    if (part == grid.points.length) {
      return;
    }
    grid.offer(part, at, part + 1, at, MISSING);
    write(grid, part, at, letter);
  }

  /// The stretches that the next character writes from here on, within the word.
  private void write(Grid grid, int part, int at, double letter) {
    LatinName latin = grid.latin;
    LetterTrie written = sounds.of(grid.points[part]);
    int last = at == latin.length() ? at : latin.end(at);
    int node = LetterTrie.ROOT;
    for (int end = at; node != LetterTrie.NONE; end++) {
      double log = written.log(node);
      if (log > Emission.NEVER && (end > at || !latin.begins(at))) {
        grid.offer(part, at, part + 1, end, log - letter * (end - at));
      }
      node = end < last ? written.after(node, latin.letters().charAt(end)) : LetterTrie.NONE;
    }
  }

  /// For each letter, its share of what its word costs anyway; for each word, where it begins, what
  /// it costs to be left over.
  private void price(Grid grid) {
    LatinName latin = grid.latin;
    for (int begin = 0; begin < latin.length(); begin = latin.end(begin)) {
      int end = latin.end(begin);
      Commonness.Prices prices = commonness.prices(latin.letters().substring(begin, end));
      java.util.Arrays.fill(grid.letter, begin, end, prices.heard() / (end - begin));
      grid.left[begin] = prices.extra() - prices.word() + EXTRA_WORD - EXTRA_LETTER * (end - begin);
    }
  }

  private static final class Grid {
    private final int[] points;
    private final LatinName latin;
    private final double[] letter;
    private final double[] left;
    private final double[][] best;
    private final int[][] fromPart;
    private final int[][] fromAt;

    Grid(int[] points, LatinName latin) {
      letter = new double[latin.length()];
      left = new double[latin.length()];
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

    double total() {
      return best[points.length][latin.length()];
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

  private static List<Segment> segments(Grid grid, int[] written) {
    var segments = new ArrayList<Segment>();
    int part = grid.points.length;
    int at = grid.latin.length();
    while (part > 0 || at > 0) {
      int partBefore = grid.fromPart[part][at];
      int before = grid.fromAt[part][at];
      double bits = grid.best[part][at] - grid.best[partBefore][before];
      String han = partBefore == part ? "" : Character.toString(written[partBefore]);
      String letters = grid.latin.letters().substring(before, at);
      segments.add(new Segment(han, letters, bits, han.isEmpty() ? "another name" : "by sound"));
      part = partBefore;
      at = before;
    }
    Collections.reverse(segments);
    return segments;
  }
}

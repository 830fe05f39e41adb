package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Finds the likeliest single way in which lattices spell a form (Viterbi 1967), to explain a
/// score.
public final class MeetingSearch {

  private static final double LOG_2 = Math.log(2);

  /// Bits lost by a segment that no letter or a strange letter spells, and by a letter too many.
  private static final double SILENT = -9;

  private static final double STRANGE = -11;
  private static final double EXTRA = -10;

  private final Letters form;
  private final double evenBits;
  private final List<Lattice> parts;
  private final List<double[][]> best = new ArrayList<>();
  private final List<int[][][]> came = new ArrayList<>();
  private final List<LatticeSteps.Segments> segments = new ArrayList<>();

  /// The meetings and the logarithm of the probability of the whole way.
  public record Found(List<Meeting> meetings, double log2Probability) {}

  private MeetingSearch(List<Lattice> parts, LatinForm latin) {
    this.parts = parts;
    this.form = latin.letters();
    this.evenBits = form.length == 0 ? 0 : latin.backgroundBits() / form.length;
  }

  /// The likeliest way, letters that no segment spells included.
  public static Found of(List<Lattice> parts, LatinForm latin) {
    MeetingSearch search = new MeetingSearch(parts, latin);
    double[] row = new double[search.form.length + 1];
    Arrays.fill(row, Double.NEGATIVE_INFINITY);
    row[0] = 0;
    for (Lattice part : parts) {
      row = search.pass(part, row);
    }
    return new Found(search.trace(), row[search.form.length]);
  }

  private double[] pass(Lattice part, double[] first) {
    double[][] rows = new double[part.nodes][form.length + 1];
    int[][][] from = new int[part.nodes][form.length + 1][];
    for (double[] row : rows) {
      Arrays.fill(row, Double.NEGATIVE_INFINITY);
    }
    rows[0] = first.clone();
    best.add(rows);
    came.add(from);
    segments.add(part.segments());
    for (int node = 0; node < part.nodes; node++) {
      for (int at = 0; at <= form.length; at++) {
        if (rows[node][at] > Double.NEGATIVE_INFINITY) {
          if (at < form.length) {
            improve(node, at + 1, rows[node][at] + EXTRA, node, at, -1);
          }
          if (node < part.last()) {
            leave(part, node, at);
          }
        }
      }
    }
    return rows[part.last()];
  }

  private void leave(Lattice part, int node, int at) {
    double here = best.getLast()[node][at];
    for (int step = part.firstStep(node); step < part.firstStep(node + 1); step++) {
      int length = part.start[step + 1] - part.start[step];
      if (fits(part, step, at)) {
        double bits = here + Math.log(part.weight[step]) / LOG_2;
        improve(part.to[step], at + length, bits, node, at, segments.getLast().ofStep()[step]);
      }
    }
    LatticeSteps.Segments found = segments.getLast();
    for (int i = found.first()[node]; i < found.first()[node + 1]; i++) {
      Lattice.Span span = found.all().get(i);
      if (span.row() != null) {
        double bits = here + Math.log(span.prior()) / LOG_2;
        improve(span.to(), at, bits + SILENT, node, at, i);
        if (at < form.length) {
          improve(span.to(), at + 1, bits + STRANGE, node, at, i);
        }
      }
    }
  }

  private boolean fits(Lattice part, int step, int at) {
    int begin = part.start[step];
    int length = part.start[step + 1] - begin;
    if (at + length > form.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (part.letters[begin + i] != form.codes[at + i]) {
        return false;
      }
    }
    return true;
  }

  private void improve(int to, int next, double bits, int from, int at, int span) {
    if (bits > best.getLast()[to][next]) {
      best.getLast()[to][next] = bits;
      came.getLast()[to][next] = new int[] {from, at, span};
    }
  }

  private List<Meeting> trace() {
    List<Meeting> meetings = new ArrayList<>();
    int at = form.length;
    for (int i = parts.size() - 1; i >= 0; i--) {
      Lattice part = parts.get(i);
      int node = part.last();
      int[] from = came.get(i)[node][at];
      while (from != null) {
        double bits = best.get(i)[node][at] - best.get(i)[from[0]][from[1]];
        Lattice.Span span = from[2] < 0 ? null : segments.get(i).all().get(from[2]);
        String written = span == null ? "" : part.text.substring(span.begin(), span.end());
        meeting(meetings, written, from[1], at, bits);
        node = from[0];
        at = from[1];
        from = came.get(i)[node][at];
      }
    }
    Collections.reverse(meetings);
    return meetings;
  }

  private void meeting(List<Meeting> meetings, String written, int from, int at, double bits) {
    StringBuilder latin = new StringBuilder();
    for (int i = from; i < at; i++) {
      latin.append(Letters.letter(form.codes[i]));
    }
    if (!latin.isEmpty() || Math.abs(bits) > 0.1) {
      boolean slip = bits < SILENT + 0.1;
      meetings.add(new Meeting(written, latin.toString(), bits - evenBits * latin.length(), slip));
    }
  }
}

package org.sampan.names.lattice;

import org.jspecify.annotations.Nullable;

/// Every reading and spelling of one native segment of text: a graph without circles whose nodes
/// stand in reading order, node 0 first, the last node last.
///
/// Steps are sorted by the node they leave and by their first letter. Step `i` leads to node
/// `to[i]`, spells the letters `start[i]`..`start[i + 1]` of [#letters] and has probability
/// [#weight]`[i]`; steps of one node with one first letter are a *group*. *Slips* are the same
/// graph without spellings, for slips of the pen: all native segments between the same two nodes
/// are one. Registers hold millions of names, so only what an alignment reads is kept; the segments
/// themselves are made again when somebody asks for an explanation.
public final class Lattice {

  final String text;
  final int nodes;
  final long[] firstLetters;
  final char[] firstGroup;
  final int[] groups;
  final char[] to;
  final int[] start;
  final byte[] letters;
  final double[] weight;
  final char[] firstSlip;
  final char[] slipTo;
  final double[] slipWeight;
  final Outline outline;
  private final SpellingTable table;
  private final int title;
  private final double peakBits;

  /// One native segment between two nodes.
  ///
  /// @param from its first node
  /// @param to its last node
  /// @param begin its first character in the part
  /// @param end the character after its last
  /// @param prior the probability of this reading at its first node
  /// @param row the row of the table, or null for a character no row knows
  record Span(int from, int to, int begin, int end, double prior, @Nullable SpellingRow row) {}

  /// @param title how many characters at the beginning may be silent
  Lattice(SpellingTable table, String text, int title) {
    this.table = table;
    this.text = text;
    this.title = title;
    LatticeSteps steps = steps();
    this.nodes = steps.nodes();
    this.firstLetters = steps.firstLetters();
    this.groups = steps.groups();
    this.firstGroup = new char[nodes + 1];
    for (int node = 1; node <= nodes; node++) {
      firstGroup[node] = (char) (firstGroup[node - 1] + Long.bitCount(firstLetters[node - 1]));
    }
    this.to = steps.to();
    this.start = steps.start();
    this.letters = steps.letters();
    this.weight = steps.weight();
    SlipEdges slips = new SlipEdges(steps.spans());
    this.firstSlip = slips.first(nodes);
    this.slipTo = slips.to();
    this.slipWeight = slips.weight();
    this.outline = Outline.of(this);
    this.peakBits = peak();
  }

  private LatticeSteps steps() {
    return LatticeBuilder.of(table, text, title);
  }

  /// The native segments that the steps spell, made anew.
  LatticeSteps.Segments segments() {
    return steps().segments();
  }

  /// Base-2 logarithm of the probability of the likeliest path: how well the best Latin form fits.
  private double peak() {
    double[] best = new double[nodes];
    best[0] = 1;
    for (int node = 0; node < last(); node++) {
      for (int step = firstStep(node); step < firstStep(node + 1); step++) {
        best[to[step]] = Math.max(best[to[step]], best[node] * weight[step]);
      }
    }
    return Math.log(Math.max(best[last()], Double.MIN_NORMAL)) / Math.log(2);
  }

  int firstStep(int node) {
    return groups[firstGroup[node]];
  }

  /// The last node that a slip leads to from one; the node itself for none.
  int lastSlip(int node) {
    int last = node;
    for (int slip = firstSlip[2 * node]; slip < firstSlip[2 * node + 2]; slip++) {
      last = Math.max(last, slipTo[slip]);
    }
    return last;
  }

  /// Base-2 logarithm of the probability of the likeliest path.
  public double peakBits() {
    return peakBits;
  }

  /// Whether a form can be spelled exactly, as far as the letters alone show.
  public boolean admits(LatinForm latin) {
    return outline.admits(latin.letters().outline);
  }

  /// The same for a form that is known by its [Letters#outline] only.
  public boolean admits(long form) {
    return outline.admits(form);
  }

  /// Whether a form known by its outline only may be a spelling with a slip or two.
  public boolean resembles(long form) {
    return outline.resembles(form);
  }

  /// Whether some tokens of a form may be spelled, as far as the letters alone show.
  public boolean admitsTokens(LatinForm latin) {
    return outline.admitsTokens(latin.letters());
  }

  /// Whether a token of a form of several, or two that follow one another, may be a spelling, a
  /// slip or two allowed. A form of one token is never turned away.
  public boolean resemblesPiece(LatinForm latin) {
    long[] pieces = latin.letters().pieces;
    for (long piece : pieces) {
      if (outline.resembles(piece)) {
        return true;
      }
    }
    return pieces.length == 0;
  }

  /// Whether a form may be a spelling with a slip or two, as far as the letters alone show.
  public boolean resembles(LatinForm latin) {
    return outline.resembles(latin.letters().outline);
  }

  String latin(int step) {
    StringBuilder latin = new StringBuilder();
    for (int i = start[step]; i < start[step + 1]; i++) {
      latin.append(Letters.letter(letters[i]));
    }
    return latin.toString();
  }

  int last() {
    return nodes - 1;
  }
}

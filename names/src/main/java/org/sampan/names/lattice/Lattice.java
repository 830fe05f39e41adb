package org.sampan.names.lattice;

/// Every reading and spelling of one native segment of text: a graph without circles whose nodes
/// stand in reading order, node 0 first, the last node last.
///
/// Step `i` leads from node `from[i]` to node `to[i]`, spells `latin` letters `start[i]`..`start[i
/// + 1]` of [#letters] and has probability [#weight]`[i]`; steps are sorted by `from`. *Spans* are
///   the same graph without spellings: the native segments themselves, for slips and for
///   explanations.
public final class Lattice {

  final String text;
  final int nodes;
  final int[] firstStep;
  final long[] firstLetters;
  final int[] firstGroup;
  final int[] groups;
  final int[] to;
  final int[] start;
  final byte[] letters;
  final double[] weight;
  final int[] spanOf;
  final Span[] spans;
  final int[] firstSpan;
  final Outline outline;
  private final double peakBits;

  /// One native segment between two nodes.
  ///
  /// @param from its first node
  /// @param to its last node
  /// @param begin its first character in the part
  /// @param end the character after its last
  /// @param prior the probability of this reading at its first node
  /// @param row the row of the table, or null for a character no row knows
  record Span(
      int from,
      int to,
      int begin,
      int end,
      double prior,
      @org.jspecify.annotations.Nullable SpellingRow row) {}

  Lattice(String text, LatticeSteps steps, int nodes) {
    this.text = text;
    this.nodes = nodes;
    this.spans = steps.spans();
    this.firstSpan = steps.firstSpan(nodes);
    this.firstStep = steps.firstStep(nodes);
    this.firstLetters = steps.firstLetters(nodes);
    this.groups = steps.groups();
    this.firstGroup = new int[nodes];
    for (int node = 1; node < nodes; node++) {
      firstGroup[node] = firstGroup[node - 1] + Long.bitCount(firstLetters[node - 1]);
    }
    this.to = steps.to();
    this.start = steps.start();
    this.letters = steps.letters();
    this.weight = steps.weight();
    this.spanOf = steps.spanOf();
    this.outline = Outline.of(this);
    this.peakBits = peak();
  }

  /// Base-2 logarithm of the probability of the likeliest path: how well the best Latin form fits.
  private double peak() {
    double[] best = new double[nodes];
    best[0] = 1;
    for (int node = 0; node < last(); node++) {
      for (int step = firstStep[node]; step < firstStep[node + 1]; step++) {
        best[to[step]] = Math.max(best[to[step]], best[node] * weight[step]);
      }
    }
    return Math.log(Math.max(best[last()], Double.MIN_NORMAL)) / Math.log(2);
  }

  /// The group of steps that leave a node with a first letter (0: without letters), or -1.
  int group(int node, int letter) {
    long letters = firstLetters[node];
    long bit = 1L << letter;
    return (letters & bit) == 0 ? -1 : firstGroup[node] + Long.bitCount(letters & (bit - 1));
  }

  /// Base-2 logarithm of the probability of the likeliest path.
  public double peakBits() {
    return peakBits;
  }

  /// Whether a form can be spelled exactly, as far as the letters alone show.
  public boolean admits(LatinForm latin) {
    return outline.admits(latin.letters());
  }

  /// Whether some tokens of a form may be spelled, as far as the letters alone show.
  public boolean admitsTokens(LatinForm latin) {
    return outline.admitsTokens(latin.letters());
  }

  /// Whether a token of a form of several, or two that follow one another, may be a spelling, a
  /// slip or two allowed. A form of one token is never turned away.
  public boolean resemblesPiece(LatinForm latin) {
    Letters[] pieces = latin.letters().pieces;
    for (Letters piece : pieces) {
      if (outline.resembles(piece)) {
        return true;
      }
    }
    return pieces.length == 0;
  }

  /// Whether a form may be a spelling with a slip or two, as far as the letters alone show.
  public boolean resembles(LatinForm latin) {
    return outline.resembles(latin.letters());
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

package org.sampan.names.lattice;

/// The price of slips, as probabilities: a letter too many, a segment without letters, a segment
/// spelled by one or two letters nobody foresaw. Judged, not learned: slips are rare, and what is
/// learned from one file would be that file's clerk.
final class Slips {

  private static final double EXTRA = 0.012;
  private static final double SILENT = 0.003;
  private static final double STRANGE = 0.012;
  private static final double ALIKE = 0.13;
  private static final double UNLIKE = 0.012;
  private static final int LETTER_H = 8;

  private Slips() {}

  /// A vowel or an h slips in more easily than another letter.
  static void extraLetters(Alignment alignment, Letters form, int node) {
    for (int at = 0; at < form.length; at++) {
      if ((alignment.reached(node) >>> at & 1) != 0) {
        int code = form.codes[at];
        boolean easy = Letters.vowel(code) || code == LETTER_H;
        alignment.stay(node, at, EXTRA * (easy ? 0.15 : 0.03));
      }
    }
  }

  static void strangeLetters(Alignment alignment, Lattice lattice, Letters form, int node) {
    long here = alignment.reached(node);
    long inside = here & ((1L << form.length) - 1);
    for (int i = lattice.firstSpan[node]; i < lattice.firstSpan[node + 1]; i++) {
      Lattice.Span span = lattice.spans[i];
      if (span.row() == null) {
        continue;
      }
      alignment.carry(node, span.to(), here, 0, span.prior() * SILENT);
      double strange = span.prior() * STRANGE;
      long alike = inside & (vowel(span.row().kind()) ? form.vowels : form.consonants);
      alignment.carry(node, span.to(), alike, 1, strange * ALIKE);
      alignment.carry(node, span.to(), inside & ~alike, 1, strange * UNLIKE);
      long two = alike & (alike >>> 1);
      alignment.carry(node, span.to(), two, 2, strange * ALIKE * ALIKE * 0.5);
    }
  }

  private static boolean vowel(RowKind kind) {
    return switch (kind) {
      case VOWEL, CLOSED, OPEN, ALONE -> true;
      case LEAD, ONSET, MEDIAL, CODA, LINK, WORD -> false;
    };
  }
}

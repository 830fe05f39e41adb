package org.sampan.names.lattice;

/// What every spelling of a lattice has in common: which letters may occur, which kinds of
/// consonant must, and how long it can be. A Latin form that is far from the outline is rejected
/// without an alignment.
///
/// @param may the letters of any spelling, one bit a letter
/// @param must the consonant kinds of every spelling, one bit a kind
/// @param shortest the fewest letters
/// @param longest the most letters
/// @param first the letters that may come first
/// @param last the letters that may come last
record Outline(long may, int must, int shortest, int longest, long first, long last) {

  /// Letters that people write for one another count as one kind; vowels, h, y and w count as none.
  private static final byte[] KINDS = new byte[Letters.CODES];

  private static final int NONE = 31;
  private static final int ALL_KINDS = 9;

  static {
    java.util.Arrays.fill(KINDS, (byte) NONE);
    String[] kinds = {"kgcq", "td", "pbf", "csxzj", "n", "m", "lr", "ng", "td"};
    for (int kind = 0; kind < kinds.length; kind++) {
      for (char letter : kinds[kind].toCharArray()) {
        if (KINDS[Letters.code(letter)] == NONE) {
          KINDS[Letters.code(letter)] = (byte) kind;
        }
      }
    }
  }

  static Outline of(Lattice lattice) {
    int[] must = new int[lattice.nodes];
    int[] shortest = new int[lattice.nodes];
    int[] longest = new int[lattice.nodes];
    java.util.Arrays.fill(must, -1);
    java.util.Arrays.fill(shortest, Integer.MAX_VALUE);
    must[0] = 0;
    shortest[0] = 0;
    long may = 0;
    for (int node = 0; node < lattice.last(); node++) {
      for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
        int to = lattice.to[step];
        int kinds = must[node];
        for (int i = lattice.start[step]; i < lattice.start[step + 1]; i++) {
          may |= 1L << lattice.letters[i];
          kinds |= 1 << KINDS[lattice.letters[i]];
        }
        int letters = lattice.start[step + 1] - lattice.start[step];
        must[to] = must[to] == -1 ? kinds : must[to] & kinds;
        shortest[to] = Math.min(shortest[to], shortest[node] + letters);
        longest[to] = Math.max(longest[to], longest[node] + letters);
      }
    }
    int last = lattice.last();
    int common = must[last] == -1 ? 0 : must[last] & ((1 << ALL_KINDS) - 1);
    return new Outline(
        may, common, shortest[last], longest[last], firstLetters(lattice), lastLetters(lattice));
  }

  private static long firstLetters(Lattice lattice) {
    boolean[] silent = new boolean[lattice.nodes];
    silent[0] = true;
    long first = 0;
    for (int node = 0; node < lattice.last(); node++) {
      for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
        if (silent[node] && lattice.start[step] < lattice.start[step + 1]) {
          first |= 1L << lattice.letters[lattice.start[step]];
        } else if (silent[node]) {
          silent[lattice.to[step]] = true;
        }
      }
    }
    return first;
  }

  private static long lastLetters(Lattice lattice) {
    boolean[] silent = new boolean[lattice.nodes];
    silent[lattice.last()] = true;
    long last = 0;
    for (int node = lattice.last() - 1; node >= 0; node--) {
      for (int step = lattice.firstStep(node); step < lattice.firstStep(node + 1); step++) {
        if (silent[lattice.to[step]]) {
          if (lattice.start[step] < lattice.start[step + 1]) {
            last |= 1L << lattice.letters[lattice.start[step + 1] - 1];
          } else {
            silent[node] = true;
          }
        }
      }
    }
    return last;
  }

  /// The bit of a letter's consonant kind; 0 for a letter of no kind.
  static int kind(int code) {
    return 1 << KINDS[code] & (1 << ALL_KINDS) - 1;
  }

  /// Whether a form can be spelled exactly by the lattice, as far as the outline shows.
  boolean admits(long form) {
    int length = FormOutline.length(form);
    return (FormOutline.letters(form) & ~may) == 0
        && (must & ~FormOutline.kinds(form)) == 0
        && length >= shortest
        && length <= longest
        && length > 0
        && (first >>> FormOutline.first(form) & 1) != 0
        && (last >>> FormOutline.last(form) & 1) != 0;
  }

  /// Whether a form without some of its tokens may be spelled by the lattice.
  boolean admitsTokens(Letters form) {
    return (form.firsts & first) != 0 && (form.lasts & last) != 0;
  }

  /// Whether a form may be a spelling with a slip or two: at most one strange or missing letter,
  /// the first or the last letter as foreseen.
  boolean resembles(long form) {
    int length = FormOutline.length(form);
    int strange =
        Long.bitCount(FormOutline.letters(form) & ~may)
            + Integer.bitCount(must & ~FormOutline.kinds(form));
    return length > 0
        && strange <= 2
        && length >= shortest - 1
        && length <= longest + 1
        && (first >>> FormOutline.first(form) & 1) != 0
        && (strange <= 1 || (last >>> FormOutline.last(form) & 1) != 0);
  }
}

package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.names.script.Repetition;

/// Joins the rows of a table into the lattice of one part, by the grammar of the syllable: (lead)?
/// onset medial* (vowel coda? | closed coda | open), or a vowel letter, or a word.
///
/// Every text has a lattice: a character that no row can read is skipped at a price.
final class LatticeBuilder {

  private static final int SYLLABLE = 0;
  private static final int AFTER_VOWEL = 1;
  private static final int MUST_CLOSE = 2;
  private static final int AFTER_LEAD = 0x100;
  private static final int AFTER_ONSET = 0x200;

  /// What one more character read by the same row is worth against two rows.
  private static final double LONGER = 6;

  private static final double WORD = 6;
  private static final double LONGER_WORD = 1.6;
  private static final double TITLE = 60;
  private static final double LINK = 0.35;

  /// A short vowel behind a consonant that already closed its syllable is heard before another
  /// syllable, hardly ever at the end of a word or before a silenced letter.
  private static final double LAST_LINK = 0.02;

  /// The same for a vowel nobody writes behind the last consonant of a word.
  private static final double LAST_OPEN = 0.1;

  /// A consonant behind an unwritten vowel rather ends its syllable and leaves it at that.
  private static final double LINK_WITHOUT_VOWEL = 0.12;

  /// A word said twice may be written once.
  private static final double ONCE = 0.4;

  private static final double UNREAD = 1e-4;
  private static final double BORROWED_LEAD = 0.12;

  private final SpellingTable table;
  private final String text;
  private final Map<Long, Integer> nodes = new HashMap<>();
  private final List<Long> queue = new ArrayList<>();
  private final List<Lattice.Span> spans = new ArrayList<>();

  private LatticeBuilder(SpellingTable table, String text) {
    this.table = table;
    this.text = text;
  }

  /// The graph of a normalised text without spaces, whose first `title` characters may be silent.
  static LatticeSteps of(SpellingTable table, String text, int title) {
    LatticeBuilder builder = new LatticeBuilder(table, text);
    builder.node(0, SYLLABLE);
    if (title > 0) {
      builder.spans.add(new Lattice.Span(0, builder.node(title, SYLLABLE), 0, title, TITLE, null));
    }
    for (int i = 0; i < builder.queue.size(); i++) {
      long key = builder.queue.get(i);
      builder.leave((int) (key >> 16), (int) (key & 0xffff), i);
    }
    return builder.finish();
  }

  private int node(int at, int state) {
    long key = (long) at << 16 | state;
    Integer known = nodes.get(key);
    if (known != null) {
      return known;
    }
    nodes.put(key, queue.size());
    queue.add(key);
    return queue.size() - 1;
  }

  private void leave(int at, int state, int from) {
    if (state == SYLLABLE) {
      leaveSyllable(at, from);
    } else if (state == AFTER_VOWEL || state == MUST_CLOSE) {
      each(RowKind.CODA, at, row -> add(row, from, at, SYLLABLE, row.prior()));
      each(RowKind.LINK, at, row -> link(row, from, at, state == MUST_CLOSE));
      if (state == AFTER_VOWEL) {
        spans.add(new Lattice.Span(from, node(at, SYLLABLE), at, at, 1, null));
      }
    } else if (state >= AFTER_ONSET) {
      leaveOnset(at, state - AFTER_ONSET, from);
    } else {
      leaveLead(at, state - AFTER_LEAD, from);
    }
  }

  private void link(SpellingRow row, int from, int at, boolean bare) {
    boolean last = Endings.at(text, at + row.written().length());
    double share = last ? LAST_LINK : bare ? LINK_WITHOUT_VOWEL : LINK;
    add(row.withShortVowel(), from, at, SYLLABLE, share);
    add(row, from, at, AFTER_ONSET, share);
  }

  private void leaveSyllable(int at, int from) {
    if (at >= text.length()) {
      return;
    }
    each(RowKind.WORD, at, row -> addWord(row, from, at));
    each(RowKind.ALONE, at, row -> add(row, from, at, AFTER_VOWEL, row.prior()));
    each(RowKind.LEAD, at, row -> add(row, from, at, AFTER_LEAD + table.label(row), row.prior()));
    each(RowKind.ONSET, at, row -> add(row, from, at, AFTER_ONSET + table.label(row), row.prior()));
    double unread = Repetition.mark(text.charAt(at)) ? 1 : UNREAD;
    spans.add(new Lattice.Span(from, node(at + 1, SYLLABLE), at, at + 1, unread, null));
    int repeated = Repetition.end(text, at);
    if (repeated > 0) {
      spans.add(new Lattice.Span(from, node(repeated, SYLLABLE), at, repeated, ONCE, null));
    }
  }

  private void leaveLead(int at, int label, int from) {
    each(
        RowKind.ONSET,
        at,
        row -> {
          add(row, from, at, AFTER_ONSET + label, row.prior());
          if (row.written().length() == 1) {
            add(row.withShortVowel(), from, at, AFTER_LEAD + label, BORROWED_LEAD);
          }
        });
  }

  private void leaveOnset(int at, int label, int from) {
    each(
        RowKind.MEDIAL,
        at,
        row -> {
          int next = row.label().isEmpty() ? label : table.label(row);
          add(row, from, at, AFTER_ONSET + next, row.prior());
        });
    each(
        RowKind.VOWEL,
        at,
        row -> {
          if (table.label(row) == label) {
            add(row, from, at, AFTER_VOWEL, row.prior());
          }
        });
    unwritten(RowKind.VOWEL, label, from, at, AFTER_VOWEL);
    unwritten(RowKind.CLOSED, label, from, at, MUST_CLOSE);
    unwritten(RowKind.OPEN, label, from, at, SYLLABLE);
  }

  private void unwritten(RowKind kind, int label, int from, int at, int state) {
    double share = kind == RowKind.OPEN && at > 1 && Endings.at(text, at) ? LAST_OPEN : 1;
    table.starting(kind, (char) 0).stream()
        .filter(row -> table.label(row) == label)
        .forEach(row -> add(row, from, at, state, row.prior() * share));
  }

  private void each(RowKind kind, int at, java.util.function.Consumer<SpellingRow> use) {
    if (at < text.length()) {
      for (SpellingRow row : table.starting(kind, text.charAt(at))) {
        if (text.startsWith(row.written(), at)) {
          use.accept(row);
        }
      }
    }
  }

  private void add(SpellingRow row, int from, int at, int state, double prior) {
    int length = row.written().length();
    double weight = prior * Math.pow(LONGER, Math.max(0, length - 1));
    int to = node(at + length, state);
    spans.add(new Lattice.Span(from, to, at, at + length, weight, row));
  }

  /// A word that ends in a vowel sign may still be closed by a consonant.
  private void addWord(SpellingRow row, int from, int at) {
    int length = row.written().length();
    char last = row.written().charAt(length - 1);
    boolean open =
        Character.getType(last) == Character.NON_SPACING_MARK || last == 'า' || last == 'າ';
    int to = node(at + length, open && length > 1 ? AFTER_VOWEL : SYLLABLE);
    double weight = row.prior() * WORD * Math.pow(LONGER_WORD, length - 1);
    spans.add(new Lattice.Span(from, to, at, at + length, weight, row));
  }

  private LatticeSteps finish() {
    int end = node(text.length(), SYLLABLE);
    return LatticeSteps.reaching(end, order(), spans);
  }

  /// Numbers by position, and within a position by the order in which states follow one another.
  private int[] order() {
    long[] ranks = new long[queue.size()];
    Arrays.setAll(ranks, i -> rank(queue.get(i)) << 32 | i);
    Arrays.sort(ranks);
    return Arrays.stream(ranks).mapToInt(rank -> (int) rank).toArray();
  }

  private static long rank(long key) {
    int state = (int) (key & 0xffff);
    int stage =
        state >= AFTER_ONSET
            ? 0
            : switch (state) {
              case MUST_CLOSE -> 1;
              case AFTER_VOWEL -> 2;
              case SYLLABLE -> 3;
              default -> 4;
            };
    return (key >> 16) << 8 | stage;
  }
}

package org.sampan.names.lattice;

import java.util.List;

/// One line of a spelling table: a native segment and the Latin spellings people give it.
///
/// @param kind the part of a syllable
/// @param label what must have gone before (the lead vowel, the series of the consonant), or what
///   an onset says to its vowel; empty for none
/// @param written the native segment, empty for an unwritten vowel
/// @param prior how likely this reading of the segment is beside others, 1 for usual
/// @param spellings the Latin spellings with probabilities that add up to one
record SpellingRow(
    RowKind kind, String label, String written, double prior, List<Spelling> spellings) {

  /// A Latin spelling and its probability; the empty text is a silent segment.
  record Spelling(String latin, double probability) {}

  /// What names a row of a table: its kind, label and native segment.
  record Key(RowKind kind, String label, String written) {

    /// The first two columns of its line, with the tab behind them.
    String line() {
      String name = kind.name().toLowerCase(java.util.Locale.ROOT);
      String head = label.isEmpty() ? name : name + "/" + label;
      return head + "\t" + (written.isEmpty() ? "-" : written) + "\t";
    }
  }

  SpellingRow {
    spellings = List.copyOf(spellings);
  }

  Key key() {
    return new Key(kind, label, written);
  }

  /// The same row with other spellings, scaled to add up to one.
  SpellingRow with(List<Spelling> others) {
    double sum = others.stream().mapToDouble(Spelling::probability).sum();
    return new SpellingRow(
        kind,
        label,
        written,
        prior,
        others.stream().map(s -> new Spelling(s.latin(), s.probability() / sum)).toList());
  }

  /// The same consonant with the short vowel that is heard behind it.
  SpellingRow withShortVowel() {
    return with(
        spellings.stream().map(s -> new Spelling(s.latin() + "a", s.probability())).toList());
  }
}

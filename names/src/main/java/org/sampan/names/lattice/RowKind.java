package org.sampan.names.lattice;

/// What part of a syllable a row of a spelling table spells.
enum RowKind {
  /// A vowel sign that stands before the consonant it is read after (Thai, Lao).
  LEAD,
  /// The consonant or cluster that begins a syllable.
  ONSET,
  /// A consonant written below or after the first one of the onset.
  MEDIAL,
  /// A written vowel; in Burmese the whole rhyme.
  VOWEL,
  /// The unwritten vowel of a syllable that ends in a consonant; its native text is empty.
  CLOSED,
  /// The unwritten vowel of a syllable without a final consonant; its native text is empty.
  OPEN,
  /// A consonant that ends a syllable; silent marks belong here too.
  CODA,
  /// A consonant that ends one syllable and, unwritten, begins the next ("watthana").
  LINK,
  /// A vowel letter that needs no consonant.
  ALONE,
  /// A whole syllable or word with its own habits.
  WORD
}

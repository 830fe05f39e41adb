package org.sampan.names.han;

/// A tongue in which Han characters are read aloud, with its habit of spelling in Latin letters.
public enum ReadingSystem {
  PINYIN("Mandarin", 0.32),
  /// Wade-Giles, Tongyong, the other Taiwanese systems and English-style Mandarin of South-East
  /// Asia.
  TAIWAN("Mandarin, older spelling", 0.20),
  /// The Hong Kong Government's habits, and those of Malaya.
  CANTONESE("Cantonese", 0.16),
  /// Macao's spelling after the Portuguese.
  MACAO("Cantonese of Macao", 0.03),
  HOKKIEN("Hokkien", 0.11),
  TEOCHEW("Teochew", 0.06),
  HAKKA("Hakka", 0.05),
  /// Surnames only; given names are not in the tables.
  HAINANESE("Hainanese", 0.01),
  /// Surnames only, as the Foochow of Sarawak and Perak spell them.
  FOOCHOW("Foochow", 0.02),
  VIETNAMESE("Sino-Vietnamese", 0.04);

  private final String title;
  private final double share;
  private final double log;

  ReadingSystem(String title, double share) {
    this.title = title;
    this.share = share;
    this.log = Commonness.log2(share);
  }

  /// The English name of the system, for explanations.
  public String title() {
    return title;
  }

  /// How often a Latin form of a Chinese name follows this system: an order of magnitude, not a
  /// census; all of them add up to 1.
  double share() {
    return share;
  }

  /// The base-2 logarithm of [#share].
  double log() {
    return log;
  }
}

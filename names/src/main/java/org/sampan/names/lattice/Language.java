package org.sampan.names.lattice;

import org.sampan.names.script.NormalForm;

/// What is known of the names of one language: how its script is read and spelled, and which Latin
/// forms are common among its names.
public final class Language {

  private static final double LOG_2 = Math.log(2);

  private final NormalForm form;
  private final SpellingTable table;
  private final Background places;
  private final Background people;
  private final Calibration calibration;

  /// @param form the normal form of its script
  /// @param table its spellings
  /// @param places the Latin forms that were learned from, mostly of places
  /// @param people the Latin forms that were invented, of people
  /// @param calibration from raw scores to bits
  public Language(
      NormalForm form,
      SpellingTable table,
      Background places,
      Background people,
      Calibration calibration) {
    this.form = form;
    this.table = table;
    this.places = places;
    this.people = people;
    this.calibration = calibration;
  }

  /// The lattice of one part as written; its first `titleLength` characters, as a title, may have
  /// no letters at all.
  public Lattice read(String written, int titleLength) {
    String title = form.of(written.substring(0, titleLength));
    return new Lattice(table, form.of(written), title.length());
  }

  /// Base-2 logarithm of how likely a Latin form is for nobody in particular.
  public double backgroundBits(Letters latin) {
    return even(places.bits(latin), people.bits(latin));
  }

  /// The logarithm of the mean of two probabilities given by theirs.
  private static double even(double one, double other) {
    double most = Math.max(one, other);
    return most - 1 + Math.log1p(Math.pow(2, Math.min(one, other) - most)) / LOG_2;
  }

  /// The same for each token of a form.
  public double[] tokenBits(Letters latin) {
    double[] bits = new double[latin.tokens.length];
    int begin = 0;
    for (int i = 0; i < bits.length; i++) {
      int end = latin.tokens[i];
      bits[i] = even(places.bits(latin, begin, end, false), people.bits(latin, begin, end, false));
      begin = latin.tokens[i];
    }
    return bits;
  }

  public Calibration calibration() {
    return calibration;
  }

  SpellingTable table() {
    return table;
  }

  NormalForm form() {
    return form;
  }
}

package org.sampan.names.lattice;

/// From a raw score to bits that are Fellegi-Sunter weights: a straight line fitted so that among
/// pairs of the training data the bits are the logarithm of the likelihood ratio (Platt 1999), and
/// a floor, because no difference in spelling rules a person out.
///
/// @param slope at least 0
/// @param shift bits added
/// @param floor the least bits a pair may get, below 0
public record Calibration(double slope, double shift, double floor) {

  /// So far above the floor the bend is too small to see.
  private static final double STRAIGHT = 40;

  private static final double LOG_2 = Math.log(2);

  public Calibration {
    if (!(slope >= 0) || !(floor < 0) || Double.isNaN(shift)) {
      throw new IllegalArgumentException("A calibration rises and has a floor below 0.");
    }
  }

  /// The bits of a raw score: a straight line that bends towards the floor without reaching it, so
  /// that the order of scores is kept; minus infinity gives the floor.
  public double bits(double raw) {
    double line = slope * raw + shift;
    double above = line - floor;
    return above > STRAIGHT ? line : floor + Math.log(1 + Math.exp(above * LOG_2)) / LOG_2;
  }

  /// The line of a language in `language TAB slope TAB shift TAB floor`.
  public static Calibration read(java.util.List<String> lines, String language) {
    for (String line : lines) {
      String[] cells = line.split("\t");
      if (cells[0].equals(language)) {
        return new Calibration(
            Double.parseDouble(cells[1]),
            Double.parseDouble(cells[2]),
            Double.parseDouble(cells[3]));
      }
    }
    throw new IllegalArgumentException("There is no calibration of " + language);
  }
}

package org.sampan.names.lattice;

import java.util.List;

/// How likely a Latin form is when nothing is known of the native one: a letter trigram model,
/// smoothed with bigrams and single letters (Jelinek and Mercer 1980), over the names of a
/// language.
///
/// A common form carries little evidence because it is likely anyway: this is the term frequency of
/// the Fellegi-Sunter weight.
public final class Background {

  private static final int N = Letters.CODES;
  private static final double MOST_TRUST = 0.75;
  private static final double HALF_TRUST = 20;

  /// Base-2 logarithm of P(letter | two letters before); code 0 is the edge of a name.
  private final float[] bits;

  private Background(float[] bits) {
    this.bits = bits;
  }

  /// Counts the trigrams of weighted forms.
  ///
  /// @param forms Latin forms, one weight each
  /// @param weights how many people bear a form, in any unit
  static int[] count(List<Letters> forms, double[] weights) {
    double[] sums = new double[N * N * N];
    for (int i = 0; i < forms.size(); i++) {
      Letters form = forms.get(i);
      int before = 0;
      int last = 0;
      for (int j = 0; j <= form.length; j++) {
        int code = j < form.length ? form.codes[j] : 0;
        sums[(before * N + last) * N + code] += weights[i];
        before = last;
        last = code;
      }
    }
    int[] counts = new int[sums.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) Math.round(sums[i]);
    }
    return counts;
  }

  /// The model of trigram counts, indexed by three codes as one number.
  static Background of(int[] counts) {
    double[] single = single(counts);
    float[] bits = new float[N * N * N];
    for (int last = 0; last < N; last++) {
      double[] pair = new double[N];
      for (int before = 0; before < N; before++) {
        for (int code = 0; code < N; code++) {
          pair[code] += counts[(before * N + last) * N + code];
        }
      }
      double[] two = smooth(pair, single);
      for (int before = 0; before < N; before++) {
        double[] triple = new double[N];
        for (int code = 0; code < N; code++) {
          triple[code] = counts[(before * N + last) * N + code];
        }
        double[] three = smooth(triple, two);
        for (int code = 0; code < N; code++) {
          bits[(before * N + last) * N + code] = (float) (Math.log(three[code]) / Math.log(2));
        }
      }
    }
    return new Background(bits);
  }

  /// Reads lines of three letters, a tab and a count; `_` is the edge of a name, `#` a comment.
  public static Background read(List<String> lines) {
    int[] counts = new int[N * N * N];
    for (String line : lines) {
      if (!line.startsWith("#") && line.length() > 4) {
        int index = 0;
        for (int i = 0; i < 3; i++) {
          index = index * N + Letters.code(line.charAt(i));
        }
        counts[index] += Integer.parseInt(line.substring(4));
      }
    }
    return of(counts);
  }

  /// The lines that [#read] reads, in alphabetical order.
  static List<String> lines(int[] counts) {
    List<String> lines = new java.util.ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        lines.add(letter(i / (N * N)) + letter(i / N % N) + letter(i % N) + "\t" + counts[i]);
      }
    }
    return lines;
  }

  private static String letter(int code) {
    return code == 0 ? "_" : String.valueOf(Letters.letter(code));
  }

  /// The lines of a background counted from forms.
  public static List<String> trained(List<Letters> forms) {
    double[] even = new double[forms.size()];
    java.util.Arrays.fill(even, 1);
    return lines(count(forms, even));
  }

  /// Base-2 logarithm of the probability of a form; below 0.
  double bits(Letters form) {
    return bits(form, 0, form.length, true);
  }

  /// The same for the letters from `begin` to `end` as they stand in the form.
  double bits(Letters form, int begin, int end, boolean whole) {
    double sum = 0;
    for (int i = begin; i < end + (whole ? 1 : 0); i++) {
      int before = i >= 2 ? form.codes[i - 2] : 0;
      int last = i >= 1 ? form.codes[i - 1] : 0;
      int code = i < end ? form.codes[i] : 0;
      sum += bits[(before * N + last) * N + code];
    }
    return sum;
  }

  private static double[] single(int[] counts) {
    double[] single = new double[N];
    for (int i = 0; i < counts.length; i++) {
      single[i % N] += counts[i];
    }
    double[] even = new double[N];
    java.util.Arrays.fill(even, 1.0 / N);
    return smooth(single, even);
  }

  /// A share of the counts, the rest from what is known with a letter less of context; the share
  /// grows with the sightings and never passes [#MOST_TRUST]: the counts come from few forms.
  private static double[] smooth(double[] counts, double[] lower) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    double trust = MOST_TRUST * sum / (sum + HALF_TRUST);
    double[] smoothed = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      double share = sum > 0 ? counts[i] / sum : 0;
      smoothed[i] = trust * share + (1 - trust) * lower[i];
    }
    return smoothed;
  }
}

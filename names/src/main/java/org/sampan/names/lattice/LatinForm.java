package org.sampan.names.lattice;

import java.util.Arrays;

/// A Latin form beside one language: its letters, how likely it is for nobody in particular, and
/// what it costs to leave one of its tokens unspelled.
///
/// @param letters the folded form
/// @param backgroundBits base-2 logarithm of its probability, below 0
/// @param tokenPrices the probability of each token by itself; empty for a form of one token
/// @param titles whether each token is a title, which is left out easily
public record LatinForm(
    Letters letters, double backgroundBits, double[] tokenPrices, boolean[] titles) {

  /// No title, by the number of tokens.
  private static final boolean[][] NONE = new boolean[Letters.MOST + 1][];

  static {
    Arrays.setAll(NONE, boolean[]::new);
  }

  /// Weighs a form against the names of a language.
  ///
  /// @param titles whether each token is a title, one a token
  public static LatinForm of(Letters letters, Language language, boolean[] titles) {
    double[] prices = letters.tokens.length < 2 ? new double[0] : language.tokenBits(letters);
    for (int i = 0; i < prices.length; i++) {
      prices[i] = Math.pow(2, prices[i]);
    }
    return new LatinForm(letters, language.backgroundBits(letters), prices, kept(titles));
  }

  private static boolean[] kept(boolean[] titles) {
    boolean[] none = NONE[titles.length];
    return Arrays.equals(titles, none) ? none : titles.clone();
  }

  /// The letters of the form, each with what ends with it: in a form of several tokens a token, and
  /// a title. Forms with equal symbols are spelled alike.
  public byte[] symbols() {
    byte[] symbols = letters.codes.clone();
    for (int i = 0; i < tokenPrices.length; i++) {
      int mark = TokensAbreast.TOKEN | (titles[i] ? TokensAbreast.TITLE : 0);
      symbols[letters.tokens[i] - 1] |= (byte) mark;
    }
    return symbols;
  }
}

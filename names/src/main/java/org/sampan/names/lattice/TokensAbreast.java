package org.sampan.names.lattice;

import org.sampan.names.prefixes.PrefixesAtHand;

/// The tokens of the forms at hand that no part spells: a title easily, another one dearly. Scratch
/// space of one thread.
final class TokensAbreast {

  /// Marks the end of a token in a form of several, and of one that is a title.
  static final int TOKEN = 0x40;

  static final int TITLE = 0x80;

  private final PrefixesAtHand prefixes;
  private int[] ends = new int[0];
  private int[] begins = new int[0];
  private double[] prices = new double[0];
  private int count;

  TokensAbreast(PrefixesAtHand prefixes) {
    this.prefixes = prefixes;
  }

  /// Finds the tokens of the forms at hand.
  void take(LatinForm[] forms, int number) {
    if (prices.length < prefixes.count()) {
      ends = new int[prefixes.count()];
      begins = new int[prefixes.count()];
      prices = new double[prefixes.count()];
    }
    count = prefixes.marked(ends);
    for (int i = 0; i < count; i++) {
      begins[ends[i]] = begin(ends[i]);
    }
    for (int form = 0; form < number && count > 0; form++) {
      double[] own = forms[form].tokenPrices();
      int end = prefixes.end(form);
      for (int token = own.length - 1; token >= 0; token--) {
        prices[end] = own[token];
        end = begins[end];
      }
    }
  }

  /// The prefix before the token that ends with one.
  private int begin(int prefix) {
    int at = prefixes.parents()[prefix];
    while (at != 0 && (prefixes.symbol(at) & TOKEN) == 0) {
      at = prefixes.parents()[at];
    }
    return at;
  }

  /// Lets every token be passed over, as [Alignment] does.
  ///
  /// @param column one number a prefix
  /// @param extra the probability that a token that is no title is one too many
  void skip(double[] column, double extra) {
    for (int i = 0; i < count; i++) {
      int end = ends[i];
      double factor = (prefixes.symbol(end) & TITLE) != 0 ? 0.5 : extra;
      column[end] += column[begins[end]] * prices[end] * factor;
    }
  }
}

package org.sampan.names;

import java.util.ArrayList;
import java.util.List;
import org.sampan.names.lattice.Alignment;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;

/// How well a Latin form fits a name that has lattices; holds the scratch space of one thread.
final class SpellingScore {

  /// Of names of several parts, one part is missing on one side once in so many names.
  private static final double ABSENT = 1.0 / 64;

  /// A name written as one part is whole, but for very few.
  private static final double ABSENT_FROM_ONE = 1.0 / 8192;

  /// Beyond so many parts only rotations of the order are tried.
  private static final int ALL_ORDERS = 3;

  /// Parts in another order than written.
  private static final double OTHER_ORDER_BITS = -2;

  /// That a form has slips at all, beside the price of each.
  private static final double SLIP_BITS = 10;

  private static final double DISTANCE_SHARE = 0.3;

  private static final List<List<Lattice>> NO_ORDERS = List.of();

  private final Alignment alignment = new Alignment();

  /// The logarithm of the likelihood ratio, less a share of how far the form is from the likeliest
  /// one, which the ratio alone overrates for long names because their letters do not vary
  /// independently. Minus infinity when nothing fits.
  double of(Name name, LatinForm latin) {
    return of(name, latin, true);
  }

  /// The same without slips: what no spelling in the tables fits is minus infinity.
  double exactly(Name name, LatinForm latin) {
    return of(name, latin, false);
  }

  private double of(Name name, LatinForm latin, boolean slips) {
    List<Lattice> parts = name.lattices();
    boolean one = parts.size() == 1;
    double spelling = Double.NEGATIVE_INFINITY;
    if (!one && !resemblesPiece(parts, latin)) {
      return spelling;
    }
    if (!one || admits(parts.getFirst(), latin)) {
      spelling = spelling(parts, latin, false);
    }
    boolean poor = !(spelling > latin.backgroundBits());
    if (slips && poor && (!one || parts.getFirst().resembles(latin))) {
      spelling = Math.max(spelling, spelling(parts, latin, true) - SLIP_BITS);
    }
    if (spelling == Double.NEGATIVE_INFINITY) {
      return spelling;
    }
    double distance = spelling - name.peakBits();
    return spelling - latin.backgroundBits() + DISTANCE_SHARE * Math.min(0, distance);
  }

  /// Whether [#of] may find more than nothing, or [#exactly] where slips are not allowed, as far as
  /// the letters alone show.
  static boolean mayFit(Name name, LatinForm latin, boolean slips) {
    List<Lattice> parts = name.lattices();
    if (parts.size() != 1) {
      return resemblesPiece(parts, latin);
    }
    Lattice part = parts.getFirst();
    return admits(part, latin) || slips && part.resembles(latin);
  }

  /// The same with slips for a name in Latin letters, which is looked at closer only when a glance
  /// does not tell.
  static boolean mayFit(Name name, Name other, int language) {
    List<Lattice> parts = name.lattices();
    if (parts.size() == 1) {
      Lattice part = parts.getFirst();
      boolean glance = part.resembles(other.outline()) || part.admits(other.outline());
      if (glance || other.oneToken()) {
        return glance;
      }
    }
    return mayFit(name, other.latin().get(language), true);
  }

  private static boolean resemblesPiece(List<Lattice> parts, LatinForm latin) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).resemblesPiece(latin)) {
        return true;
      }
    }
    return false;
  }

  private static boolean admits(Lattice part, LatinForm latin) {
    return part.admits(latin) || latin.tokenPrices().length > 1 && part.admitsTokens(latin);
  }

  private double spelling(List<Lattice> parts, LatinForm latin, boolean slips) {
    double absent = parts.size() > 1 ? ABSENT : ABSENT_FROM_ONE;
    double best = alignment.spellingBits(parts, latin, absent, slips);
    for (List<Lattice> order : parts.size() == 1 ? NO_ORDERS : orders(parts)) {
      double bits = alignment.spellingBits(order, latin, absent, slips);
      best = Math.max(best, bits + OTHER_ORDER_BITS);
    }
    return best;
  }

  static List<List<Lattice>> orders(List<Lattice> parts) {
    if (parts.size() == 1) {
      return List.of();
    }
    List<List<Lattice>> orders = new ArrayList<>();
    for (int shift = 1; shift < parts.size(); shift++) {
      List<Lattice> rotated = new ArrayList<>(parts.subList(shift, parts.size()));
      rotated.addAll(parts.subList(0, shift));
      orders.add(rotated);
    }
    if (parts.size() == ALL_ORDERS) {
      orders.add(List.of(parts.get(0), parts.get(2), parts.get(1)));
      orders.add(List.of(parts.get(1), parts.get(0), parts.get(2)));
      orders.add(List.of(parts.get(2), parts.get(1), parts.get(0)));
    }
    return orders;
  }
}

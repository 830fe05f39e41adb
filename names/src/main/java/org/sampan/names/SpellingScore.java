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
  static final double OTHER_ORDER_BITS = -2;

  /// That a form has slips at all, beside the price of each.
  static final double SLIP_BITS = 10;

  private static final double DISTANCE_SHARE = 0.3;

  /// By the number of parts.
  static final int[][][] ORDERS = new int[NameReader.MOST_PARTS + 1][][];

  static {
    for (int parts = 0; parts < ORDERS.length; parts++) {
      ORDERS[parts] = orders(parts);
    }
  }

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
    double spelling = Double.NEGATIVE_INFINITY;
    if (admits(parts, latin)) {
      spelling = spelling(parts, latin, false);
    }
    boolean poor = !(spelling > latin.backgroundBits());
    if (slips && poor && resembles(parts, latin)) {
      spelling = Math.max(spelling, spelling(parts, latin, true) - SLIP_BITS);
    }
    return ratio(name, latin, spelling);
  }

  /// The score of a form that is spelled with a probability whose logarithm is given.
  static double ratio(Name name, LatinForm latin, double spelling) {
    if (spelling == Double.NEGATIVE_INFINITY) {
      return spelling;
    }
    double distance = spelling - name.peakBits();
    return spelling - latin.backgroundBits() + DISTANCE_SHARE * Math.min(0, distance);
  }

  /// Whether parts may spell a form exactly, as far as the letters alone show.
  static boolean admits(List<Lattice> parts, LatinForm latin) {
    return parts.size() == 1 ? admits(parts.getFirst(), latin) : resemblesPiece(parts, latin);
  }

  /// Whether parts may spell a form with slips, as far as the letters alone show.
  static boolean resembles(List<Lattice> parts, LatinForm latin) {
    return parts.size() == 1 ? parts.getFirst().resembles(latin) : resemblesPiece(parts, latin);
  }

  /// Whether [#of] may find more than nothing, or [#exactly] where slips are not allowed, as far as
  /// the letters alone show.
  static boolean mayFit(Name name, LatinForm latin, boolean slips) {
    List<Lattice> parts = name.lattices();
    return admits(parts, latin) || slips && resembles(parts, latin);
  }

  /// The same with slips for a name in Latin letters, which is looked at closer only when a glance
  /// does not tell.
  static boolean mayFit(Name name, Name other, int language) {
    List<Lattice> parts = name.lattices();
    if (parts.size() == 1) {
      boolean glance = glance(parts.getFirst(), other.outline());
      if (glance || other.oneToken()) {
        return glance;
      }
    }
    return mayFit(name, other.latin(language), true);
  }

  /// The same for a name of a list.
  static boolean mayFit(Name name, NameList list, int place, int language) {
    List<Lattice> parts = name.lattices();
    if (parts.size() == 1) {
      boolean glance = glance(parts.getFirst(), list.outline(place));
      if (glance || list.oneToken(place)) {
        return glance;
      }
    }
    return mayFit(name, list.get(place).latin(language), true);
  }

  private static boolean glance(Lattice part, long outline) {
    return part.resembles(outline) || part.admits(outline);
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
    double absent = absent(parts);
    double best = Double.NEGATIVE_INFINITY;
    int[][] orders = ORDERS[parts.size()];
    for (int i = 0; i < orders.length; i++) {
      double bits = alignment.spellingBits(parts, orders[i], latin, absent, slips);
      best = Math.max(best, i == 0 ? bits : bits + OTHER_ORDER_BITS);
    }
    return best;
  }

  /// How likely one of the parts is left out.
  static double absent(List<Lattice> parts) {
    return parts.size() > 1 ? ABSENT : ABSENT_FROM_ONE;
  }

  /// The orders in which so many parts are tried, the written one first: all of two or three, of
  /// more the rotations.
  private static int[][] orders(int parts) {
    List<int[]> orders = new ArrayList<>();
    for (int shift = 0; shift < Math.max(1, parts); shift++) {
      int[] rotated = new int[parts];
      for (int i = 0; i < parts; i++) {
        rotated[i] = (shift + i) % parts;
      }
      orders.add(rotated);
    }
    if (parts == ALL_ORDERS) {
      orders.add(new int[] {0, 2, 1});
      orders.add(new int[] {1, 0, 2});
      orders.add(new int[] {2, 1, 0});
    }
    return orders.toArray(int[][]::new);
  }

  /// The parts in each order that is tried.
  static List<List<Lattice>> orders(List<Lattice> parts) {
    List<List<Lattice>> orders = new ArrayList<>();
    for (int[] order : orders(parts.size())) {
      List<Lattice> ordered = new ArrayList<>();
      for (int part : order) {
        ordered.add(parts.get(part));
      }
      orders.add(ordered);
    }
    return orders;
  }
}

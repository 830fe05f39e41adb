package org.sampan.names;

import java.util.ArrayList;
import java.util.List;
import org.sampan.names.lattice.Alignment;
import org.sampan.names.lattice.BestSpellings;
import org.sampan.names.lattice.Language;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;
import org.sampan.names.lattice.Letters;

/// Compares two names that have been read; holds the scratch space of one thread.
final class Comparison {

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
  private static final int PROBES = 16;

  private final Languages languages;
  private final Alignment alignment = new Alignment();

  Comparison(Languages languages) {
    this.languages = languages;
  }

  /// The raw score in bits, before calibration; minus infinity when nothing fits.
  double raw(Name one, Name other) {
    if (one.lattices().isEmpty() || other.lattices().isEmpty()) {
      return one.written().equals(other.written()) ? 0 : Double.NEGATIVE_INFINITY;
    }
    boolean oneLatin = one.script() == Script.LATIN;
    boolean otherLatin = other.script() == Script.LATIN;
    if (otherLatin && !oneLatin) {
      return raw(one, form(other, one));
    }
    if (oneLatin && !otherLatin) {
      return raw(other, form(one, other));
    }
    if (oneLatin) {
      int latin = Languages.index(Script.LATIN);
      return mean(raw(one, other.latin().get(latin)), raw(other, one.latin().get(latin)));
    }
    return mean(throughProbes(one, other), throughProbes(other, one));
  }

  private static LatinForm form(Name latin, Name beside) {
    return latin.latin().get(Languages.index(beside.script()));
  }

  private static double mean(double one, double other) {
    return Math.max(one, other) - Math.abs(one - other) * 0.25;
  }

  /// A name as the bearer of lattices against a Latin form: the logarithm of the likelihood ratio,
  /// and a share of how far the form is from the likeliest one, which the ratio alone overrates for
  /// long names because their letters do not vary independently.
  private double raw(Name name, LatinForm latin) {
    List<Lattice> parts = name.lattices();
    boolean one = parts.size() == 1;
    double spelling = Double.NEGATIVE_INFINITY;
    if (!one || latin.tokenPrices().length > 1 || parts.getFirst().admits(latin)) {
      spelling = spelling(parts, latin, false);
    }
    boolean poor = !(spelling > latin.backgroundBits());
    if (poor && (!one || parts.getFirst().resembles(latin))) {
      spelling = Math.max(spelling, spelling(parts, latin, true) - SLIP_BITS);
    }
    double distance = spelling - name.peakBits();
    return spelling - latin.backgroundBits() + DISTANCE_SHARE * Math.min(0, distance);
  }

  private double spelling(List<Lattice> parts, LatinForm latin, boolean slips) {
    double absent = parts.size() > 1 ? ABSENT : ABSENT_FROM_ONE;
    double best = Language.spellingBits(parts, latin, absent, slips, alignment);
    for (List<Lattice> order : orders(parts)) {
      double bits = Language.spellingBits(order, latin, absent, slips, alignment);
      best = Math.max(best, bits + OTHER_ORDER_BITS);
    }
    return best;
  }

  private static List<List<Lattice>> orders(List<Lattice> parts) {
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

  /// The sum over the likely Latin spellings of one name of how much each speaks for the other:
  /// log2 of sum P(b | one) P(b | other) / P(b).
  private double throughProbes(Name one, Name other) {
    double sum = 0;
    for (Name.Probe probe : one.probes(() -> probes(one))) {
      LatinForm form = probe.latin().get(Languages.index(other.script()));
      sum += Math.pow(2, raw(other, form) + probe.spellingBits());
    }
    return sum > 0 ? Math.log(sum) / Math.log(2) : Double.NEGATIVE_INFINITY;
  }

  private List<Name.Probe> probes(Name name) {
    List<Name.Probe> probes = new ArrayList<>();
    for (BestSpellings.Spelled spelled : BestSpellings.of(name.lattices(), PROBES)) {
      Letters letters = Letters.of(spelled.latin());
      List<LatinForm> forms = new ArrayList<>();
      boolean[] titles = new boolean[spelled.latin().split(" ").length];
      for (int i = 0; i < Languages.SCRIPTS.size(); i++) {
        forms.add(LatinForm.of(letters, languages.at(i), titles));
      }
      probes.add(new Name.Probe(forms, spelled.log2Probability()));
    }
    return List.copyOf(probes);
  }
}

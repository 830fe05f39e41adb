package org.sampan.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sampan.names.han.HanSpelling;
import org.sampan.names.honorifics.Honorific;
import org.sampan.names.lattice.BestSpellings;
import org.sampan.names.lattice.Calibration;
import org.sampan.names.lattice.LatinForm;

/// Compares two names that have been read; holds the scratch space of one thread.
final class Comparison {

  private static final int PROBES = 16;
  private static final int ENOUGH_TO_TELL = 6;

  /// Two people chosen at random are of one sex every other time; a title is wrong seldom.
  private static final double SAME_SEX_BITS = 0.9;

  private static final double OTHER_SEX_BITS = -3;

  private final Languages languages;
  private final SpellingScore score = new SpellingScore();
  private final ScoresAbreast abreast = new ScoresAbreast();

  Comparison(Languages languages) {
    this.languages = languages;
  }

  double bits(Name one, Name other) {
    return nameBits(one, other) + sexBits(one, other);
  }

  /// Whether [#bits] of a name and any that has an outline is a matter of spelling its letters.
  static boolean spells(Name one) {
    return one.latin().isEmpty() && !one.lattices().isEmpty();
  }

  /// The bits of a name that [#spells] and of names of a list that stand in its trees.
  ///
  /// @param places none twice
  /// @param bits is filled, one number a place
  void bits(Name one, NameList list, int[] places, double[] bits) {
    int language = Languages.index(one.script());
    abreast.of(one, list, language, places, bits);
    Calibration calibration = languages.at(language).calibration();
    for (int i = 0; i < places.length; i++) {
      bits[i] = calibration.bits(bits[i]) + sexBits(one, list.get(places[i]));
    }
  }

  /// The places in a list of the names that may meet one.
  int[] mayMeet(Name one, NameList list) {
    boolean spells = spells(one) && one.script() != Script.HAN;
    int language = Languages.index(one.script());
    int[] places = new int[list.size()];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      boolean may =
          spells && list.outline(i) != 0
              ? SpellingScore.mayFit(one, list, i, language)
              : mayMeet(one, list.get(i));
      places[count] = i;
      count += may ? 1 : 0;
    }
    return Arrays.copyOf(places, count);
  }

  static double sexBits(Name one, Name other) {
    Honorific.Sex first = one.sex();
    Honorific.Sex second = other.sex();
    if (first == Honorific.Sex.UNSAID || second == Honorific.Sex.UNSAID) {
      return 0;
    }
    return first == second ? SAME_SEX_BITS : OTHER_SEX_BITS;
  }

  private double nameBits(Name one, Name other) {
    if (one.silent() || other.silent()) {
      return 0;
    }
    Tongues tongues = Tongues.shipped();
    return tongues.tell(one, other)
        ? tongues.bits(one, other)
        : calibration(one, other).bits(raw(one, other));
  }

  /// See [Names#mayMeet].
  boolean mayMeet(Name one, Name other) {
    if (one.silent() || other.silent()) {
      return true;
    }
    if (Tongues.shipped().tell(one, other)) {
      return true;
    }
    boolean oneLatin = one.outline() != 0;
    boolean otherLatin = other.outline() != 0;
    if (oneLatin && otherLatin) {
      int latin = Languages.index(Script.LATIN);
      return SpellingScore.mayFit(one, other, latin) || SpellingScore.mayFit(other, one, latin);
    }
    if (otherLatin) {
      return SpellingScore.mayFit(one, other, Languages.index(one.script()));
    }
    if (oneLatin) {
      return SpellingScore.mayFit(other, one, Languages.index(other.script()));
    }
    return !other.lattices().isEmpty() && probesMayFit(one, other)
        || !one.lattices().isEmpty() && probesMayFit(other, one);
  }

  private boolean probesMayFit(Name one, Name other) {
    int tried = 0;
    for (Name.Probe probe : one.probes(() -> probes(one))) {
      LatinForm form = probe.beside(Languages.index(other.script()), languages);
      if (SpellingScore.mayFit(other, form, tried == 0)) {
        return true;
      }
      if (++tried == ENOUGH_TO_TELL) {
        break;
      }
    }
    return false;
  }

  /// What a pair that cannot meet is given.
  double leastBits(Name one, Name other) {
    return calibration(one, other).floor() + sexBits(one, other);
  }

  Calibration calibration(Name one, Name other) {
    int first = Languages.index(one.script());
    int second = Languages.index(other.script());
    return languages.at(Math.min(first, second)).calibration();
  }

  /// The raw score in bits, before calibration; minus infinity when nothing fits.
  double raw(Name one, Name other) {
    boolean oneLatin = !one.latin().isEmpty();
    boolean otherLatin = !other.latin().isEmpty();
    if (oneLatin && otherLatin) {
      int latin = Languages.index(Script.LATIN);
      return mean(score.of(one, other.latin(latin)), score.of(other, one.latin(latin)));
    }
    if (otherLatin) {
      return score.of(one, form(other, one));
    }
    if (oneLatin) {
      return score.of(other, form(one, other));
    }
    if (one.lattices().isEmpty()) {
      return throughProbes(one, other);
    }
    if (other.lattices().isEmpty()) {
      return throughProbes(other, one);
    }
    return mean(throughProbes(one, other), throughProbes(other, one));
  }

  static LatinForm form(Name latin, Name beside) {
    return latin.latin(Languages.index(beside.script()));
  }

  /// Nearer to the better of the two ways to look at a pair.
  private static double mean(double one, double other) {
    double most = Math.max(one, other);
    return most == Double.NEGATIVE_INFINITY
        ? most
        : most - Math.min(4, most - Math.min(one, other)) / 4;
  }

  /// The sum over the likely Latin spellings of one name of how much each speaks for the other:
  /// log2 of sum P(b | one) P(b | other) / P(b). Most pairs are of two people: when none of the
  /// first few fits, only the likeliest is tried once more, with slips.
  private double throughProbes(Name one, Name other) {
    double sum = 0;
    int tried = 0;
    for (Name.Probe probe : one.probes(() -> probes(one))) {
      if (tried == ENOUGH_TO_TELL && sum == 0) {
        break;
      }
      tried++;
      LatinForm form = probe.beside(Languages.index(other.script()), languages);
      sum += Math.pow(2, score.exactly(other, form) + probe.spellingBits());
    }
    return sum > 0 ? Math.log(sum) / Math.log(2) : withSlips(one, other);
  }

  private double withSlips(Name one, Name other) {
    List<Name.Probe> probes = one.probes(() -> probes(one));
    if (probes.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    Name.Probe likeliest = probes.getFirst();
    LatinForm form = likeliest.beside(Languages.index(other.script()), languages);
    return score.of(other, form) + likeliest.spellingBits();
  }

  private List<Name.Probe> probes(Name name) {
    List<Name.Probe> probes = new ArrayList<>();
    if (name.script() == Script.HAN) {
      for (HanSpelling spelling : Tongues.shipped().spellings(name)) {
        probes.add(new Name.Probe(spelling.latin(), spelling.log2Probability()));
      }
    } else {
      for (BestSpellings.Spelled spelled : BestSpellings.of(name.lattices(), PROBES)) {
        probes.add(new Name.Probe(spelled.latin(), spelled.log2Probability()));
      }
    }
    return List.copyOf(probes);
  }
}

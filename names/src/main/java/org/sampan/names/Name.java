package org.sampan.names;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sampan.names.honorifics.Honorific;
import org.sampan.names.honorifics.SplitName;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;
import org.sampan.names.lattice.Letters;

/// A name as it was written, read once so that it can be compared with many. Immutable; made by
/// [Names#read].
public final class Name {

  /// How many characters of a written name are read; the rest is kept but not compared.
  public static final int LONGEST = 200;

  private final String written;
  private final Script script;
  private final List<NamePart> parts;
  private final SplitName split;
  private final Forms forms;

  /// Those of [Forms], at hand.
  private final LatinForm[] latin;

  private final double peakBits;
  private final Honorific.Sex sex;

  /// What [org.sampan.names.lattice.Lattice] sees of its Latin letters first; kept here because the
  /// question is asked of millions of names one after another.
  private final long outline;

  private final boolean oneToken;

  private final boolean silent;
  private final boolean nicknamed;
  private volatile @Nullable List<Probe> probes;
  private volatile long @Nullable [] keys;
  private volatile Tongues.@Nullable Readings readings;

  /// A likely Latin spelling of a native name.
  ///
  /// @param made its form beside each language that was asked for
  record Probe(
      Letters letters, AtomicReferenceArray<@Nullable LatinForm> made, double spellingBits) {
    Probe(String latin, double spellingBits) {
      this(Letters.of(latin), new AtomicReferenceArray<>(Languages.SCRIPTS.size()), spellingBits);
    }

    /// Its form beside one of the languages. Two threads may both make it, which harms nothing.
    LatinForm beside(int language, Languages languages) {
      LatinForm known = made.get(language);
      if (known == null) {
        boolean[] titles = new boolean[letters.tokens()];
        known = LatinForm.of(letters, languages.at(language), titles);
        made.set(language, known);
      }
      return known;
    }
  }

  /// Nicknames.
  ///
  /// @param names read like any name; without prefixes such as น้อง or 阿
  /// @param only whether nothing but a nickname was written
  record Called(List<Name> names, boolean only) {
    static final Called NOT = new Called(List.of(), false);

    Called {
      names = List.copyOf(names);
    }
  }

  /// What a name is compared by.
  ///
  /// @param lattices one a part
  /// @param latin for a name in Latin letters its form beside each language, in the order of
  ///   [Languages]; else empty
  /// @param called the names its bearer is called by besides
  record Forms(List<Lattice> lattices, List<LatinForm> latin, Called called) {
    Forms {
      lattices = List.copyOf(lattices);
      latin = List.copyOf(latin);
    }
  }

  Name(String written, Script script, List<NamePart> parts, SplitName split, Forms forms) {
    this.written = written;
    this.script = script;
    this.parts = List.copyOf(parts);
    this.split = split;
    this.forms = forms;
    this.sex = split.sex();
    this.nicknamed = !forms.called().names().isEmpty();
    boolean hasLatin = !forms.latin().isEmpty();
    this.latin = forms.latin().toArray(LatinForm[]::new);
    this.outline = hasLatin ? forms.latin().getFirst().letters().outline() : 0;
    this.oneToken = hasLatin && forms.latin().getFirst().letters().tokens() == 1;
    boolean noLetters = hasLatin && forms.latin().getFirst().letters().length() == 0;
    this.silent = script != Script.HAN && forms.lattices().isEmpty() || noLetters;
    this.peakBits = forms.lattices().stream().mapToDouble(Lattice::peakBits).sum();
  }

  /// The name exactly as it was given.
  public String written() {
    return written;
  }

  /// Its parts in the order written, without words that are certainly no part of a name.
  public List<NamePart> parts() {
    return parts;
  }

  /// The honorifics that stood beside it, and what they say of the bearer.
  public List<SplitName.Found> honorifics() {
    return split.found();
  }

  /// The script of the name; a native one where Latin letters stand beside it; [Script#NONE] where
  /// it has no letters.
  public Script script() {
    return script;
  }

  /// Keys for blocking: two names that may be one share a key, nearly always. A key holds at most
  /// 12 consonant symbols of 5 bits, the first one highest; the keys of a native name come from its
  /// likeliest Latin spellings, those of the whole first, then of each part (of a Han name its
  /// given name; of a Latin one each token and each two neighbours).
  public long[] keys() {
    long[] known = keys;
    if (known == null) {
      known = Skeletons.keys(this);
      keys = known;
    }
    return known.clone();
  }

  /// The likeliest key of the whole name, 0 for a name without consonants or vowels.
  public long skeleton() {
    long[] all = keys();
    return all.length == 0 ? 0 : all[0];
  }

  /// What its honorifics say of the bearer's sex.
  Honorific.Sex sex() {
    return sex;
  }

  Called called() {
    return forms.called();
  }

  /// Whether its bearer is called by another name besides.
  boolean nicknamed() {
    return nicknamed;
  }

  List<Lattice> lattices() {
    return forms.lattices();
  }

  List<LatinForm> latin() {
    return forms.latin();
  }

  /// Its form beside one of [Languages]; only for a name in Latin letters.
  LatinForm latin(int language) {
    return latin[language];
  }

  /// Base-2 logarithm of the probability of the likeliest spelling of all parts.
  double peakBits() {
    return peakBits;
  }

  /// Whether it has nothing to compare: no letters at all.
  boolean silent() {
    return silent;
  }

  /// Its Latin letters at a glance; 0 for a name that is not in Latin letters.
  long outline() {
    return outline;
  }

  /// Whether its Latin letters stand in one token.
  boolean oneToken() {
    return oneToken;
  }

  Tongues.Readings readings(Supplier<Tongues.Readings> make) {
    Tongues.Readings known = readings;
    if (known == null) {
      known = make.get();
      readings = known;
    }
    return known;
  }

  List<Probe> probes(Supplier<List<Probe>> make) {
    List<Probe> known = probes;
    if (known == null) {
      known = make.get();
      probes = known;
    }
    return known;
  }

  /// The name itself is personal: it does not print.
  @Override
  public String toString() {
    return "Name[" + script + ", " + parts.size() + " parts]";
  }
}

package org.sampan.names;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Lattice;

/// A name as it was written, read once so that it can be compared with many. Immutable; made by
/// [Names#read].
public final class Name {

  /// How many characters of a written name are read; the rest is kept but not compared.
  public static final int LONGEST = 200;

  private final String written;
  private final List<NamePart> parts;
  private final List<Honorific> honorifics;
  private final Script script;
  private final List<Lattice> lattices;
  private final List<LatinForm> latin;
  private final double peakBits;
  private volatile @Nullable List<Probe> probes;

  private volatile Tongues.@Nullable Readings readings;

  /// A likely Latin spelling of a native name.
  record Probe(List<LatinForm> latin, double spellingBits) {}

  Name(
      String written,
      Script script,
      List<NamePart> parts,
      List<Honorific> honorifics,
      ReadForms forms) {
    this.written = written;
    this.script = script;
    this.parts = List.copyOf(parts);
    this.honorifics = List.copyOf(honorifics);
    this.lattices = forms.lattices();
    this.latin = forms.latin();
    this.peakBits = lattices.stream().mapToDouble(Lattice::peakBits).sum();
  }

  /// What a name is compared by: a lattice a part and, for a name in Latin letters, its form beside
  /// each language, in the order of [Languages].
  record ReadForms(List<Lattice> lattices, List<LatinForm> latin) {
    ReadForms {
      lattices = List.copyOf(lattices);
      latin = List.copyOf(latin);
    }
  }

  /// The name exactly as it was given.
  public String written() {
    return written;
  }

  /// Its parts in the order written, without titles.
  public List<NamePart> parts() {
    return parts;
  }

  /// The titles that stood beside it.
  public List<Honorific> honorifics() {
    return honorifics;
  }

  /// The script that most of its letters belong to; [Script#NONE] for none.
  public Script script() {
    return script;
  }

  List<Lattice> lattices() {
    return lattices;
  }

  /// Base-2 logarithm of the probability of the likeliest spelling of all parts.
  double peakBits() {
    return peakBits;
  }

  List<LatinForm> latin() {
    return latin;
  }

  List<Probe> probes(java.util.function.Supplier<List<Probe>> make) {
    List<Probe> known = probes;
    if (known == null) {
      known = make.get();
      probes = known;
    }
    return known;
  }

  Tongues.Readings readings(java.util.function.Supplier<Tongues.Readings> make) {
    Tongues.Readings known = readings;
    if (known == null) {
      known = make.get();
      readings = known;
    }
    return known;
  }

  /// The name itself is personal: it does not print.
  @Override
  public String toString() {
    return "Name[" + script + ", " + parts.size() + " parts]";
  }
}

package org.sampan.names;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sampan.names.evidence.Evidence;

/// The front door: reads names and says, in bits, how strongly two of them speak for one person.
/// Loaded once, immutable, thread-safe.
public final class Names {

  private static final class Shipped {
    static final Names NAMES = of(Languages::shipped);
  }

  private final NameReader reader;
  private final ThreadLocal<Comparison> comparisons;
  private final Nicknames nicknames;
  private final Tongues tongues = new Tongues();

  private Names(Languages languages) {
    this.reader = new NameReader(languages);
    this.comparisons = ThreadLocal.withInitial(() -> new Comparison(languages));
    this.nicknames = new Nicknames(reader);
  }

  /// The names this build ships with; loading takes part of a second once.
  public static Names shipped() {
    return Shipped.NAMES;
  }

  /// Names from other files of the same kinds, such as a trainer makes.
  ///
  /// @param files the lines of a file by its name; [#shippedFile] gives those that ship
  /// @throws IllegalArgumentException for a line that cannot be read
  public static Names of(Function<String, List<String>> files) {
    return new Names(Languages.of(files));
  }

  /// The lines of a file that ships with this build, such as `thai.spellings.tsv`.
  ///
  /// @throws IllegalStateException when there is no such file
  public static List<String> shippedFile(String name) {
    return Languages.shipped(name);
  }

  /// Reads a name in Unicode; every string is accepted, at most [Name#LONGEST] characters are read.
  public Name read(String written) {
    return reader.read(written, Encoding.UNICODE);
  }

  /// Reads a name from a source whose encoding is known.
  public Name read(String written, Encoding encoding) {
    return reader.read(written, encoding);
  }

  /// The base-2 logarithm of how much likelier the two forms are if they name one person (or place)
  /// than if they do not. Symmetric; the order of parts does not matter; never NaN or infinite; 0
  /// where either has nothing to compare.
  public double bits(Name one, Name other) {
    double bits = comparisons.get().bits(one, other);
    return Nicknames.given(one, other) ? nicknames.bits(one, other, bits, comparisons.get()) : bits;
  }

  /// Lays names out, to compare each of many others with all of them. Costs about as much as a
  /// score or two a name; a list may be used by many threads.
  public NameList list(List<Name> names) {
    return new NameList(names);
  }

  /// The [#bits] of one name and each of others, the same to the last bit. Where `one` stands in a
  /// native script and the others in Latin letters, this is several times faster than pair by pair,
  /// the more of them at once the better. Who asks for many names beside the same others makes a
  /// [#list] of them first.
  ///
  /// @return one number for each of the others
  public double[] bits(Name one, List<Name> others) {
    return bits(one, list(others), IntStream.range(0, others.size()).toArray());
  }

  /// The same for some names of a list.
  ///
  /// @param places 0 to the size of the list less one, none twice; see [#mayMeet(Name, NameList)]
  /// @return one number for each place
  /// @throws IndexOutOfBoundsException for a place where there is no name
  public double[] bits(Name one, NameList list, int[] places) {
    double[] all = new double[places.length];
    boolean spells = Comparison.spells(one) && !one.nicknamed();
    if (spells && list.trees(places)) {
      comparisons.get().bits(one, list, places, all);
      return all;
    }
    int[] together = Arrays.stream(places).filter(p -> spells && list.tree(p) >= 0).toArray();
    double[] bits = new double[together.length];
    comparisons.get().bits(one, list, together, bits);
    int taken = 0;
    for (int i = 0; i < all.length; i++) {
      boolean known = taken < together.length && together[taken] == places[i];
      all[i] = known ? bits[taken++] : bits(one, list.get(places[i]));
    }
    return all;
  }

  /// The places of the names of a list that [#mayMeet(Name, Name)] one, in order.
  public int[] mayMeet(Name one, NameList list) {
    return comparisons.get().mayMeet(one, list);
  }

  /// Whether two names have enough letters in common for [#bits] to look closer: the cheap first
  /// question of whoever has many pairs, some ten million a second. It never turns away a pair that
  /// would get more than the least: where the answer is no, the bits are [#leastBits], exactly.
  public boolean mayMeet(Name one, Name other) {
    return comparisons.get().mayMeet(one, other);
  }

  /// The bits of a pair that cannot meet: what calibration gives a pair that nothing fits, and what
  /// the honorifics say of the sex.
  public double leastBits(Name one, Name other) {
    return comparisons.get().leastBits(one, other);
  }

  /// The same bits as a sum: which segments of one name met which letters of the other, what the
  /// honorifics say, and what calibration adds. The segments add up to the bits.
  public Evidence explain(Name one, Name other) {
    Evidence evidence = new Explaining(comparisons.get()).of(one, other);
    return Nicknames.given(one, other)
        ? Nicknames.explained(evidence, bits(one, other), one, other)
        : evidence;
  }
}

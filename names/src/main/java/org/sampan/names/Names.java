package org.sampan.names;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.han.HanSpelling;

/// The front door: reads names and says, in bits, how strongly two of them speak for one person.
/// Loaded once, immutable, thread-safe.
public final class Names {

  private static final class Shipped {
    static final Names NAMES = of(Languages::shipped);
  }

  private final Languages languages;
  private final NameReader reader;
  private final ThreadLocal<Comparison> comparisons;
  private final Tongues tongues = new Tongues();

  private Names(Languages languages, Honorifics honorifics) {
    this.languages = languages;
    this.reader = new NameReader(languages, honorifics);
    this.comparisons = ThreadLocal.withInitial(() -> new Comparison(languages));
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
    return new Names(Languages.of(files), new Honorifics(files.apply("honorifics.tsv")));
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
  /// than if they do not. Symmetric; order of parts does not matter; never NaN or infinite.
  public double bits(Name one, Name other) {
    Optional<Evidence> told = tongues.evidence(one, other);
    if (told.isPresent()) {
      return told.get().bits();
    }
    double raw = raw(one, other);
    return language(one, other).calibration().bits(raw);
  }

  /// The same bits with what they are made of: characters or syllables and the letters they met
  /// where reading tables tell, else one segment for the whole.
  public Evidence evidence(Name one, Name other) {
    return tongues
        .evidence(one, other)
        .orElseGet(() ->
            Evidence.of(
                List.of(
                    new Segment(one.written(), other.written(), bits(one, other), "spelling"))));
  }

  /// Before calibration; a name in Han characters meets a third script through its spellings.
  private double raw(Name one, Name other) {
    if (one.script() != Script.HAN && other.script() != Script.HAN) {
      return comparisons.get().raw(one, other);
    }
    Name han = one.script() == Script.HAN ? one : other;
    Name beside = han == one ? other : one;
    double sum = 0;
    for (HanSpelling spelling : tongues.spellings(han)) {
      Name latin = reader.read(spelling.latin(), Encoding.UNICODE);
      sum += Math.pow(2, comparisons.get().raw(latin, beside) + spelling.log2Probability());
    }
    return sum > 0 ? Math.log(sum) / Math.log(2) : Double.NEGATIVE_INFINITY;
  }

  private org.sampan.names.lattice.Language language(Name one, Name other) {
    int first = Languages.index(one.script());
    int second = Languages.index(other.script());
    return languages.at(Math.min(first, second));
  }
}

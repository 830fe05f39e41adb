package org.sampan.names;

import java.util.List;
import java.util.Optional;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.han.HanMatcher;
import org.sampan.names.han.HanName;
import org.sampan.names.han.HanSpelling;
import org.sampan.names.han.LatinName;
import org.sampan.names.honorifics.Honorifics;
import org.sampan.names.vietnamese.VietnameseMatcher;
import org.sampan.names.vietnamese.VietnameseName;

/// What reading tables say where a name is in Han characters, or both are Vietnamese: there a table
/// knows more than a spelling model.
final class Tongues {
  private static final int SPELLINGS = 24;
  private static final Tongues SHIPPED = new Tongues();

  /// The tables of this build.
  static Tongues shipped() {
    return SHIPPED;
  }

  private final HanMatcher han = HanMatcher.shipped();
  private final VietnameseMatcher vietnamese = VietnameseMatcher.shipped();
  private final Honorifics honorifics = Honorifics.shipped();

  /// A name as each table reads it, made once a name.
  record Readings(
      HanName han, LatinName latin, VietnameseName vietnamese, boolean mayBeVietnamese) {}

  /// Reads a written name without its titles.
  Readings read(String written) {
    String name = honorifics.split(written).name();
    VietnameseName syllables = vietnamese.read(name);
    return new Readings(
        han.readHan(name), han.readLatin(name), syllables, vietnamese.mayBeVietnamese(syllables));
  }

  /// The evidence for two names; empty where the tables have nothing to say.
  Optional<Evidence> evidence(Name one, Name other) {
    boolean first = one.script() == Script.HAN;
    boolean second = other.script() == Script.HAN;
    boolean latin = one.script() == Script.LATIN && other.script() == Script.LATIN;
    if (!first && !second && !latin) {
      return Optional.empty();
    }
    Readings a = one.readings(() -> read(one.written()));
    Readings b = other.readings(() -> read(other.written()));
    if (first && second) {
      return Optional.of(han.matchHan(a.han(), b.han()));
    }
    if (first && other.script() == Script.LATIN) {
      return Optional.of(han.match(a.han(), b.latin()));
    }
    if (second && one.script() == Script.LATIN) {
      return Optional.of(han.match(b.han(), a.latin()).turned());
    }
    return latin && a.mayBeVietnamese() && b.mayBeVietnamese()
        ? Optional.of(vietnamese.match(a.vietnamese(), b.vietnamese()))
        : Optional.empty();
  }

  /// The likeliest Latin spellings of a name in Han characters, to meet a third script.
  List<HanSpelling> spellings(Name name) {
    return han.spellings(name.readings(() -> read(name.written())).han(), SPELLINGS);
  }
}

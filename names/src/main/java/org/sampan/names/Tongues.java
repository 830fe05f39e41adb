package org.sampan.names;

import java.util.List;
import java.util.Optional;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.han.HanMatcher;
import org.sampan.names.han.HanName;
import org.sampan.names.han.HanSpelling;
import org.sampan.names.han.LatinName;
import org.sampan.names.honorifics.CalledName;
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
    if (one.script() == Script.LATIN && other.script() == Script.LATIN) {
      return vietnamese(readings(one), readings(other));
    }
    if (one.script() == Script.HAN && other.script() == Script.HAN) {
      return Optional.of(han.matchHan(readings(one).han(), readings(other).han()));
    }
    if (one.script() == Script.HAN && other.script() == Script.LATIN) {
      return Optional.of(han.match(readings(one).han(), readings(other).latin()));
    }
    if (one.script() == Script.LATIN && other.script() == Script.HAN) {
      return Optional.of(han.match(readings(other).han(), readings(one).latin()).turned());
    }
    return Optional.empty();
  }

  /// The bits of [#evidence] alone; only where these tables [#tell].
  double bits(Name one, Name other) {
    if (one.script() == Script.LATIN && other.script() == Script.LATIN) {
      return vietnamese.bits(readings(one).vietnamese(), readings(other).vietnamese());
    }
    if (one.script() == Script.HAN && other.script() == Script.HAN) {
      return han.bitsHan(readings(one).han(), readings(other).han());
    }
    return one.script() == Script.HAN
        ? han.bits(readings(one).han(), readings(other).latin())
        : han.bits(readings(other).han(), readings(one).latin());
  }

  /// Whether these tables tell the evidence for two names.
  boolean tell(Name one, Name other) {
    boolean hanOne = one.script() == Script.HAN;
    boolean hanOther = other.script() == Script.HAN;
    boolean latinOne = one.script() == Script.LATIN;
    boolean latinOther = other.script() == Script.LATIN;
    if (latinOne && latinOther) {
      return readings(one).mayBeVietnamese() && readings(other).mayBeVietnamese();
    }
    return (hanOne || latinOne) && (hanOther || latinOther);
  }

  private Optional<Evidence> vietnamese(Readings one, Readings other) {
    return one.mayBeVietnamese() && other.mayBeVietnamese()
        ? Optional.of(vietnamese.match(one.vietnamese(), other.vietnamese()))
        : Optional.empty();
  }

  private Readings readings(Name name) {
    return name.readings(() -> read(withoutNicknames(name.written())));
  }

  private static String withoutNicknames(String written) {
    CalledName named = CalledName.of(written);
    boolean only = named.name().isBlank() && !named.nicknames().isEmpty();
    return only ? named.nicknames().getFirst() : named.name();
  }

  /// The likeliest Latin spellings of a name in Han characters, to meet a third script.
  List<HanSpelling> spellings(Name name) {
    return han.spellings(readings(name).han(), SPELLINGS);
  }
}

package org.sampan.names.han;

import java.util.List;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.tables.Table;

/// Compares names in Han characters with Latin ones and with each other. Deterministic, safe for
/// many threads; any string is accepted and only its first characters are looked at when it is
/// longer than a name can be (16 Han characters, 64 letters).
public final class HanMatcher {
  /// How likely a Han name of Chinese shape is a transcription after all, and one of another shape
  /// a Chinese name, base-2 logarithms.
  private static final double UNLIKELY = -4;

  private static final double RARE_SURNAME = 0.001;

  /// What the bits of a transcription are worth: its sounds depend on each other, and the model
  /// does not know it. Read off the odds of true pairs among all pairs of the public list (CC0).
  private static final double HEARD = 0.55;

  /// One in about thirty.
  private static final double OTHER_NAME = -5;

  /// From here on a Chinese reading is not doubted.
  private static final double CERTAIN = 12;

  private final HanReadings readings;
  private final ChineseNames chinese;
  private final Transcriptions transcriptions;
  private final HanPairs pairs;
  private final HanSpellings spellings;

  private HanMatcher() {
    readings = HanReadings.shipped();
    var commonness =
        new Commonness(readings, Table.beside(HanMatcher.class, "names-of-others.csv"));
    chinese = new ChineseNames(readings, commonness);
    var sounds =
        new TranscriptionSounds(readings, Table.beside(HanMatcher.class, "transcription.csv"));
    transcriptions = new Transcriptions(sounds, commonness);
    pairs = new HanPairs(readings);
    spellings = new HanSpellings(readings);
  }

  private static final class Shipped {
    private static final HanMatcher MATCHER = new HanMatcher();
  }

  /// The matcher on the tables that this module carries, made once.
  public static HanMatcher shipped() {
    return Shipped.MATCHER;
  }

  /// A name in Han characters against one in Latin letters.
  ///
  /// @param han any string; what is not Han is ignored
  /// @param latin any string; what is not Latin is ignored
  /// @return bits and their parts; 0 bits when either has nothing to compare
  public Evidence match(String han, String latin) {
    return match(readHan(han), readLatin(latin));
  }

  /// Reads a name in Han characters once, to compare it often.
  public HanName readHan(String written) {
    return HanName.of(written, readings);
  }

  /// Reads a name in Latin letters once, to compare it often.
  public LatinName readLatin(String written) {
    return LatinName.of(written);
  }

  /// The same for names that were read before.
  public Evidence match(HanName name, LatinName letters) {
    if (name.isEmpty() || letters.length() == 0) {
      return Evidence.NONE;
    }
    if (name.parts().size() > 4 || name.parts().size() < 2) {
      return soft(transcriptions.match(name, letters).times(HEARD));
    }
    Evidence read = chinese.match(name, letters);
    double asRead = read.bits() + (name.chinese() ? 0 : UNLIKELY);
    if (name.chinese() && (asRead >= CERTAIN || !transcriptions.begins(name, letters))) {
      return soft(read);
    }
    Evidence heard = transcriptions.match(name, letters).times(HEARD);
    double asHeard = heard.bits() + (name.chinese() ? unlikely(name) : 0);
    return soft(asRead >= asHeard ? moved(read, asRead) : moved(heard, asHeard));
  }

  /// The bits of [#match] without what they are made of, which takes most of its time.
  public double bits(HanName name, LatinName letters) {
    if (name.isEmpty() || letters.length() == 0) {
      return 0;
    }
    if (name.parts().size() > 4 || name.parts().size() < 2) {
      return soft(transcriptions.bits(name, letters) * HEARD);
    }
    double read = chinese.bits(name, letters);
    double asRead = read + (name.chinese() ? 0 : UNLIKELY);
    if (name.chinese() && (asRead >= CERTAIN || !transcriptions.begins(name, letters))) {
      return soft(read);
    }
    double heard = transcriptions.bits(name, letters) * HEARD;
    double asHeard = heard + (name.chinese() ? unlikely(name) : 0);
    return soft(asRead >= asHeard ? read + (asRead - read) : heard + (asHeard - heard));
  }

  private static double soft(double bits) {
    double more = ChineseNames.plus(bits, OTHER_NAME) - bits;
    return more < 1e-3 ? bits : bits + more;
  }

  /// The more common the surname, the less a name that begins with it is a transcription.
  private double unlikely(HanName name) {
    double share = readings.surnames().shares().getOrDefault(name.parts().getFirst(), 0.0);
    return UNLIKELY - Commonness.log2(1 + share / RARE_SURNAME);
  }

  /// Some bear a Latin name that has nothing to do with their Han one: no pair speaks stronger
  /// against than that.
  private static Evidence soft(Evidence evidence) {
    double bits = ChineseNames.plus(evidence.bits(), OTHER_NAME);
    double more = bits - evidence.bits();
    return more < 1e-3
        ? evidence
        : evidence.and(new Segment("", "", more, "perhaps another name altogether"));
  }

  private static Evidence moved(Evidence match, double bits) {
    double more = bits - match.bits();
    return more == 0 ? match : match.and(new Segment("", "", more, "an unusual shape"));
  }

  /// The likeliest Latin spellings of a Han name, for blocking keys and for meeting names in a
  /// third script.
  ///
  /// @param most how many at most, 1 or more
  /// @return likeliest first; none when no character of the name is known
  public List<HanSpelling> spellings(HanName name, int most) {
    return spellings.best(name, most);
  }

  /// Two names in Han characters; variants of a character are equal. Symmetric.
  public Evidence matchHan(String one, String other) {
    return matchHan(readHan(one), readHan(other));
  }

  /// The same for names that were read before.
  public Evidence matchHan(HanName one, HanName other) {
    return pairs.match(one, other);
  }

  /// The bits of [#matchHan] alone.
  public double bitsHan(HanName one, HanName other) {
    return pairs.bits(one, other);
  }
}

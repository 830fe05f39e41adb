package org.sampan.linkage.value;

import java.util.Arrays;
import org.sampan.names.Name;
import org.sampan.names.Names;
import org.sampan.names.Script;

/// Compares names that stand in two scripts, by the module `names`; names in one script never come
/// here.
public final class NameHearing {

  private static final double HEARD = 10;
  private static final double ALIKE = 5;

  private NameHearing() {}

  /// How two names in two scripts stand to each other.
  public enum Likeness {
    /// At least 10 bits.
    HEARD,
    /// At least 5 bits.
    ALIKE,
    /// No bits against.
    FAINT,
    /// Bits against.
    APART
  }

  /// The number of the script that a name's first letter belongs to; 0 for Latin and for none.
  public static int script(String text) {
    for (int k = 0; k < text.length(); k++) {
      char letter = text.charAt(k);
      if (letter >= 0x250 && Character.isLetter(letter)) {
        Script script = Script.of(text.codePointAt(k));
        return script == Script.LATIN || script == Script.NONE ? 0 : 1 + script.ordinal();
      }
      if (letter < 0x250 && Character.isLetter(letter)) {
        return 0;
      }
    }
    return 0;
  }

  /// Reads a name once, to compare it often.
  public static Name read(String written) {
    return Names.shipped().read(written);
  }

  /// The keys of a name's sound, the likeliest first, each once and none 0.
  public static int[] keys(String written) {
    return keys(read(written));
  }

  /// The same of a name that was read.
  static int[] keys(Name name) {
    return Arrays.stream(name.keys())
        .mapToInt(key -> Long.hashCode(key * 0x9E3779B97F4A7C15L))
        .filter(key -> key != 0)
        .distinct()
        .toArray();
  }

  /// The bits that speak for one bearer of two names.
  public static double bits(Name one, Name other) {
    return Names.shipped().bits(one, other);
  }

  /// Compares two names.
  public static Likeness compare(Name one, Name other) {
    double bits = bits(one, other);
    return bits >= HEARD
        ? Likeness.HEARD
        : bits >= ALIKE ? Likeness.ALIKE : bits >= 0 ? Likeness.FAINT : Likeness.APART;
  }
}

package org.sampan.names.han;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.sampan.names.evidence.Slips;

/// What one part of a Han name (a surname or a character) writes in Latin letters: the base-2
/// logarithm of each spelling's probability when the rest of the name follows one system.
final class Emission {
  private static final ReadingSystem[] SYSTEMS = ReadingSystem.values();

  /// How often a part follows the system of the whole; else any other.
  private static final double SAME = 0.72;

  /// How many spans that no reading has are remembered, those met last; some 8 kB a part at most.
  private static final int REMEMBERED = 128;

  /// What most spans say that no reading has.
  private static final double[] NOTHING = nothing();

  private static final double TYPING = 0.02;

  /// A typing error hits one of about so many neighbours.
  private static final double NEIGHBOURS = 60;

  /// How a part of a name is misread.
  ///
  /// @param unknown how often a part without a reading in the system has one that no table holds
  /// @param mismatch what a syllable costs that is no reading of the part, in bits
  private record Misreading(double unknown, double mismatch) {}

  /// Surnames are inherited and well known; the tables hold nearly all of their spellings.
  private static final Misreading SURNAME = new Misreading(0.03, -10);

  private static final Misreading GIVEN = new Misreading(0.35, -7);

  private final Map<String, double[]> spellings = new HashMap<>();
  private final SpanTable table;
  private final AtomicReferenceArray<@Nullable Slip> slips = new AtomicReferenceArray<>(REMEMBERED);
  private final double[] initials = new double[26];
  private final Commonness commonness;
  private final Misreading misreading;
  private final boolean[] known = new boolean[SYSTEMS.length + 1];

  static Emission surname(Map<ReadingSystem, Distribution> readings, Commonness commonness) {
    return new Emission(readings, commonness, SURNAME);
  }

  static Emission given(Map<ReadingSystem, Distribution> readings, Commonness commonness) {
    return new Emission(readings, commonness, GIVEN);
  }

  private Emission(
      Map<ReadingSystem, Distribution> readings, Commonness commonness, Misreading misreading) {
    this.misreading = misreading;
    this.commonness = commonness;
    readings.keySet().forEach(system -> known[system.ordinal()] = true);
    known[SYSTEMS.length] = !readings.isEmpty();
    double shares = readings.keySet().stream().mapToDouble(ReadingSystem::share).sum();
    var any = new HashMap<String, Double>();
    readings.forEach((system, spelled) ->
        spelled
            .probabilities()
            .forEach((latin, p) -> any.merge(latin, p * system.share() / shares, Double::sum)));
    any.forEach((latin, p) -> {
      int first = latin.charAt(0) - 'a';
      if (first >= 0 && first < initials.length) {
        initials[first] += p;
      }
      double[] logs = new double[SYSTEMS.length + 1];
      for (ReadingSystem system : SYSTEMS) {
        Distribution own = readings.getOrDefault(system, Distribution.NONE);
        double share =
            own.isEmpty()
                ? (1 - misreading.unknown) * p + misreading.unknown * commonness.syllable(latin)
                : SAME * own.probabilities().getOrDefault(latin, 0.0) + (1 - SAME) * p;
        logs[system.ordinal()] = Commonness.log2((1 - TYPING) * share);
      }
      logs[SYSTEMS.length] = Commonness.log2((1 - TYPING) * p);
      spellings.put(latin, logs);
    });
    table = new SpanTable(spellings);
    for (int letter = 0; letter < initials.length; letter++) {
      initials[letter] = initials[letter] > 0 ? Commonness.log2(initials[letter]) : NEVER;
    }
  }

  /// A span that no reading has, and what it says. Threads may forget each other's; what they find
  /// is the same.
  private record Slip(long key, double[] logs) {}

  private static double[] nothing() {
    double[] logs = new double[SYSTEMS.length + 1];
    java.util.Arrays.fill(logs, NEVER);
    return logs;
  }

  /// The known spellings.
  SpanTable table() {
    return table;
  }

  /// The logarithms for each system, by its ordinal, and last for a name in any; negative infinity
  /// where the part cannot be written so.
  ///
  /// @param key of the letters from `begin` to `end`, see [SpanTable]
  double[] of(long key, String letters, int begin, int end) {
    if (end - begin > SpanTable.LONGEST) {
      String span = letters.substring(begin, end);
      double[] known = spellings.get(span);
      return known == null ? mistyped(span) : known;
    }
    double[] logs = table.of(key);
    if (logs != null) {
      return logs;
    }
    int place = (int) (key * 0x9E3779B97F4A7C15L >>> 57);
    Slip slip = slips.get(place);
    if (slip == null || slip.key() != key) {
      slip = new Slip(key, mistyped(letters.substring(begin, end)));
      slips.set(place, slip);
    }
    return slip.logs();
  }

  /// @param span letters that are no known spelling
  private double[] mistyped(String span) {
    double common = commonness.syllable(span);
    double[] logs = new double[SYSTEMS.length + 1];
    for (int i = 0; i < logs.length; i++) {
      double other = known[i] ? misreading.mismatch : Commonness.log2(misreading.unknown);
      logs[i] = common > 0 ? Commonness.log2(common) + other : NEVER;
    }
    if (span.length() >= 3) {
      spellings.forEach((latin, exact) -> {
        if (Slips.one(latin, span)) {
          for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.max(logs[i], exact[i] + Commonness.log2(TYPING / NEIGHBOURS));
          }
        }
      });
    }
    return java.util.Arrays.equals(logs, NOTHING) ? NOTHING : logs;
  }

  /// The logarithm of the probability of a first letter that stands for the whole.
  double initial(char letter) {
    return initials[letter - 'a'];
  }

  static final double NEVER = Double.NEGATIVE_INFINITY;
}

package org.sampan.names.han;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.names.reading.Reading;
import org.sampan.names.tables.Table;

/// How Han characters are read in the tongues of China and its diaspora and spelled in Latin
/// letters. Immutable to its users, safe for many threads.
public final class HanReadings {
  /// How far the listed spellings of a surname are trusted beside those the rules make.
  private static final double LISTED = 0.9;

  private static final double NEGLIGIBLE = 1e-6;

  private final HanVariants variants;
  private final CharacterTable characters;
  private final SurnameTable surnames;
  private final SoundSpellings spellings;
  private final Map<Integer, Map<ReadingSystem, Distribution>> given = new ConcurrentHashMap<>();
  private final Map<String, Map<ReadingSystem, Distribution>> family = new ConcurrentHashMap<>();

  private HanReadings() {
    variants = new HanVariants(List.of(table("variants.csv"), table("variants-by-hand.csv")));
    characters = new CharacterTable(variants, table("readings.csv"), table("characters.csv"));
    surnames = new SurnameTable(variants, table("surnames.csv"));
    spellings = new SoundSpellings(table("spellings.csv"));
  }

  private static Table table(String file) {
    return Table.beside(HanReadings.class, file);
  }

  private static final class Shipped {
    private static final HanReadings READINGS = new HanReadings();
  }

  /// The readings that this module carries, loaded once.
  public static HanReadings shipped() {
    return Shipped.READINGS;
  }

  /// The Latin spellings of one character, likeliest first, those of its variants included; their
  /// probabilities over all systems add up to 1. Empty when the character is unknown.
  ///
  /// @param codePoint any code point
  /// @param surname whether it stands as a surname: 曾 is then Zeng, not Ceng
  public List<Reading> of(int codePoint, boolean surname) {
    int folded = variants.fold(codePoint);
    Map<ReadingSystem, Distribution> all =
        surname ? surname(Character.toString(folded)) : given(folded);
    double shares = all.keySet().stream().mapToDouble(ReadingSystem::share).sum();
    var readings = new ArrayList<Reading>();
    all.forEach((system, spelled) ->
        spelled
            .probabilities()
            .forEach((latin, p) -> {
              double share = p * system.share() / shares;
              if (share > NEGLIGIBLE) {
                readings.add(new Reading(latin, log2(share), system.title()));
              }
            }));
    readings.sort((a, b) -> Double.compare(b.log2Weight(), a.log2Weight()));
    return List.copyOf(readings);
  }

  HanVariants variants() {
    return variants;
  }

  CharacterTable characters() {
    return characters;
  }

  SurnameTable surnames() {
    return surnames;
  }

  /// The spellings of a folded character in a given name, by system; a system that does not know it
  /// is absent.
  Map<ReadingSystem, Distribution> given(int folded) {
    return given.computeIfAbsent(
        folded,
        character -> {
          var all = new EnumMap<ReadingSystem, Distribution>(ReadingSystem.class);
          for (ReadingSystem system : ReadingSystem.values()) {
            keep(all, system, ruled(character, system));
          }
          return all;
        });
  }

  /// The spellings of a folded surname; as in a given name when it is in no table.
  Map<ReadingSystem, Distribution> surname(String folded) {
    return family.computeIfAbsent(folded, this::familySpellings);
  }

  private Map<ReadingSystem, Distribution> familySpellings(String folded) {
    var all = new EnumMap<ReadingSystem, Distribution>(ReadingSystem.class);
    for (ReadingSystem system : ReadingSystem.values()) {
      Distribution ruled = Distribution.NONE;
      if (folded.codePointCount(0, folded.length()) == 1) {
        ruled = ruled(folded.codePointAt(0), system);
      }
      keep(all, system, surnames.spelled(folded, system).mixed(LISTED, ruled));
    }
    return all;
  }

  private Distribution ruled(int folded, ReadingSystem system) {
    var weights = new java.util.LinkedHashMap<String, Double>();
    characters
        .sounds(folded, system)
        .probabilities()
        .forEach((sound, share) ->
            spellings
                .of(system, sound)
                .probabilities()
                .forEach((latin, p) -> weights.merge(latin, share * p, Double::sum)));
    return Distribution.of(weights);
  }

  private static void keep(
      Map<ReadingSystem, Distribution> all, ReadingSystem system, Distribution spelled) {
    if (!spelled.isEmpty()) {
      all.put(system, spelled);
    }
  }

  private static double log2(double p) {
    return Math.min(0, Math.log(p) / Math.log(2));
  }
}

package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The likeliest Latin spellings of a Han name, one reading system through each: for blocking keys
/// and for meeting names in a third script.
final class HanSpellings {
  private static final int PER_PART = 3;
  private static final int PARTS = 6;

  private final HanReadings readings;

  HanSpellings(HanReadings readings) {
    this.readings = readings;
  }

  /// At most `most` spellings, likeliest first; none for an empty name or unknown characters.
  List<HanSpelling> best(HanName name, int most) {
    var all = new HashMap<String, Double>();
    for (ReadingSystem system : ReadingSystem.values()) {
      for (HanSpelling spelling : inSystem(name, system)) {
        all.merge(spelling.latin(), Math.pow(2, spelling.log2Probability()), Double::sum);
      }
    }
    return all.entrySet().stream()
        .map(entry ->
            new HanSpelling(entry.getKey(), Math.min(0, Commonness.log2(entry.getValue()))))
        .sorted(
            Comparator.comparingDouble(HanSpelling::log2Probability)
                .reversed()
                .thenComparing(HanSpelling::latin))
        .limit(most)
        .toList();
  }

  private List<HanSpelling> inSystem(HanName name, ReadingSystem system) {
    List<HanSpelling> spellings = List.of(new HanSpelling("", Commonness.log2(system.share())));
    List<String> parts = name.parts().subList(0, Math.min(PARTS, name.parts().size()));
    for (int i = 0; i < parts.size() && !spellings.isEmpty(); i++) {
      spellings = longer(spellings, spelled(parts.get(i), i == 0 && name.chinese(), system));
    }
    return parts.isEmpty() ? List.of() : spellings;
  }

  private Distribution spelled(String part, boolean surname, ReadingSystem system) {
    Map<ReadingSystem, Distribution> all =
        surname ? readings.surname(part) : readings.given(part.codePointAt(0));
    return all.getOrDefault(system, Distribution.NONE);
  }

  private static List<HanSpelling> longer(List<HanSpelling> before, Distribution next) {
    var longer = new ArrayList<HanSpelling>();
    for (HanSpelling start : before) {
      next.ranked().stream()
          .limit(PER_PART)
          .forEach(latin -> {
            double log = Commonness.log2(next.probabilities().getOrDefault(latin, 0.0));
            String written = start.latin().isEmpty() ? latin : start.latin() + " " + latin;
            longer.add(new HanSpelling(written, start.log2Probability() + log));
          });
    }
    return longer;
  }
}

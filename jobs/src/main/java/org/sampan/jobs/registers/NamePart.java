package org.sampan.jobs.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A part that names of one country are made of.
///
/// @param own in the country's own script
/// @param latin the usual spelling first, then others that people use
/// @param thai as a clerk in Thailand writes it; empty where he would write it in Latin
record NamePart(String own, List<String> latin, String thai) {

  private static final Map<String, List<NamePart>> PARTS = read();

  /// The parts of a country for one place in a name, the commonest first.
  static List<NamePart> of(Country country, String place) {
    return PARTS.getOrDefault(country + " " + place, List.of());
  }

  private static Map<String, List<NamePart>> read() {
    Map<String, List<NamePart>> parts = new HashMap<>();
    for (List<String> cells : Lines.of("name-parts.csv")) {
      parts
          .computeIfAbsent(cells.get(0) + " " + cells.get(1), key -> new ArrayList<>())
          .add(new NamePart(cells.get(2), List.of(cells.get(3).split("\\|")), cells.get(4)));
    }
    return parts;
  }
}

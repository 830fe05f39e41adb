package org.sampan.jobs.registers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A first-level unit of a country, from the application's gazetteer.
///
/// @param own its name in the country's script
/// @param latin the official spelling first
record Province(String own, List<String> latin) {

  private static final Map<Country, List<Province>> ALL = read();

  static List<Province> of(Country country) {
    return ALL.getOrDefault(country, List.of());
  }

  private static Map<Country, List<Province>> read() {
    Map<Country, List<Province>> all = new EnumMap<>(Country.class);
    for (List<String> cells : Lines.of("/org/sampan/places/provinces.csv")) {
      if (cells.size() < 5 || cells.get(0).equals("id")) {
        continue;
      }
      List<String> latin = new ArrayList<>(List.of(cells.get(3)));
      if (!cells.get(4).isEmpty()) {
        latin.addAll(List.of(cells.get(4).split("\\|")));
      }
      all.computeIfAbsent(Country.valueOf(cells.get(1)), key -> new ArrayList<>())
          .add(new Province(cells.get(2).split("\\|")[0], List.copyOf(latin)));
    }
    return all;
  }
}

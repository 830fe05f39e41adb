package org.sampan.disclosure.domain;

import java.util.HashMap;
import java.util.Map;

/// Finds the index of a category for what stands in a file: its code, or a number in a band.
final class Coding {

  private static final int LONGEST_NUMBER = 9;

  private final Variable variable;
  private final Map<String, Short> known = new HashMap<>();

  Coding(Variable variable) {
    this.variable = variable;
    for (int index = 0; index < variable.size(); index++) {
      known.put(variable.categories().get(index).code(), (short) index);
    }
  }

  /// The index, or -1 where the value is outside the list.
  short index(String value) {
    Short index = known.get(value);
    if (index != null) {
      return index;
    }
    String trimmed = value.strip();
    Short found = known.get(trimmed);
    return found != null ? found : banded(trimmed);
  }

  private short banded(String value) {
    if (variable.bands().isEmpty() || !isWhole(value)) {
      return -1;
    }
    int number = Integer.parseInt(value);
    for (Band band : variable.bands()) {
      if (band.holds(number)) {
        short index = (short) variable.index(band.code());
        known.put(value, index);
        return index;
      }
    }
    return -1;
  }

  private static boolean isWhole(String value) {
    if (value.isEmpty() || value.length() > LONGEST_NUMBER) {
      return false;
    }
    return value.chars().allMatch(each -> each >= '0' && each <= '9');
  }
}

package org.sampan.disclosure.domain;

import java.util.List;
import java.util.Map;

/// How the categories of one variable are made coarser, by a published grouping.
///
/// @param levels from fine to coarse; each maps every code of the variable to the name of its group
public record Hierarchy(String variable, String source, List<Map<String, String>> levels) {

  public Hierarchy {
    levels = levels.stream().map(Map::copyOf).toList();
    if (source.isBlank()) {
      throw new IllegalArgumentException("A hierarchy names its source: " + variable);
    }
  }
}

package org.sampan.disclosure.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One column: its name in the file, its label, its categories in published order, its bands.
///
/// @param categories at least one, at most 32,767; the position of a category is its index
/// @param bands numbers that stand for a category; empty where the file has the codes themselves
public record Variable(String name, Label named, List<Category> categories, List<Band> bands) {

  public Variable {
    categories = List.copyOf(categories);
    bands = List.copyOf(bands);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A variable needs a name");
    }
    if (categories.isEmpty() || categories.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException(name + " needs between 1 and 32,767 categories");
    }
    Set<String> codes = new HashSet<>();
    for (Category category : categories) {
      if (!codes.add(category.code())) {
        throw new IllegalArgumentException(name + " names a code twice: " + category.code());
      }
    }
    for (Band band : bands) {
      if (!codes.contains(band.code())) {
        throw new IllegalArgumentException(name + " has a band without category: " + band.code());
      }
    }
  }

  /// With a label in one language only.
  public Variable(String name, String label, List<Category> categories, List<Band> bands) {
    this(name, Label.of(label), categories, bands);
  }

  /// The label in the language of the list.
  public String label() {
    return named.text();
  }

  /// How many categories there are.
  public int size() {
    return categories.size();
  }

  /// The index of a category by its code, or -1.
  public int index(String code) {
    for (int index = 0; index < categories.size(); index++) {
      if (categories.get(index).code().equals(code)) {
        return index;
      }
    }
    return -1;
  }
}

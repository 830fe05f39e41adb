package org.sampan.linkage.model;

import java.util.List;

/// A set of keys that two records must all share to be compared. A pair is compared by the first
/// pass that finds it.
///
/// @param keys 1 to 4 keys
public record Pass(List<Key> keys) {

  /// One key of a pass.
  ///
  /// @param field a field of the model
  /// @param cut what part of its value
  public record Key(String field, Cut cut) {}

  public Pass {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > 4) {
      throw new IllegalArgumentException("a pass has 1 to 4 keys");
    }
  }

  /// Whether names meet in it by sound, by any of several keys.
  public boolean heard() {
    return keys.stream().anyMatch(key -> key.cut() == Cut.HEARD);
  }

  /// A pass of keys written `field:cut`.
  static Pass of(String... keys) {
    return new Pass(
        java.util.Arrays.stream(keys)
            .map(key -> key.split(":", 2))
            .map(key -> new Key(key[0], Cut.valueOf(key[1].toUpperCase(java.util.Locale.ROOT))))
            .toList());
  }
}

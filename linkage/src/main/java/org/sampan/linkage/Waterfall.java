package org.sampan.linkage;

import java.util.List;

/// A score as a sum of bits.
///
/// @param prior the odds before anything is compared, in bits
/// @param steps what each field adds, in the model's order
/// @param bits the sum
public record Waterfall(double prior, List<Step> steps, double bits) {

  /// What one field adds.
  ///
  /// @param field the field's name in the model
  /// @param left what the first record holds
  /// @param right what the second record holds
  /// @param level the level of agreement, or "missing"
  /// @param bits log2(m/u) of the level
  /// @param frequency what the rarity of the shared value adds to it
  public record Step(
      String field, String left, String right, String level, double bits, double frequency) {}

  public Waterfall {
    steps = List.copyOf(steps);
  }
}

package org.sampan.names.han;

import java.util.List;

/// The answer for a pair of names, of which at least one is in Han characters.
///
/// @param bits how much likelier the pair is of one person than of two, base-2 logarithm
/// @param segments what the bits are made of; they add up to them
public record HanMatch(double bits, List<Segment> segments) {
  public HanMatch {
    segments = List.copyOf(segments);
  }

  /// No evidence either way, as for empty strings.
  static final HanMatch NOTHING = new HanMatch(0, List.of());
}

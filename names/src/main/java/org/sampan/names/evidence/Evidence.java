package org.sampan.names.evidence;

import java.util.ArrayList;
import java.util.List;

/// The answer for a pair of names.
///
/// @param bits how much likelier the pair is of one person than of two, base-2 logarithm
/// @param segments what the bits are made of; they add up to them
public record Evidence(double bits, List<Segment> segments) {
  /// No evidence either way, as for empty strings.
  public static final Evidence NONE = new Evidence(0, List.of());

  public Evidence {
    segments = List.copyOf(segments);
  }

  /// The sum of segments.
  public static Evidence of(List<Segment> segments) {
    return new Evidence(segments.stream().mapToDouble(Segment::bits).sum(), segments);
  }

  /// This with one segment more.
  public Evidence and(Segment segment) {
    var more = new ArrayList<>(segments);
    more.add(segment);
    return new Evidence(bits + segment.bits(), more);
  }

  /// Every segment weighed by a share.
  public Evidence times(double share) {
    return new Evidence(
        bits * share,
        segments.stream()
            .map(s -> new Segment(s.one(), s.other(), s.bits() * share, s.why()))
            .toList());
  }

  /// The same answer told from the other name's side.
  public Evidence turned() {
    return new Evidence(
        bits,
        segments.stream().map(s -> new Segment(s.other(), s.one(), s.bits(), s.why())).toList());
  }
}

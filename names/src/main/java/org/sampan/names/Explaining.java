package org.sampan.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.lattice.LatinForm;
import org.sampan.names.lattice.Meeting;
import org.sampan.names.lattice.MeetingSearch;

/// Tells what the bits of a pair are made of; the segments always add up to the bits.
final class Explaining {

  private static final double SHOWN = 0.005;

  private final Comparison comparison;

  Explaining(Comparison comparison) {
    this.comparison = comparison;
  }

  Evidence of(Name one, Name other) {
    double bits = comparison.bits(one, other);
    List<Segment> segments = new ArrayList<>();
    Optional<Evidence> told = Tongues.shipped().evidence(one, other);
    if (told.isPresent()) {
      segments.addAll(told.get().segments());
    } else if (!one.latin().isEmpty() == other.latin().isEmpty()) {
      boolean turned = other.latin().isEmpty();
      Name bearer = turned ? other : one;
      LatinForm latin = Comparison.form(turned ? one : other, bearer);
      for (Meeting met : met(bearer, latin)) {
        segments.add(segment(met, turned));
      }
    }
    double sex = Comparison.sexBits(one, other);
    if (sex != 0) {
      segments.add(new Segment(titles(one), titles(other), sex, "what the titles say of the sex"));
    }
    double rest = bits - segments.stream().mapToDouble(Segment::bits).sum();
    if (Math.abs(rest) > SHOWN) {
      boolean whole = segments.isEmpty();
      segments.add(new Segment("", "", rest, whole ? "the sound of the whole" : "calibration"));
    }
    return new Evidence(bits, segments);
  }

  private static Segment segment(Meeting met, boolean turned) {
    String one = turned ? met.latin() : met.written();
    String other = turned ? met.written() : met.latin();
    return new Segment(one, other, met.bits(), met.slip() ? "a slip" : "a usual spelling");
  }

  private static String titles(Name name) {
    StringBuilder titles = new StringBuilder();
    name.honorifics().forEach(found -> titles.append(found.written()).append(' '));
    return titles.toString().strip();
  }

  /// The meetings in the order of parts that fits best.
  private static List<Meeting> met(Name bearer, LatinForm latin) {
    return SpellingScore.orders(bearer.lattices()).stream()
        .map(order -> MeetingSearch.of(order, latin))
        .max(Comparator.comparingDouble(MeetingSearch.Found::log2Probability))
        .map(MeetingSearch.Found::meetings)
        .orElse(List.of());
  }
}

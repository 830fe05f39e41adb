package org.sampan.names;

import java.util.ArrayList;
import java.util.List;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.script.CallSyllables;

/// What nicknames add to the bits of two names.
///
/// A nickname missing on one side says nothing. Two that are given speak for or, weakly, against:
/// one person has several. A record that holds nothing but a nickname may show any of the other's
/// nicknames, or one made from the name by the language's usual rule: a syllable in Thai, Lao and
/// Khmer, the given name or a character of it in Vietnamese and Chinese. The shares are judged, no
/// list of nicknames was at hand; a share below one is what keeps the bits honest.
final class Nicknames {

  /// Two nicknames written for one person are the same one so often.
  private static final double SAME = 0.7;

  /// A lone word beside a name with a nickname is that nickname so often.
  private static final double LONE = 0.05;

  private static final double EITHER = 0.5;
  private static final int MOST_MADE = 8;

  private final NameReader reader;

  Nicknames(NameReader reader) {
    this.reader = reader;
  }

  static boolean given(Name one, Name other) {
    return one.nicknamed() || other.nicknamed();
  }

  double bits(Name one, Name other, double whole, Comparison comparison) {
    List<Name> first = one.called().names();
    List<Name> second = other.called().names();
    boolean firstOnly = one.called().only();
    boolean secondOnly = other.called().only();
    if (firstOnly && secondOnly) {
      return either(whole, best(first, second, comparison), EITHER);
    }
    if (firstOnly) {
      return beside(other, first, whole, comparison);
    }
    if (secondOnly) {
      return beside(one, second, whole, comparison);
    }
    if (!first.isEmpty() && !second.isEmpty()) {
      return whole + either(0, best(first, second, comparison), SAME);
    }
    List<Name> nicknames = first.isEmpty() ? second : first;
    Name lone = first.isEmpty() ? one : other;
    return lone.parts().size() == 1
        ? Math.max(whole, either(whole, best(nicknames, List.of(lone), comparison), LONE))
        : whole;
  }

  /// A full name beside a record that holds only a nickname.
  private double beside(Name full, List<Name> only, double whole, Comparison comparison) {
    if (!full.called().names().isEmpty()) {
      return either(whole, best(full.called().names(), only, comparison), EITHER);
    }
    double made = 0;
    List<Name> all = made(full);
    for (Name each : all) {
      made += Math.pow(2, best(List.of(each), only, comparison)) / all.size();
    }
    return all.isEmpty() ? whole : either(whole, Math.log(made) / Math.log(2), share(full));
  }

  /// How often a nickname is made from the name.
  private static double share(Name full) {
    return switch (full.script()) {
      case HAN -> 0.9;
      case KHMER, BURMESE, LATIN, LAO -> 0.5;
      case THAI, OTHER, NONE -> 0.25;
    };
  }

  private List<Name> made(Name full) {
    List<Name> made = new ArrayList<>();
    for (NamePart part : full.parts()) {
      String bare = part.written().substring(part.titleLength());
      for (String syllable : CallSyllables.of(bare, full.parts().size() > 1)) {
        if (made.size() < MOST_MADE) {
          made.add(reader.plain(syllable));
        }
      }
    }
    return made;
  }

  private static double best(List<Name> some, List<Name> others, Comparison comparison) {
    double best = Double.NEGATIVE_INFINITY;
    for (Name one : some) {
      for (Name other : others) {
        best = Math.max(best, comparison.bits(one, other));
      }
    }
    return best;
  }

  /// log2((1 - share) 2^one + share 2^other), without overflow.
  private static double either(double one, double other, double share) {
    double most = Math.max(one, other);
    double sum = (1 - share) * Math.pow(2, one - most) + share * Math.pow(2, other - most);
    return most + Math.log(sum) / Math.log(2);
  }

  /// The explanation with what the nicknames add.
  static Evidence explained(Evidence evidence, double bits, Name one, Name other) {
    List<Segment> segments = new ArrayList<>(evidence.segments());
    segments.add(
        new Segment(text(one), text(other), bits - evidence.bits(), "what their nicknames say"));
    return new Evidence(bits, segments);
  }

  private static String text(Name name) {
    return String.join(", ", name.called().names().stream().map(Name::written).toList());
  }
}

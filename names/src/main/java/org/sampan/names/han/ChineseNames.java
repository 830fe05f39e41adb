package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;

/// Finds a Chinese name, surname and given name, in a Latin one: in any reading system, surname
/// first or last, syllables apart, hyphenated or joined, with words of other tongues beside it.
final class ChineseNames {
  private static final ReadingSystem[] SYSTEMS = ReadingSystem.values();

  /// How often the surname stands last in Latin letters.
  private static final double SURNAME_LAST = Commonness.log2(0.25);

  private static final double SURNAME_FIRST = Commonness.log2(0.75);

  /// Given names are written whole or not at all.
  private static final double HALF_GIVEN = -3;

  /// Paths so far below the best say nothing more.
  private static final double NEGLIGIBLE = 10;

  /// What a pair that shares no syllable is given, without a closer look.
  private static final double NOTHING_SHARED = -12;

  private static final double SAME_MARKS = 1;
  private static final double OTHER_MARKS = -3;

  private final HanReadings readings;
  private final Commonness commonness;
  private final Map<String, Emission> surnames = new ConcurrentHashMap<>();
  private final Map<String, Emission> given = new ConcurrentHashMap<>();

  ChineseNames(HanReadings readings, Commonness commonness) {
    this.readings = readings;
    this.commonness = commonness;
  }

  /// The bits and what they are made of.
  Evidence match(HanName han, LatinName latin) {
    List<Emission> emissions = emissions(han);
    if (!Meetings.any(han, emissions, latin)) {
      return Evidence.of(List.of(new Segment("", "", NOTHING_SHARED, "no syllable shared")));
    }
    var meetings = new Meetings(han, emissions, latin, commonness);
    return explained(likeliest(meetings), meetings);
  }

  /// The bits alone.
  double bits(HanName han, LatinName latin) {
    List<Emission> emissions = emissions(han);
    if (!Meetings.any(han, emissions, latin)) {
      return NOTHING_SHARED;
    }
    var meetings = new Meetings(han, emissions, latin, commonness);
    Found found = likeliest(meetings);
    double marks = 0;
    if (found.best.system == ReadingSystem.VIETNAMESE) {
      for (SyllableAlignment.Step step : found.best.alignment.steps()) {
        marks += marks(meetings, step);
      }
    }
    return found.total + marks;
  }

  private record Try(SyllableAlignment alignment, ReadingSystem system, double log) {}

  /// The likeliest try, and the bits of all that count together, without marks.
  private record Found(Try best, double total) {}

  private Found likeliest(Meetings meetings) {
    var tries = new ArrayList<Try>();
    double top = Emission.NEVER;
    for (ReadingSystem system : promising(meetings)) {
      double share = system.log();
      if (share + meetings.bound(system.ordinal()) < top - NEGLIGIBLE) {
        break;
      }
      for (boolean last : new boolean[] {false, true}) {
        var alignment = new SyllableAlignment(meetings, last, system);
        double order = last ? SURNAME_LAST : SURNAME_FIRST;
        var attempt = new Try(alignment, system, alignment.log() + share + order);
        tries.add(attempt);
        top = Math.max(top, attempt.log);
      }
    }
    return together(tries, top - NEGLIGIBLE, meetings);
  }

  private Found together(List<Try> tries, double floor, Meetings meetings) {
    Try best = tries.getFirst();
    double bestLog = Emission.NEVER;
    double sum = Emission.NEVER;
    for (Try attempt : tries) {
      if (attempt.log >= floor) {
        double log = attempt.log + (attempt.alignment.halfGiven() ? HALF_GIVEN : 0);
        sum = plus(sum, log);
        if (log > bestLog) {
          bestLog = log;
          best = attempt;
        }
      }
    }
    double total = sum;
    for (String word : meetings.latin().words()) {
      total -= commonness.word(word);
    }
    return new Found(best, total);
  }

  /// The systems, those first that may reach most.
  private static List<ReadingSystem> promising(Meetings meetings) {
    var systems = new ArrayList<>(List.of(SYSTEMS));
    systems.sort(
        Comparator.comparingDouble((ReadingSystem s) -> -meetings.bound(s.ordinal()) - s.log())
            .thenComparing(Comparator.naturalOrder()));
    return systems;
  }

  private List<Emission> emissions(HanName han) {
    var emissions = new ArrayList<Emission>();
    List<String> parts = han.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean married = i == 1 && parts.size() == 4 && readings.surnames().contains(parts.get(i));
      emissions.add(i == 0 || married ? surname(parts.get(i)) : given(parts.get(i)));
    }
    return emissions;
  }

  private Emission surname(String part) {
    return surnames.computeIfAbsent(part, p -> Emission.surname(readings.surname(p), commonness));
  }

  private Emission given(String part) {
    return given.computeIfAbsent(
        part, p -> Emission.given(readings.given(p.codePointAt(0)), commonness));
  }

  private Evidence explained(Found found, Meetings meetings) {
    Try best = found.best;
    double total = found.total;
    var segments = new ArrayList<Segment>();
    double marks = 0;
    for (SyllableAlignment.Step step : best.alignment.steps()) {
      segments.add(segment(meetings, step, best.system.title()));
      marks += best.system == ReadingSystem.VIETNAMESE ? marks(meetings, step) : 0;
    }
    double told = segments.stream().mapToDouble(Segment::bits).sum();
    segments.add(new Segment("", "", total - told, "together: " + best.system.title()));
    if (marks != 0) {
      segments.add(new Segment("", "", marks, "Vietnamese marks"));
    }
    return new Evidence(total + marks, segments);
  }

  /// What the marks of a Vietnamese word say of the character that it met; 0 for a word without.
  private double marks(Meetings meetings, SyllableAlignment.Step step) {
    String word = meetings.latin().marked(step.begin(), step.end());
    boolean plain = word.chars().allMatch(c -> c < 128);
    if (step.part() < 0 || plain || meetings.part(step.part()).length() > 1) {
      return 0;
    }
    int character = meetings.part(step.part()).codePointAt(0);
    return readings.characters().vietnamese(character, word) ? SAME_MARKS : OTHER_MARKS;
  }

  private Segment segment(Meetings meetings, SyllableAlignment.Step step, String title) {
    String letters = meetings.latin().letters().substring(step.begin(), step.end());
    if (step.part() < 0) {
      return new Segment("", letters, step.log() - commonness.word(letters), "another name");
    }
    String part = meetings.written(step.part());
    if (letters.isEmpty()) {
      return new Segment(part, "", step.log(), "not written");
    }
    double common = commonness.syllable(letters);
    double before =
        common > 0 ? Commonness.log2(common) : commonness.letters(letters, 0, false) - 1;
    double log = meetings.log(step.part(), step.begin(), step.end());
    double alone = letters.length() == 1 || log == Emission.NEVER ? step.log() : log;
    return new Segment(part, letters, alone - before, title);
  }

  static double plus(double a, double b) {
    double high = Math.max(a, b);
    if (high == Emission.NEVER) {
      return high;
    }
    return high + Commonness.log2(1 + Math.pow(2, Math.min(a, b) - high));
  }
}

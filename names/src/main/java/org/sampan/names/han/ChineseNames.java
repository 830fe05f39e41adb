package org.sampan.names.han;

import java.util.ArrayList;
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
    Try best = null;
    double sum = Emission.NEVER;
    for (boolean last : new boolean[] {false, true}) {
      SyllableAlignment alignment = alignment(han, latin, last);
      for (ReadingSystem system : SYSTEMS) {
        SyllableAlignment.Path path = alignment.best(system.ordinal());
        double half = alignment.halfGiven(path) ? HALF_GIVEN : 0;
        double order = last ? SURNAME_LAST : SURNAME_FIRST;
        double log = path.log() + Commonness.log2(system.share()) + order + half;
        sum = plus(sum, log);
        if (best == null || log > best.log) {
          best = new Try(alignment, path, system, log);
        }
      }
    }
    if (best == null || sum == Emission.NEVER) {
      return Evidence.NONE;
    }
    return explained(best, sum, latin);
  }

  private record Try(
      SyllableAlignment alignment, SyllableAlignment.Path path, ReadingSystem system, double log) {}

  private SyllableAlignment alignment(HanName han, LatinName latin, boolean surnameLast) {
    var parts = new ArrayList<String>(han.parts());
    var emissions = new ArrayList<Emission>();
    for (int i = 0; i < parts.size(); i++) {
      boolean married = i == 1 && parts.size() == 4 && readings.surnames().contains(parts.get(i));
      emissions.add(i == 0 || married ? surname(parts.get(i)) : given(parts.get(i)));
    }
    if (surnameLast) {
      parts.add(parts.removeFirst());
      emissions.add(emissions.removeFirst());
    }
    return new SyllableAlignment(
        parts, emissions, surnameLast ? parts.size() - 1 : 0, latin, commonness);
  }

  private Emission surname(String part) {
    return surnames.computeIfAbsent(part, p -> Emission.surname(readings.surname(p), commonness));
  }

  private Emission given(String part) {
    return given.computeIfAbsent(
        part, p -> Emission.given(readings.given(p.codePointAt(0)), commonness));
  }

  private Evidence explained(Try best, double sum, LatinName latin) {
    double total = sum;
    for (String word : latin.words()) {
      total -= commonness.word(word);
    }
    var segments = new ArrayList<Segment>();
    double told = 0;
    for (SyllableAlignment.Step step : best.path().steps()) {
      Segment segment = segment(best, step);
      segments.add(segment);
      told += segment.bits();
    }
    segments.add(new Segment("", "", total - told, "together: " + best.system().title()));
    return new Evidence(total, segments);
  }

  private Segment segment(Try best, SyllableAlignment.Step step) {
    String part = best.alignment().part(step);
    String letters = best.alignment().letters(step);
    if (letters.isEmpty()) {
      return new Segment(part, "", step.log(), "not written");
    }
    if (part.isEmpty()) {
      return new Segment("", letters, step.log() - commonness.word(letters), "another name");
    }
    double common = commonness.syllable(letters);
    double before =
        common > 0 ? Commonness.log2(common) : commonness.letters(letters, 0, false) - 1;
    return new Segment(part, letters, best.alignment().any(step) - before, best.system().title());
  }

  static double plus(double a, double b) {
    double high = Math.max(a, b);
    if (high == Emission.NEVER) {
      return high;
    }
    return high + Commonness.log2(1 + Math.pow(2, Math.min(a, b) - high));
  }
}

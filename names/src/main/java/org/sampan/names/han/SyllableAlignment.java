package org.sampan.names.han;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The likeliest way in which the parts of a Chinese name, in one order, wrote the letters of a
/// Latin name: dynamic programming over parts and letters for one reading system. Words may be left
/// over, as an English name is; parts may be missing.
final class SyllableAlignment {
  private static final double MISSING_SURNAME = -5;
  private static final double MISSING_GIVEN = -2;
  private static final double EXTRA_WORD = -0.4;
  private static final double INITIAL = -1;
  private static final double JOINED_SURNAME = -3;

  private final Meetings meetings;
  private final LatinName latin;
  private final boolean surnameLast;
  private final int system;
  private final double[][] best;

  SyllableAlignment(Meetings meetings, boolean surnameLast, ReadingSystem system) {
    this.meetings = meetings;
    this.latin = meetings.latin();
    this.surnameLast = surnameLast;
    this.system = system.ordinal();
    this.best = new double[meetings.size() + 1][latin.length() + 1];
    fill();
  }

  /// The base-2 logarithm of the probability of the Latin name on the likeliest path.
  double log() {
    return best[meetings.size()][latin.length()];
  }

  private void fill() {
    for (double[] row : best) {
      java.util.Arrays.fill(row, Emission.NEVER);
    }
    best[0][0] = 0;
    for (int place = 0; place <= meetings.size(); place++) {
      for (int at = 0; at <= latin.length(); at++) {
        if (best[place][at] > Emission.NEVER) {
          extend(place, at);
        }
      }
    }
  }

  private void extend(int place, int at) {
    double here = best[place][at];
    if (at < latin.length() && latin.begins(at)) {
      offer(place, latin.end(at), here + extra(at));
    }
    if (place == meetings.size()) {
      return;
    }
    offer(place + 1, at, here + missing(place));
    int last = at == latin.length() ? at : meetings.reach(part(place), at);
    for (int end = at + 1; end <= last; end++) {
      offer(place + 1, end, here + written(place, at, end));
    }
  }

  private void offer(int place, int at, double value) {
    best[place][at] = Math.max(best[place][at], value);
  }

  private double extra(int at) {
    return meetings.extra(at) + EXTRA_WORD;
  }

  private double missing(int place) {
    return part(place) == 0 ? MISSING_SURNAME : MISSING_GIVEN;
  }

  private double written(int place, int begin, int end) {
    int part = part(place);
    double log = meetings.log(part, begin, end, system);
    if (part == 0) {
      return whole(begin, end) ? log : log + JOINED_SURNAME;
    }
    return end == begin + 1 && whole(begin, end)
        ? Math.max(log, meetings.initial(part, begin) + INITIAL)
        : log;
  }

  private boolean whole(int begin, int end) {
    return latin.begins(begin) && latin.end(end - 1) == end;
  }

  /// Which part, the surname being 0, stands at a place.
  private int part(int place) {
    return surnameLast ? (place + 1) % meetings.size() : place;
  }

  /// One step of a path: a part met letters (none when it is missing), or letters met no part (-1).
  record Step(int part, int begin, int end, double log) {}

  /// The steps of the likeliest path.
  List<Step> steps() {
    var steps = new ArrayList<Step>();
    int place = meetings.size();
    int at = latin.length();
    while (place > 0 || at > 0) {
      Step step = before(place, at);
      steps.add(step);
      place = step.part() < 0 ? place : place - 1;
      at = step.begin();
    }
    Collections.reverse(steps);
    return steps;
  }

  private Step before(int place, int at) {
    double here = best[place][at];
    for (int begin = at - 1; begin >= 0; begin--) {
      if (whole(begin, at) && best[place][begin] + extra(begin) == here) {
        return new Step(-1, begin, at, extra(begin));
      }
    }
    if (best[place - 1][at] + missing(place - 1) == here) {
      return new Step(part(place - 1), at, at, missing(place - 1));
    }
    for (int begin = Math.max(0, at - Meetings.LONGEST_COMPOUND); begin < at; begin++) {
      double log = written(place - 1, begin, at);
      if (best[place - 1][begin] + log == here) {
        return new Step(part(place - 1), begin, at, log);
      }
    }
    throw new IllegalStateException("A path has no beginning.");
  }

  /// Whether one character of the given name is written and another is not.
  boolean halfGiven() {
    long written =
        steps().stream().filter(step -> step.part() > 0 && step.end() > step.begin()).count();
    return written > 0 && written < meetings.size() - 1;
  }
}

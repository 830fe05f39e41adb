package org.sampan.names.han;

import java.util.List;

/// What each part of a Chinese name says of each stretch of a Latin name's letters.
final class Meetings {
  static final int LONGEST_COMPOUND = 14;

  /// A part that is missing or stands as its initial costs no less in any alignment.
  private static final double LEAST = -1;

  private static final int LONGEST = 8;
  private static final int SYSTEMS = ReadingSystem.values().length;

  private final List<String> parts;
  private final List<String> written;
  private final List<Emission> emissions;
  private final LatinName latin;
  private final double[][][] logs;
  private final double[] extras;
  private final double[][] highest;

  /// @param emissions of each part, the surname first
  Meetings(HanName han, List<Emission> emissions, LatinName latin, Commonness commonness) {
    this.parts = han.parts();
    this.written = han.written();
    this.emissions = emissions;
    this.latin = latin;
    this.logs = new double[parts.size()][(latin.length() + 1) * (LONGEST_COMPOUND + 1)][];
    this.highest = new double[parts.size()][SYSTEMS + 1];
    for (double[] part : highest) {
      java.util.Arrays.fill(part, LEAST);
    }
    this.extras = new double[latin.length()];
    for (int begin = 0; begin < latin.length(); begin++) {
      if (latin.begins(begin)) {
        extras[begin] = commonness.extra(latin.letters().substring(begin, latin.end(begin)));
      }
    }
    for (int begin = 0; begin < latin.length(); begin++) {
      int far = Math.max(reach(0, begin), reach(parts.size() - 1, begin));
      long key = 0;
      for (int end = begin + 1; end <= far; end++) {
        key = SpanTable.more(key, latin.letters().charAt(end - 1));
        meet(key, begin, end);
      }
    }
  }

  private void meet(long key, int begin, int end) {
    for (int part = 0; part < parts.size(); part++) {
      if (end <= reach(part, begin)) {
        double[] found = emissions.get(part).of(key, latin.letters(), begin, end);
        logs[part][cell(begin, end)] = found;
        for (int system = 0; system < found.length; system++) {
          highest[part][system] = Math.max(highest[part][system], found[system]);
        }
      }
    }
  }

  private static int cell(int begin, int end) {
    return begin * (LONGEST_COMPOUND + 1) + end - begin;
  }

  /// Whether any part has a known spelling, of two letters or more, among the letters.
  static boolean any(HanName han, List<Emission> emissions, LatinName latin) {
    for (int part = 0; part < emissions.size(); part++) {
      SpanTable known = emissions.get(part).table();
      for (int begin = 0; begin < latin.length(); begin++) {
        if (known.begins(latin.letters(), begin, reach(han.parts().get(part), latin, begin))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The logarithm of the probability that a part writes a stretch when the name follows a system;
  /// negative infinity when it cannot.
  double log(int part, int begin, int end, int system) {
    double[] cell = logs[part][cell(begin, end)];
    return cell == null ? Emission.NEVER : cell[system];
  }

  /// The same when nothing is known of the system.
  double log(int part, int begin, int end) {
    return log(part, begin, end, SYSTEMS);
  }

  double initial(int part, int at) {
    return emissions.get(part).initial(latin.letters().charAt(at));
  }

  /// More than any path can reach when the name follows a system.
  double bound(int system) {
    double sum = 0;
    for (double[] part : highest) {
      sum += part[system];
    }
    return sum;
  }

  /// What the word that begins at a place costs when no part explains it.
  double extra(int begin) {
    return extras[begin];
  }

  /// How far a part that begins at a place may reach.
  int reach(int part, int begin) {
    return reach(parts.get(part), latin, begin);
  }

  private static int reach(String part, LatinName latin, int begin) {
    return part.length() > 1
        ? Math.min(latin.length(), begin + LONGEST_COMPOUND)
        : Math.min(latin.end(begin), begin + LONGEST);
  }

  int size() {
    return parts.size();
  }

  String part(int part) {
    return parts.get(part);
  }

  /// A part as it was written.
  String written(int part) {
    return written.get(part);
  }

  LatinName latin() {
    return latin;
  }
}

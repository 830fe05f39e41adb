package org.sampan.names.han;

import java.util.List;

/// What each part of a Chinese name says of each stretch of a Latin name's letters.
final class Meetings {
  static final int LONGEST_COMPOUND = 14;
  private static final int LONGEST = 8;
  private static final int SYSTEMS = ReadingSystem.values().length;

  private final List<String> parts;
  private final List<Emission> emissions;
  private final LatinName latin;
  private final double[][][] logs;
  private boolean exact;

  /// @param emissions of each part, the surname first
  Meetings(List<String> parts, List<Emission> emissions, LatinName latin) {
    this.parts = parts;
    this.emissions = emissions;
    this.latin = latin;
    this.logs = new double[parts.size()][(latin.length() + 1) * (LONGEST_COMPOUND + 1)][];
    boolean compound = parts.getFirst().length() > 1;
    for (int begin = 0; begin < latin.length(); begin++) {
      int word = Math.min(latin.ends()[begin], begin + LONGEST);
      int far = compound ? Math.min(latin.length(), begin + LONGEST_COMPOUND) : word;
      for (int end = begin + 1; end <= far; end++) {
        meet(begin, end, end <= word);
      }
    }
  }

  private void meet(int begin, int end, boolean withinWord) {
    String span = latin.letters().substring(begin, end);
    for (int part = 0; part < parts.size(); part++) {
      if (withinWord || parts.get(part).length() > 1) {
        logs[part][cell(begin, end)] = emissions.get(part).of(span);
        exact |= span.length() > 1 && emissions.get(part).writes(span);
      }
    }
  }

  private static int cell(int begin, int end) {
    return begin * (LONGEST_COMPOUND + 1) + end - begin;
  }

  /// Whether any part has a known spelling, of two letters or more, among the letters.
  boolean any() {
    return exact;
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
    return emissions.get(part).initial(latin.letters().substring(at, at + 1));
  }

  int size() {
    return parts.size();
  }

  String part(int part) {
    return parts.get(part);
  }

  LatinName latin() {
    return latin;
  }
}

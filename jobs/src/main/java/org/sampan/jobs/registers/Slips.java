package org.sampan.jobs.registers;

import java.util.List;

/// What goes wrong between a mouth and a register.
final class Slips {

  private static final List<String> NEIGHBOURS =
      List.of(
          "qw", "we", "er", "rt", "ty", "yu", "ui", "io", "op", "as", "sd", "df", "fg", "gh", "hj",
          "jk", "kl", "zx", "xc", "cv", "vb", "bn", "nm", "ck", "sz", "iy", "eo", "au", "dt", "bp");

  private Slips() {}

  /// One letter wrong: left out, doubled, swapped with the next, or another one struck.
  static String letter(String text, Chance chance) {
    int[] points = text.codePoints().toArray();
    if (points.length < 3) {
      return text;
    }
    int at = chance.between(1, points.length - 2);
    StringBuilder wrong = new StringBuilder();
    int kind = chance.below(4);
    for (int index = 0; index < points.length; index++) {
      if (index != at) {
        wrong.appendCodePoint(points[index]);
        continue;
      }
      switch (kind) {
        case 0 -> {}
        case 1 -> wrong.appendCodePoint(points[at]).appendCodePoint(points[at]);
        case 2 -> {
          wrong.appendCodePoint(points[at + 1]).appendCodePoint(points[at]);
          index++;
        }
        default -> wrong.appendCodePoint(beside(points[at], chance));
      }
    }
    return wrong.toString();
  }

  /// One mark above or below a letter forgotten, as happens in scripts that have them.
  static String mark(String text, Chance chance) {
    int[] points = text.codePoints().toArray();
    int[] marks =
        java.util.stream.IntStream.range(0, points.length)
            .filter(at -> Character.getType(points[at]) == Character.NON_SPACING_MARK)
            .toArray();
    if (marks.length == 0) {
      return text;
    }
    int lost = marks[chance.below(marks.length)];
    StringBuilder wrong = new StringBuilder();
    for (int at = 0; at < points.length; at++) {
      if (at != lost) {
        wrong.appendCodePoint(points[at]);
      }
    }
    return wrong.toString();
  }

  /// One word of several left out.
  static String word(String text, Chance chance) {
    String[] words = text.split(" ");
    if (words.length < 2) {
      return text;
    }
    int lost = chance.below(words.length);
    StringBuilder left = new StringBuilder();
    for (int at = 0; at < words.length; at++) {
      if (at != lost) {
        left.append(left.isEmpty() ? "" : " ").append(words[at]);
      }
    }
    return left.toString();
  }

  /// One digit wrong, or two that changed places.
  static String digit(String text, Chance chance) {
    if (text.length() < 4) {
      return text;
    }
    int at = chance.between(1, text.length() - 2);
    StringBuilder wrong = new StringBuilder(text);
    if (chance.happens(0.5)) {
      wrong.setCharAt(at, (char) ('0' + chance.below(10)));
    } else {
      wrong.setCharAt(at, text.charAt(at + 1));
      wrong.setCharAt(at + 1, text.charAt(at));
    }
    return wrong.toString();
  }

  private static int beside(int letter, Chance chance) {
    List<String> keys = NEIGHBOURS.stream().filter(pair -> pair.indexOf(letter) >= 0).toList();
    if (keys.isEmpty()) {
      return letter;
    }
    String pair = chance.any(keys);
    return pair.charAt(0) == letter ? pair.charAt(1) : pair.charAt(0);
  }
}

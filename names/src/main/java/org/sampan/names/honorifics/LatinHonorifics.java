package org.sampan.names.honorifics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Honorifics in Latin letters: whole words, whatever their case, with or without a last dot.
final class LatinHonorifics {
  private final List<Form> longestFirst;

  /// An honorific with its words folded.
  private record Form(Honorific honorific, List<String> words) {}

  LatinHonorifics(List<Honorific> longestFirst) {
    this.longestFirst =
        longestFirst.stream()
            .map(h ->
                new Form(h, Arrays.stream(h.form().split(" ")).map(LatinHonorifics::fold).toList()))
            .toList();
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("['’‘,]", "").replaceAll("[.]+$", "");
  }

  /// Takes off an honorific before, after or inside a name; null when there is none or nothing
  /// would remain.
  Honorifics.@Nullable Cut cut(String text, boolean perhaps) {
    List<String> words = List.of(text.split("\\s+|(?<=[.])(?=\\p{L}{2})"));
    if (words.size() < 2 || words.size() > 40) {
      return null;
    }
    List<String> folded = words.stream().map(LatinHonorifics::fold).toList();
    for (Form form : longestFirst) {
      if (form.honorific().perhapsPart() == perhaps) {
        int at = place(form, folded);
        if (at >= 0) {
          return cut(form, words, at);
        }
      }
    }
    return null;
  }

  private static int place(Form form, List<String> folded) {
    int size = form.words().size();
    int last = folded.size() - size;
    return switch (form.honorific().place()) {
      case BEFORE -> last >= 1 && folded.subList(0, size).equals(form.words()) ? 0 : -1;
      case AFTER ->
          last >= 1 && folded.subList(last, folded.size()).equals(form.words()) ? last : -1;
      case INSIDE -> inside(form, folded, last);
    };
  }

  private static int inside(Form form, List<String> folded, int last) {
    for (int at = 1; at < last; at++) {
      if (folded.subList(at, at + form.words().size()).equals(form.words())) {
        return at;
      }
    }
    return -1;
  }

  private static Honorifics.@Nullable Cut cut(Form form, List<String> words, int at) {
    int end = at + form.words().size();
    var rest = new ArrayList<>(words.subList(0, at));
    rest.addAll(words.subList(end, words.size()));
    String name = String.join(" ", rest);
    if (name.codePoints().noneMatch(Character::isLetter)) {
      return null;
    }
    String written = String.join(" ", words.subList(at, end));
    return new Honorifics.Cut(new SplitName.Found(form.honorific(), written), name);
  }
}

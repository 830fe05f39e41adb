package org.sampan.names.vietnamese;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sampan.names.tables.Table;

/// Which syllables Vietnamese can have: an initial consonant or none, and a rhyme.
final class SyllableInventory {
  private static final List<String> INITIALS =
      List.of(
          "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ",
          "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "");
  private static final int LONGEST = 7;

  private final Set<String> rhymes;
  private final Set<String> bare = new HashSet<>();

  SyllableInventory(Table table) {
    rhymes = table.rows().stream().map(List::getFirst).collect(toUnmodifiableSet());
    for (String initial : INITIALS) {
      for (String rhyme : rhymes) {
        bare.add(VietnameseLetters.ascii(initial + rhyme));
      }
    }
    bare.add("gi");
  }

  /// Whether the letters, with their marks but without tone, make a syllable.
  boolean whole(String letters) {
    return letters.equals("gi")
        || INITIALS.stream()
            .anyMatch(initial ->
                letters.startsWith(initial)
                    && rhymes.contains(letters.substring(initial.length())));
  }

  /// Whether ASCII letters are some syllable without its marks.
  boolean bare(String letters) {
    return bare.contains(letters);
  }

  /// Cuts ASCII letters into the fewest syllables; empty when that cannot be done with at most
  /// four.
  List<String> cut(String letters) {
    if (letters.length() > 4 * LONGEST) {
      return List.of();
    }
    int n = letters.length();
    int[] fewest = new int[n + 1];
    int[] from = new int[n + 1];
    java.util.Arrays.fill(fewest, 99);
    fewest[0] = 0;
    for (int end = 1; end <= n; end++) {
      for (int begin = Math.max(0, end - LONGEST); begin < end; begin++) {
        if (fewest[begin] + 1 < fewest[end] && bare(letters.substring(begin, end))) {
          fewest[end] = fewest[begin] + 1;
          from[end] = begin;
        }
      }
    }
    if (fewest[n] > 4) {
      return List.of();
    }
    var pieces = new ArrayList<String>();
    for (int end = n; end > 0; end = from[end]) {
      pieces.addFirst(letters.substring(from[end], end));
    }
    return List.copyOf(pieces);
  }
}

package org.sampan.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sampan.names.han.HanSpelling;
import org.sampan.names.lattice.BestSpellings;
import org.sampan.names.lattice.Lattice;

/// Packs Latin spellings into consonant skeletons: letters that clerks write for one another are
/// one symbol, an h behind a consonant and every vowel but the first letter are left out, doubled
/// symbols are one.
final class Skeletons {

  private static final int SYMBOLS = 12;
  private static final int BITS = 5;
  private static final int WHOLE = 24;
  private static final int OF_PART = 8;
  private static final String[] ALIKE = {
    "kgcq", "td", "pb", "f", "jsxz", "m", "n", "l", "r", "vw", "y", "h"
  };
  private static final int NG = 20;
  private static final int CH = 5;
  private static final int VOWEL = 21;
  private static final int DIGIT = 22;

  private Skeletons() {}

  static long[] keys(Name name) {
    Set<Long> keys = new LinkedHashSet<>();
    if (name.script() == Script.HAN) {
      List<HanSpelling> spellings = Tongues.shipped().spellings(name);
      for (HanSpelling spelling : spellings) {
        add(keys, spelling.latin().replace(" ", ""));
      }
      for (HanSpelling spelling : spellings) {
        add(keys, given(spelling.latin()));
      }
    } else if (!name.latin().isEmpty()) {
      String text = name.latin().getFirst().letters().toString();
      add(keys, text.replace(" ", ""));
      String[] tokens = text.split(" ");
      for (String token : tokens) {
        add(keys, token);
      }
      for (int i = 1; i < tokens.length; i++) {
        add(keys, tokens[i - 1] + tokens[i]);
      }
    } else {
      spell(keys, name.lattices(), WHOLE);
      if (name.lattices().size() > 1) {
        name.lattices().forEach(part -> spell(keys, List.of(part), OF_PART));
      }
    }
    return keys.stream().mapToLong(Long::longValue).toArray();
  }

  /// Without the surname: in Latin letters it may stand last, or behind a name of another tongue.
  private static String given(String spelling) {
    return spelling.substring(spelling.indexOf(' ') + 1).replace(" ", "");
  }

  private static void spell(Set<Long> keys, List<Lattice> parts, int most) {
    for (BestSpellings.Spelled spelled : BestSpellings.of(parts, most)) {
      add(keys, spelled.latin().replace(" ", ""));
    }
  }

  private static void add(Set<Long> keys, String latin) {
    long key = pack(latin);
    if (key != 0) {
      keys.add(key);
    }
  }

  /// The skeleton of lower-case letters and digits; 0 for none.
  static long pack(String latin) {
    long key = 0;
    int count = 0;
    int last = 0;
    for (int i = 0; i < latin.length() && count < SYMBOLS; i++) {
      int symbol = symbol(latin, i);
      if (symbol != 0 && symbol != last) {
        key = key << BITS | symbol;
        count++;
      }
      last = symbol == 0 && i > 0 && latin.charAt(i) == 'h' ? last : symbol;
    }
    return key << BITS * (SYMBOLS - count);
  }

  private static int symbol(String latin, int at) {
    char letter = latin.charAt(at);
    char before = at == 0 ? ' ' : latin.charAt(at - 1);
    char after = at + 1 == latin.length() ? ' ' : latin.charAt(at + 1);
    if ("aeiou".indexOf(letter) >= 0) {
      return at == 0 ? VOWEL : 0;
    }
    if (letter >= '0' && letter <= '9') {
      return DIGIT;
    }
    if (letter == 'h' && "kgcptdsnjbv".indexOf(before) >= 0 || letter == 'g' && before == 'n') {
      return 0;
    }
    if (letter == 'n' && after == 'g') {
      return NG;
    }
    if (letter == 'c' && after == 'h' || letter == 's' && after == 'h') {
      return CH;
    }
    for (int kind = 0; kind < ALIKE.length; kind++) {
      if (ALIKE[kind].indexOf(letter) >= 0) {
        return kind + 1;
      }
    }
    return 0;
  }
}

package org.sampan.jobs.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sampan.OperatorRefusal;

/// The words of a command line: flags, options with a value, and the rest in order.
record Options(List<String> words, Map<String, String> values, Set<String> flags) {

  /// Reads them; an option nobody knows is refused.
  static Options of(List<String> arguments, Set<String> known, Set<String> knownFlags) {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    Set<String> flags = new java.util.TreeSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (knownFlags.contains(word)) {
        flags.add(word);
      } else if (known.contains(word)) {
        if (i + 1 == arguments.size()) {
          throw new OperatorRefusal(word + " needs a value.");
        }
        values.put(word, arguments.get(++i));
      } else if (word.startsWith("--")) {
        throw new OperatorRefusal("names does not know " + word);
      } else {
        words.add(word);
      }
    }
    return new Options(words, values, flags);
  }
}

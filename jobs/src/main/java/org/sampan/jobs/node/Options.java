package org.sampan.jobs.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.OperatorRefusal;

/// The words of a command line: options with a value, and the rest in order.
record Options(List<String> words, Map<String, String> values) {

  /// Reads them; an option nobody knows is refused.
  static Options of(List<String> arguments, Set<String> known) {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (known.contains(word)) {
        if (i + 1 == arguments.size()) {
          throw new OperatorRefusal(word + " needs a value.");
        }
        values.put(word, arguments.get(++i));
      } else if (word.startsWith("--")) {
        throw new OperatorRefusal("node does not know " + word);
      } else {
        words.add(word);
      }
    }
    return new Options(words, values);
  }

  /// The only word.
  String word(String what) {
    if (words.size() != 1) {
      throw new OperatorRefusal("Name one " + what + ".");
    }
    return words.getFirst();
  }

  String needed(String option) {
    return given(option).orElseThrow(() -> new OperatorRefusal(option + " is needed."));
  }

  Optional<String> given(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /// A whole number.
  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException other) {
      throw new OperatorRefusal(text + " is no number.");
    }
  }

  static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new OperatorRefusal("The file " + file + " cannot be read.");
    }
  }

  /// Writes a new file; one that stands there already is never touched.
  static void write(String file, String text) {
    try {
      Files.writeString(
          Path.of(file), text + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new OperatorRefusal("There is a file " + file + " already; nothing was written.");
    } catch (IOException unwritable) {
      throw new OperatorRefusal("The file " + file + " cannot be written.");
    }
  }
}

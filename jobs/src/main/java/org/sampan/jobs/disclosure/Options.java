package org.sampan.jobs.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.OperatorRefusal;

/// What stood on the command line after the command: files, and options with a value each.
record Options(List<String> files, Map<String, String> values) {

  /// @param known the options the command takes
  static Options of(List<String> arguments, List<String> known) {
    List<String> files = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (int at = 1; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (!argument.startsWith("--")) {
        files.add(argument);
      } else if (!known.contains(argument)) {
        throw new OperatorRefusal("There is no option " + argument + " here.");
      } else if (++at == arguments.size()) {
        throw new OperatorRefusal("The option " + argument + " needs a value.");
      } else {
        values.put(argument, arguments.get(at));
      }
    }
    return new Options(files, values);
  }

  /// The only files, in order, or a refusal that says what is wanted.
  List<String> exactly(int count, String usage) {
    if (files.size() != count) {
      throw new OperatorRefusal(usage);
    }
    return files;
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }
}

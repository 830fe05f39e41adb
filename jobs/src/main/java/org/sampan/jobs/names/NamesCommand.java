package org.sampan.jobs.names;

import java.util.List;
import org.sampan.OperatorRefusal;

/// `./sampan names ...`: compares two names, evaluates a file of pairs, trains the models.
public final class NamesCommand {

  private NamesCommand() {}

  /// Runs one of the three and returns the exit code.
  ///
  /// @throws OperatorRefusal for a mistake in the command
  public static int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    return switch (command) {
      case "compare" -> Compare.run(rest);
      case "evaluate" -> Evaluate.run(rest);
      case "train" -> Train.run(rest);
      default ->
          throw new OperatorRefusal(
              "names compare \"A\" \"B\" | names evaluate FILE.tsv | names train DATA_FOLDER");
    };
  }
}

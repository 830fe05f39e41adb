package org.sampan.jobs.disclosure;

import java.util.List;
import org.sampan.OperatorRefusal;

/// `./sampan publish`: figures that betray nobody.
public final class Publish {

  private static final String USAGE =
      "./sampan publish plan DATA.csv [--domain D.json] [--out PLAN]"
          + " | run PLAN --out DIR | evaluate REAL.csv SYNTHETIC.csv [--domain D.json]"
          + " | extract DATA.csv|PLAN --k 11 --out DIR | suppress DATA.csv|PLAN --out DIR"
          + " | attack DIR";

  private Publish() {}

  /// Runs one of the commands; 0 when it did its work.
  public static int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    try {
      return switch (command) {
        case "plan" -> Planning.run(Options.of(arguments, Planning.OPTIONS));
        case "run" -> Running.run(Options.of(arguments, List.of("--out")));
        case "evaluate" -> Evaluating.run(Options.of(arguments, Evaluating.OPTIONS));
        case "extract" -> Extracting.run(Options.of(arguments, Extracting.OPTIONS));
        case "suppress" -> Suppressing.run(Options.of(arguments, Suppressing.OPTIONS));
        case "attack" -> Attacking.run(Options.of(arguments, Attacking.OPTIONS));
        default -> throw new OperatorRefusal(USAGE);
      };
    } catch (IllegalArgumentException unfit) {
      throw new OperatorRefusal(String.valueOf(unfit.getMessage()));
    }
  }
}

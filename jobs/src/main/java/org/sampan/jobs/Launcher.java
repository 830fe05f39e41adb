package org.sampan.jobs;

import java.util.Arrays;
import java.util.List;
import org.sampan.Node;
import org.sampan.OperatorRefusal;
import org.sampan.database.DatabaseRefusal;
import org.sampan.jobs.bundles.ExchangeCommand;
import org.sampan.jobs.disclosure.Publish;
import org.sampan.jobs.linkage.Link;
import org.sampan.jobs.names.NamesCommand;
import org.sampan.jobs.node.NodeCommand;
import org.sampan.sealing.court.Verify;

/// Chooses the command. `./sampan` without one explains them all.
public final class Launcher {

  private Launcher() {}

  /// Runs one command and ends the process with its outcome; a node that started goes on.
  public static void main(String[] arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    try {
      String command = all.isEmpty() ? "" : all.getFirst();
      List<String> rest = all.isEmpty() ? all : all.subList(1, all.size());
      switch (command) {
        case "serve" -> Node.main(rest.toArray(String[]::new));
        case "demo" -> System.exit(Demo.run(rest));
        case "code" -> System.exit(Code.run(rest));
        case "backup" -> System.exit(Copying.backUp(rest));
        case "exchange" -> System.exit(ExchangeCommand.run(rest));
        case "link" -> System.exit(Link.run(rest));
        case "places" -> System.exit(Gazetteer.run(rest));
        case "publish" -> System.exit(Publish.run(rest));
        case "names" -> System.exit(NamesCommand.run(rest));
        case "verify" -> System.exit(Verify.run(rest, System.out, System.err));
        case "restore" -> System.exit(Copying.restore(rest));
        case "node" -> System.exit(NodeCommand.run(rest));
        default -> throw new OperatorRefusal("./sampan alone explains the commands.");
      }
    } catch (OperatorRefusal refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    } catch (DatabaseRefusal refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }
}

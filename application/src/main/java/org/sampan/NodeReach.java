package org.sampan;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.database.BundledPostgres;
import org.sampan.database.NodeDatabase;
import org.sampan.database.RunningPostgres;

/// Reaches a node's database from a command: the running node's own, an outside one, or the bundled
/// one, started for the while.
public final class NodeReach {

  private NodeReach() {}

  /// Does one piece of work on the database of the node with these settings.
  ///
  /// @throws OperatorRefusal when there is no node in its folder
  public static <T> T with(Settings of, Function<NodeDatabase, T> work) {
    NodeSettings settings = of.node();
    if (!Files.exists(settings.folder().resolve("keys").resolve("node.p12"))) {
      throw new OperatorRefusal("There is no node in " + settings.folder() + ".");
    }
    NodeSettings.Database outside = settings.outside();
    Optional<NodeDatabase> reachable =
        outside == null
            ? RunningPostgres.in(settings.databaseFolder(), NodeStore.DATABASE)
            : Optional.of(
                NodeDatabase.prepare(
                    outside.url(), outside.owner(), outside.password(), outside.nodePassword()));
    if (reachable.isPresent()) {
      return work.apply(reachable.get());
    }
    try (BundledPostgres own =
        BundledPostgres.start(settings.databaseFolder(), BundledPostgres.usualBinaries())) {
      return work.apply(own.ensureDatabase(NodeStore.DATABASE));
    }
  }
}

package org.sampan.database;

import java.nio.file.Path;
import java.time.Instant;

/// A node carried from the folder `here` to the folder `there`.
record Crossing(Path here, Path there) {

  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  static final NodeArchive.Progress QUIETLY = (_, _, _) -> {};

  Path file() {
    return here.resolve("node.sampan");
  }

  NodeArchive.Carried write(NodeDatabase source, String... files) {
    return Nodes.archive(source, Nodes.contents(here, files))
        .write(file(), Nodes.PASSPHRASE, NOW, QUIETLY);
  }

  NodeArchive.Carried restore(NodeDatabase target, String... files) {
    return Nodes.archive(target, Nodes.contents(there, files))
        .restore(file(), Nodes.PASSPHRASE, QUIETLY);
  }
}

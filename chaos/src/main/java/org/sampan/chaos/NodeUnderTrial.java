package org.sampan.chaos;

import java.util.List;
import org.sampan.Node;
import org.sampan.Settings;

/// A node as it ships, and the crew that plays its people.
public final class NodeUnderTrial {

  private NodeUnderTrial() {}

  /// Starts it; [Station] gives its settings in the environment.
  public static void main(String[] arguments) {
    Node.start(Settings.read(List.of(), System.getenv()), List.of(Crew.class, Taker.class));
  }
}

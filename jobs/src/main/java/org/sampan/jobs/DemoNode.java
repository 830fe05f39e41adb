package org.sampan.jobs;

import java.util.List;
import org.sampan.Node;
import org.sampan.Settings;

/// One node of the demo: the node as it is, and what fills it with invented people.
public final class DemoNode {

  /// What a node of the demo has and a real one never.
  static final List<Class<?>> ONLY_HERE = List.of(DemoSeeding.class, DemoCases.class);

  private DemoNode() {}

  /// Starts it; [Demo] gives its settings in the environment.
  public static void main(String[] arguments) {
    Node.start(Settings.read(List.of(), System.getenv()), ONLY_HERE);
  }
}

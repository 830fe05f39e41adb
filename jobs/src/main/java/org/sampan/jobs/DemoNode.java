package org.sampan.jobs;

import org.sampan.Node;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// One node of the demo: the node as it is, and what fills it with invented people.
public final class DemoNode {

  private DemoNode() {}

  /// Starts it; [Demo] gives its settings in the environment.
  public static void main(String[] arguments) {
    SpringApplication demo = new SpringApplication(Node.class, DemoSeeding.class);
    demo.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    demo.run(arguments);
  }
}

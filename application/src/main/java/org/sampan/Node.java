package org.sampan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// One country's or agency's node: its pages, its cases, its link to the others.
@SpringBootApplication(proxyBeanMethods = false)
public class Node {

  /// Starts the node; `./sampan serve` ends here.
  public static void main(String[] arguments) {
    SpringApplication.run(Node.class, arguments);
  }
}

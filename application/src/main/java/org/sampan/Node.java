package org.sampan;

import java.time.Clock;
import org.sampan.web.Frame;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/// One country's or agency's node: its pages, its cases, its link to the others.
// Two capabilities may use the same word: beans are known by their full names.
@SpringBootApplication(
    proxyBeanMethods = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@EnableConfigurationProperties(NodeSettings.class)
public class Node {

  /// Starts the node; `./sampan serve` ends here.
  public static void main(String[] arguments) {
    SpringApplication.run(Node.class, arguments);
  }

  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  static Frame.NodeName nodeName(NodeSettings settings) {
    return new Frame.NodeName(settings.country(), settings.name());
  }
}

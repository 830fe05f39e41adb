package org.sampan;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Security;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.sampan.web.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.scheduling.annotation.EnableScheduling;

/// One country's or agency's node: its pages, its cases, its link to the others.
// Two capabilities may use the same word: beans are known by their full names.
@SpringBootApplication(
    proxyBeanMethods = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@EnableConfigurationProperties(NodeSettings.class)
public class Node {

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final String CURVES = fastestCurves();

  /// Starts the node; `./sampan serve` ends here. What the operator must mend is one line, said by
  /// [StartRefusal].
  public static void main(String[] arguments) {
    Settings settings = Settings.read(Arrays.asList(arguments), System.getenv());
    settings.warnings().forEach(System.err::println);
    start(settings, List.of());
  }

  /// Starts a node with these settings.
  ///
  /// @param also configuration beside the node's own, as the demo's people
  public static ConfigurableApplicationContext start(Settings settings, List<Class<?>> also) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("settings", settings.properties()));
    SpringApplication node = new SpringApplication(Node.class);
    node.addPrimarySources(also);
    node.setEnvironment(environment);
    node.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    node.setAddCommandLineProperties(false);
    ConfigurableApplicationContext running = node.run();
    NodeSettings started = settings.node();
    LOG.info("{} answers at {}; curves by {}", started.node(), started.address(), CURVES);
    return running;
  }

  /// Most of the work of a letter is elliptic curves: AWS-LC does them many times faster than the
  /// JDK. Where it cannot be loaded (another processor, another system) the JDK's own serve, with
  /// the same results.
  ///
  /// @return whose they are, as the log says it
  private static String fastestCurves() {
    if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
      AmazonCorrettoCryptoProvider.install();
    }
    return Security.getProviders("KeyAgreement.ECDH")[0].toString();
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

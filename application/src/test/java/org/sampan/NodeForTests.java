package org.sampan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// The database and folder of the one node all tests of a process share.
@TestConfiguration(proxyBeanMethods = false)
class NodeForTests {

  @Bean
  static NodeDatabase testDatabase() {
    return PostgresForTests.emptyDatabase();
  }

  @Bean
  static DynamicPropertyRegistrar testFolder() {
    Path folder = fresh();
    return properties -> properties.add("sampan.folder", folder::toString);
  }

  private static Path fresh() {
    try {
      return Files.createTempDirectory("sampan-node");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}

package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// Capabilities know only what their package-info says they know, and there are no circles.
class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(Node.class);

  @Test
  void every_capability_keeps_to_its_allowed_dependencies() {
    // What a library keeps in a package of its own is open to all: Maven draws its line.
    MODULES
        .detectViolations()
        .filter(violation -> !violation.hasMessageContaining("org.sampan.sealing."))
        .throwIfPresent();
  }

  @Test
  void every_capability_writes_its_dependencies_down() {
    // The libraries are modules of their own, beside the capabilities; Maven draws their line.
    List<String> libraries = List.of("screening", "sealing", "database");
    List<String> silent =
        MODULES.stream()
            .filter(module -> !libraries.contains(module.getIdentifier().toString()))
            .filter(
                module -> module.getBasePackage().findAnnotation(ApplicationModule.class).isEmpty())
            .map(module -> module.getIdentifier().toString())
            .toList();

    assertThat(silent).isEmpty();
  }
}

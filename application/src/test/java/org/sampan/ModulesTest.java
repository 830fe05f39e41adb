package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Letter;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violation;

/// Capabilities know only what their package-info says they know, and there are no circles.
class ModulesTest {

  private static final Pattern NOT_EXPOSED =
      Pattern.compile("non-exposed type (org\\.sampan\\.sealing(?:\\.[a-z]+)+)\\.[A-Z]");

  /// A library's inner packages are its own affair: whoever may use it may use what it exports.
  private static final ApplicationModules MODULES =
      ApplicationModules.of(
          Node.class, JavaClass.Predicates.resideInAPackage("org.sampan.sealing.*.."));

  @Test
  void every_capability_keeps_to_its_allowed_dependencies() {
    MODULES.detectViolations().filter(violation -> !isExported(violation)).throwIfPresent();
  }

  /// Spring Modulith knows one open package of a module. A library says itself which more are open.
  private static boolean isExported(Violation violation) {
    Matcher type = NOT_EXPOSED.matcher(violation.getMessage());
    return type.find() && exported().contains(type.group(1));
  }

  private static Set<String> exported() {
    try {
      URI place = Letter.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return ModuleFinder.of(Path.of(place))
          .find("org.sampan.sealing")
          .orElseThrow()
          .descriptor()
          .exports()
          .stream()
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());
    } catch (URISyntaxException never) {
      throw new AssertionError(never);
    }
  }

  @Test
  void only_who_may_use_a_library_uses_its_inner_packages() {
    List<String> otherwise =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sampan")
                .stream()
                .filter(type -> !type.getPackageName().startsWith("org.sampan.sealing"))
                .filter(type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(to ->
                            to.getTargetClass().getPackageName().startsWith("org.sampan.sealing.")))
                .filter(type -> !mayUse(type, "sealing"))
                .map(JavaClass::getName)
                .toList();

    assertThat(otherwise).isEmpty();
  }

  private static boolean mayUse(JavaClass type, String library) {
    ApplicationModule rules = type.getPackage().getAnnotationOfType(ApplicationModule.class);
    return List.of(rules.allowedDependencies()).contains(library);
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

package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that bytecode can show.
class StyleTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sampan");

  private static final Pattern REFUSED =
      Pattern.compile(
          ".*(Util|Helper|Manager|Impl|DTO|Dto|Processor|Handler|Common|Service|Repository).*|Base[A-Z].*|.*[a-z]Base");

  @Test
  void names_say_what_a_thing_is() {
    List<String> refused =
        OURS.stream()
            .filter(type ->
                !type.getName().contains("JteGenerated") || !type.getSimpleName().startsWith("Jte"))
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.startsWith("Jte") && REFUSED.matcher(name).matches())
            .toList();

    assertThat(refused).isEmpty();
  }

  @Test
  void nobody_reads_the_time_but_from_a_clock() {
    ArchRuleDefinition.noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  @Test
  void a_class_wears_a_framework_annotation_or_knows_nothing_of_the_framework() {
    DescribedPredicate<JavaClass> plain =
        DescribedPredicate.describe(
            "wear no framework annotation",
            type -> ofACapability(type) && !wearsFramework(type) && !type.isAnnotation());
    ArchRuleDefinition.classes().that(plain).should(knowOnlyPlainThings()).check(OURS);
  }

  private static boolean wearsFramework(JavaClass type) {
    boolean own =
        type.getAnnotations().stream().anyMatch(a -> fromFramework(a.getRawType().getName()));
    boolean methods =
        type.getMethods().stream()
            .flatMap(method -> method.getAnnotations().stream())
            .anyMatch(a -> fromFramework(a.getRawType().getName()));
    return own || methods || type.getEnclosingClass().map(StyleTest::wearsFramework).orElse(false);
  }

  private static boolean fromFramework(String name) {
    return name.startsWith("org.springframework.") || name.startsWith("jakarta.");
  }

  private static ArchCondition<JavaClass> knowOnlyPlainThings() {
    List<String> allowed =
        List.of(
            "java.",
            "javax.crypto.",
            "javax.sql.",
            "org.jspecify.",
            "org.sampan.",
            "com.ibm.icu.",
            "gg.jte.",
            "tools.jackson.",
            "com.github.f4b6a3.",
            "com.nimbusds.",
            "org.slf4j.",
            "org.postgresql.",
            "org.flywaydb.");
    return new ArchCondition<>("know only plain things") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getSimpleName().equals("package-info")
            || FRAMEWORK_JOINS.contains(type.getSimpleName())) {
          return;
        }
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass())
            .map(target -> target.isArray() ? target.getBaseComponentType() : target)
            .filter(target -> !target.isPrimitive())
            .map(JavaClass::getName)
            .filter(name -> !name.startsWith("[") && allowed.stream().noneMatch(name::startsWith))
            .distinct()
            .forEach(name ->
                events.add(SimpleConditionEvent.violated(type, type.getName() + " knows " + name)));
      }
    };
  }

  /// Types whose only work is to meet the framework, though they need no annotation.
  private static final List<String> FRAMEWORK_JOINS = List.of("Visitor", "Code", "Migrations");

  @Test
  void a_method_takes_five_parameters_at_most() {
    List<String> crowded =
        OURS.stream()
            .filter(type -> !type.getSimpleName().startsWith("Jte"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getRawParameterTypes().size() > 5)
            .filter(method -> !method.getName().startsWith("lambda$"))
            .filter(method ->
                method.getAnnotations().stream()
                    .noneMatch(a -> a.getRawType().getName().contains("Mapping")))
            .map(JavaCodeUnit::getFullName)
            .toList();

    assertThat(crowded).isEmpty();
  }

  @Test
  void at_most_two_in_five_types_of_a_capability_are_public() {
    long all = OURS.stream().filter(StyleTest::topLevelOfACapability).count();
    long open =
        OURS.stream()
            .filter(StyleTest::topLevelOfACapability)
            .filter(type ->
                type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
            .count();

    assertThat(open * 100 / Math.max(1, all)).as("%d of %d", open, all).isLessThanOrEqualTo(40);
  }

  private static boolean topLevelOfACapability(JavaClass type) {
    return ofACapability(type) && type.getEnclosingClass().isEmpty();
  }

  /// The libraries and the database's launcher have their own line, drawn by Maven.
  private static boolean ofACapability(JavaClass type) {
    return Stream.of("org.sampan.screening", "org.sampan.sealing", "org.sampan.database")
            .noneMatch(type.getPackageName()::startsWith)
        && !type.getSimpleName().startsWith("Jte")
        && !type.getSimpleName().equals("package-info");
  }
}

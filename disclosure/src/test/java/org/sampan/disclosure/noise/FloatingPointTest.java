package org.sampan.disclosure.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No floating point stands between a true count and its noised integer, nor in choosing what to
/// measure; and what happens to those who allow it.
class FloatingPointTest {

  private static final Path CLASSES = Path.of("target/classes/org/sampan/disclosure");

  @Test
  void noise_measuring_and_the_domain_know_no_floating_point() {
    assertThat(floating("noise")).isEmpty();
    assertThat(floating("measuring")).isEmpty();
    assertThat(floating("domain")).isEmpty();
  }

  @Test
  void the_same_look_finds_floating_point_where_it_is_allowed() {
    assertThat(floating("synthesis")).isNotEmpty();
  }

  /// Mironov 2012, "On significance of the least significant bits for differential privacy".
  @Test
  void naive_noise_gives_a_count_away_in_more_than_half_of_its_outputs() {
    SecureRandom random = new SecureRandom();
    int refuted = 0;
    int falseAlarms = 0;

    for (int at = 0; at < 20_000; at++) {
      refuted += canBeNaiveNoise(1 + naiveLaplace(random)) ? 0 : 1;
      falseAlarms += canBeNaiveNoise(naiveLaplace(random)) ? 0 : 1;
    }

    assertThat(refuted / 20_000.0).isBetween(0.55, 0.65);
    assertThat(falseAlarms).isZero();
  }

  private static double naiveLaplace(SecureRandom random) {
    double uniform = random.nextDouble();
    return random.nextBoolean() ? Math.log(uniform) : -Math.log(uniform);
  }

  /// Whether any of the 2^53 uniform numbers gives exactly this noise.
  private static boolean canBeNaiveNoise(double noise) {
    long near = Math.round(Math.exp(-Math.abs(noise)) * 0x1p53);
    for (long each = Math.max(0, near - 8); each <= near + 8; each++) {
      if (Math.log(each * 0x1p-53) == -Math.abs(noise)) {
        return true;
      }
    }
    return false;
  }

  private static TreeSet<String> floating(String folder) {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        look(ClassFile.of().parse(file), found);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }

  private static void look(ClassModel model, TreeSet<String> found) {
    String name = model.thisClass().asInternalName();
    model.fields().forEach(each -> note(name, each.fieldType().stringValue(), found));
    for (MethodModel method : model.methods()) {
      note(name + "." + method.methodName(), method.methodType().stringValue(), found);
      method
          .code()
          .ifPresent(code ->
              code.forEach(element -> {
                if (element instanceof Instruction instruction) {
                  look(name + "." + method.methodName(), instruction, found);
                }
              }));
    }
  }

  private static void look(String where, Instruction instruction, TreeSet<String> found) {
    String opcode = instruction.opcode().name();
    boolean floating =
        opcode.matches("[DF](ADD|SUB|MUL|DIV|REM|NEG|LOAD|STORE|RETURN|CONST|CMP|ALOAD|ASTORE).*")
            || opcode.matches("[DF]2[A-Z]|[A-Z]2[DF]");
    if (floating) {
      found.add(where + " " + opcode);
    }
    if (instruction instanceof InvokeInstruction call) {
      note(where + " calls " + call.name().stringValue(), call.type().stringValue(), found);
    }
  }

  private static void note(String where, String descriptor, TreeSet<String> found) {
    String bare = descriptor.replaceAll("L[^;]+;", "");
    boolean wrapped = List.of("Double;", "Float;").stream().anyMatch(descriptor::contains);
    if (bare.contains("D") || bare.contains("F") || wrapped) {
      found.add(where + " " + descriptor);
    }
  }
}

package org.sampan.jobs.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

class InventedRegistersTest {

  @TempDir Path folder;

  @Test
  void the_same_seed_invents_the_same_register() throws IOException {
    String first = invented("--generate", "500", "--seed", "7");
    String again = invented("--generate", "500", "--seed", "7");
    String other = invented("--generate", "500", "--seed", "8");

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(first.lines()).hasSize(501);
  }

  @Test
  void people_are_written_in_seven_scripts() throws IOException {
    String register = invented("--generate", "2000");

    Set<UnicodeScript> scripts =
        register.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
    assertThat(scripts)
        .contains(
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.HAN,
            UnicodeScript.LATIN);
    assertThat(register).contains("Nguyễn").contains("พ.ศ. 25");
  }

  @Test
  void some_entities_stand_in_several_rows() throws IOException {
    for (String like : List.of("mekong", "febrl")) {
      long entities =
          invented("--generate", "2000", "--like", like)
              .lines()
              .skip(1)
              .map(line -> line.split(",")[1])
              .distinct()
              .count();

      assertThat(entities).as(like).isBetween(1200L, 1700L);
    }
  }

  @Test
  void the_truth_can_stand_in_a_file_of_its_own() throws IOException {
    Path truth = folder.resolve("truth.csv");

    String register = invented("--generate", "10", "--truth", truth.toString());

    assertThat(register.lines().findFirst().orElseThrow()).startsWith("rec_id,register,");
    assertThat(Files.readAllLines(truth)).hasSize(11).first().isEqualTo("id,entity");
  }

  @Test
  void a_wrong_call_is_refused() {
    assertThatThrownBy(() -> InventedRegisters.run(List.of("--generate", "many")))
        .isInstanceOf(OperatorRefusal.class);
    assertThatThrownBy(() -> InventedRegisters.run(List.of("--seed", "1")))
        .isInstanceOf(OperatorRefusal.class);
    assertThatThrownBy(() -> InventedRegisters.run(List.of("--generate", "1", "--like", "moon")))
        .isInstanceOf(OperatorRefusal.class);
  }

  private String invented(String... arguments) throws IOException {
    Path file = folder.resolve("register.csv");
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", file.toString()));
    InventedRegisters.run(all);
    return Files.readString(file);
  }
}

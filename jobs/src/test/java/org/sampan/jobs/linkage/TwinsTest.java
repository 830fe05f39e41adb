package org.sampan.jobs.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sampan.jobs.registers.InventedRegisters;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;

/// Each trick of the linkage engine beside its plain twin, on an invented register whose names
/// stand in several scripts.
class TwinsTest {

  private static final Path TWINS = Path.of("..", "linkage", "src", "twins");
  private static final int ROWS = 60;

  /// Learning does not hear the names of pairs that teach nothing, or takes too long by the twin.
  private static final List<String> MODEL_GIVEN = List.of("hearing", "heard-names");

  @TempDir static Path folder;

  private static List<List<String>> table = List.of();
  private static List<String> shipped = List.of();

  @BeforeAll
  static void whatTheEngineComesToAsItShips() {
    Path file = folder.resolve("register.csv");
    InventedRegisters.run(List.of("--generate", String.valueOf(ROWS), "--out", file.toString()));
    table = read(file);
    shipped = new TwinRun().apply(table, "");
  }

  static List<String> tricks() throws IOException {
    try (Stream<String> lines = Files.lines(TWINS.resolve("tricks.csv"))) {
      return lines.skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void model_scores_people_and_answers_are_the_same_to_the_last_bit(String trick)
      throws IOException, ReflectiveOperationException {
    BiFunction<List<List<String>>, String, List<String>> plain =
        Twin.run(TWINS.resolve("java").resolve(trick), folder.resolve(trick));

    String model = MODEL_GIVEN.contains(trick) ? shipped.getFirst() : "";

    assertThat(plain.apply(table, model)).isEqualTo(shipped).hasSizeGreaterThan(50);
  }

  @Test
  void every_twin_is_told_of() throws IOException {
    try (Stream<Path> folders = Files.list(TWINS.resolve("java"))) {
      assertThat(folders.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(tricks());
    }
  }

  private static List<List<String>> read(Path file) {
    List<List<String>> rows = new ArrayList<>();
    try (Table open = Tables.open(file.toString(), "", (source, line, reason) -> {})) {
      List<String> columns = new ArrayList<>(open.columns());
      columns.removeAll(List.of("rec_id", "entity"));
      rows.add(columns);
      while (open.next()) {
        Row row = open.row();
        rows.add(columns.stream().map(column -> row.text(open.columns().indexOf(column))).toList());
      }
    }
    return rows;
  }
}

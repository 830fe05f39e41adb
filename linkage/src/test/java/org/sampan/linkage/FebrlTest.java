package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Public sets with truth (FEBRL 1 to 3), at the threshold that the model sets itself.
class FebrlTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_model_learned_without_labels_finds_the_copies(int set) throws IOException {
    Path file = Path.of("../../shared/data/linkage/dataset" + set + ".csv");
    Assumptions.assumeTrue(Files.exists(file), "not here: " + file);
    Sheet sheet = Sheet.read(file, "rec_id", "");
    Linkage linkage =
        Linkage.of(
            ModelWizard.propose(sheet.columns(), sheet.sample()),
            sheet.store(),
            Registers.threads(2));

    Training training = linkage.train();
    long[] counts = new long[2];
    training
        .linkage()
        .score(training.model().threshold(), (a, b, bits) -> counts[sheet.same(a, b) ? 0 : 1]++);

    double f1 = 2.0 * counts[0] / (counts[0] + counts[1] + sheet.truePairs());
    assertThat(f1).isGreaterThanOrEqualTo(0.995);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void copies_in_a_second_file_are_found_in_the_first(int set) throws IOException {
    Path file = Path.of("../../shared/data/linkage/dataset" + set + ".csv");
    Assumptions.assumeTrue(Files.exists(file), "not here: " + file);
    Sheet sheet = Sheet.read(file, "rec_id", "");
    List<Integer> rows = new ArrayList<>();
    for (boolean copies : new boolean[] {false, true}) {
      for (int row = 0; row < sheet.rows().size(); row++) {
        if (sheet.ids().get(row).contains("dup") == copies) {
          rows.add(row);
        }
      }
    }
    RecordStore.Builder builder = RecordStore.builder(sheet.columns());
    long[] all = new long[1];
    for (int row : rows) {
      int source = sheet.ids().get(row).contains("dup") ? 1 : 0;
      all[0] += source;
      builder.add(sheet.ids().get(row), source, sheet.rows().get(row).toArray(String[]::new));
    }

    Training training =
        Linkage.of(
                ModelWizard.propose(sheet.columns(), sheet.sample()),
                builder.build(),
                Registers.threads(2))
            .train();
    long[] counts = new long[2];
    training
        .linkage()
        .score(
            training.model().threshold(),
            (a, b, bits) -> counts[sheet.same(rows.get(a), rows.get(b)) ? 0 : 1]++);

    double f1 = 2.0 * counts[0] / (counts[0] + counts[1] + all[0]);
    assertThat(f1).isGreaterThanOrEqualTo(0.995);
  }
}

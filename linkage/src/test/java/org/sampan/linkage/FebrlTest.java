package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.linkage.model.ModelWizard;

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
}

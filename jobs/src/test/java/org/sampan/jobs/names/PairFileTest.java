package org.sampan.jobs.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

/// Files of pairs as people hand them in.
class PairFileTest {

  @TempDir Path here;

  @Test
  void rows_that_cannot_be_used_are_named_and_the_others_read() throws IOException {
    Path file =
        Files.writeString(
            here.resolve("pairs.tsv"),
            "\uFEFFnative\tlatin\tabout\nสมชาย\tSomchai|somchay\tm\nสมหญิง\nស៊ន\t\tf\n");

    PairFile read = PairFile.read(file);

    assertThat(read.rows()).hasSize(1);
    assertThat(read.rows().getFirst().latin()).containsExactly("somchai", "somchay");
    assertThat(read.problems())
        .containsExactly("line 3: too few columns", "line 4: an empty latin");
  }

  @Test
  void a_missing_column_is_refused_by_its_name() throws IOException {
    Path file = Files.writeString(here.resolve("pairs.tsv"), "native\tenglish\nสมชาย\tSomchai\n");

    assertThatThrownBy(() -> PairFile.read(file))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("no column 'latin'");
  }

  @Test
  void a_file_beyond_64_megabytes_is_refused_before_it_is_read() throws IOException {
    Path file = here.resolve("pairs.tsv");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(PairFile.LARGEST + 1);
    }

    assertThatThrownBy(() -> PairFile.read(file))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("64 MB");
  }
}

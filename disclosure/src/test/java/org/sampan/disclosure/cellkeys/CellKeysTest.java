package org.sampan.disclosure.cellkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CellKeysTest {

  private static final RecordKeys KEYS = new RecordKeys(new byte[32]);

  @Test
  void the_table_is_the_one_tau_argus_ships() throws IOException {
    Path file = Path.of("../../shared/data/disclosure/sdc-tables/tauargus_tau_testW_ptable.txt");
    Assumptions.assumeTrue(Files.isReadable(file), "needs " + file);

    PerturbationTable table = PerturbationTable.of(7, 4, 2);

    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] fields = line.split(";");
      double ours = table.probability(Long.parseLong(fields[0]), Integer.parseInt(fields[3]));
      // Theirs also has no move likelier than none, which tells for counts of 4 and 5.
      double near = fields[0].equals("4") || fields[0].equals("5") ? 0.03 : 0.001;
      assertThat(ours).as(line).isCloseTo(Double.parseDouble(fields[2]), within(near));
    }
  }

  @Test
  void the_same_people_always_have_the_same_noise() {
    PerturbationTable table = PerturbationTable.of(5, 3, 2);
    List<String> people = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      people.add("person " + person);
    }

    Set<Long> answers = new HashSet<>();
    for (int asked = 0; asked < 100; asked++) {
      java.util.Collections.shuffle(people);
      answers.add(table.published(people.size(), KEYS.of(people)));
    }

    assertThat(answers).hasSize(1);
  }

  @Test
  void zeros_stay_and_small_counts_are_never_seen() {
    PerturbationTable table = PerturbationTable.of(5, 3, 2);

    assertThat(table.published(0, KEYS.of(List.of()))).isZero();
    for (int person = 0; person < 1000; person++) {
      long key = KEYS.of("person " + person);
      for (long count = 1; count < 12; count++) {
        assertThat(table.published(count, key)).isNotIn(1L, 2L).isBetween(0L, count + 5);
      }
    }
  }

  @Test
  void noise_has_mean_nought_and_the_variance_asked_for() {
    PerturbationTable table = PerturbationTable.of(5, 3, 2);

    long[] keys = new long[20000];
    java.util.Arrays.setAll(keys, person -> KEYS.of("person " + person));
    for (long count = 1; count < 20; count++) {
      double sum = 0;
      double squares = 0;
      for (long key : keys) {
        double move = table.published(count, key) - count;
        sum += move;
        squares += move * move;
      }
      assertThat(sum / 20000).isCloseTo(0, within(0.06));
      assertThat(squares / 20000).isCloseTo(3, within(0.2));
    }
  }

  @Test
  void a_short_secret_is_refused() {
    assertThatThrownBy(() -> new RecordKeys(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

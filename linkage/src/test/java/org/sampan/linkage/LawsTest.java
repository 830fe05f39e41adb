package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// Laws that hold whatever the records.
class LawsTest {

  private static final List<List<String>> ROWS = Registers.rows(800, 1);
  private static final RecordStore STORE = Registers.store(ROWS, "r", 1);
  private static final Training TRAINED = train(STORE, 2);

  private static Training train(RecordStore store, int threads) {
    return Linkage.of(Registers.proposed(ROWS), store, Registers.threads(threads)).train();
  }

  @Test
  void models_and_scores_are_the_same_whatever_the_threads() {
    Training alone = train(STORE, 1);
    Training three = train(STORE, 3);

    assertThat(alone.model()).isEqualTo(TRAINED.model()).isEqualTo(three.model());
    assertThat(Registers.scores(alone.linkage()))
        .isEqualTo(Registers.scores(three.linkage()))
        .hasSizeGreaterThan(500);
  }

  @Test
  void an_identifier_never_counts() {
    Training renamed = train(Registers.store(ROWS, "another-", 1), 2);

    assertThat(renamed.model()).isEqualTo(TRAINED.model());
    assertThat(Registers.scores(renamed.linkage())).isEqualTo(Registers.scores(TRAINED.linkage()));
  }

  @Test
  void scores_are_symmetric_and_their_own_sum() {
    Linkage linkage = TRAINED.linkage();
    for (int a = 0; a < 60; a++) {
      int b = a + 1 + a % 7;
      Waterfall waterfall = linkage.explain(a, b);
      double sum = waterfall.prior();
      for (Waterfall.Step step : waterfall.steps()) {
        sum += step.bits() + step.frequency();
      }

      assertThat(linkage.bits(a, b)).isEqualTo(linkage.bits(b, a));
      assertThat(waterfall.bits()).isCloseTo(sum, within(1e-9));
      assertThat(linkage.bits(a, b)).isEqualTo((float) waterfall.bits());
    }
  }

  @Test
  void closer_agreement_never_counts_less() {
    for (Field field : TRAINED.model().fields()) {
      double exact = field.levels().getFirst().bits();
      double none = field.levels().getLast().bits();

      assertThat(exact).as(field.name()).isGreaterThanOrEqualTo(none);
    }
  }

  @Test
  void a_model_reads_back_from_its_file() {
    Model model = TRAINED.model();

    assertThat(Model.parse(model.toJson())).isEqualTo(model);
  }

  @Test
  void with_two_sources_only_pairs_across_them_are_scored() {
    RecordStore store = Registers.store(ROWS, "r", 2);

    Training training = train(store, 2);

    training
        .linkage()
        .score(
            -1000,
            (a, b, bits) -> {
              assertThat(a).isLessThan(store.border());
              assertThat(b).isGreaterThanOrEqualTo(store.border());
            });
  }

  @Test
  void no_pair_comes_twice() {
    List<String> pairs =
        Registers.scores(TRAINED.linkage()).stream()
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .toList();

    assertThat(pairs).doesNotHaveDuplicates();
  }

  @Test
  void a_ruling_outweighs_every_score() {
    int[] best = new int[2];
    TRAINED
        .linkage()
        .score(
            20,
            (a, b, bits) -> {
              best[0] = a;
              best[1] = b;
            });
    Ruling apart = new Ruling("r" + best[0], "r" + best[1], false);
    Ruling same = new Ruling("r0", "r" + (ROWS.size() - 1), true);

    Clusters clusters =
        TRAINED.linkage().clusters(TRAINED.model().threshold(), List.of(apart, same));

    assertThat(clusters.of()[best[0]]).isNotEqualTo(clusters.of()[best[1]]);
    assertThat(clusters.of()[0]).isEqualTo(clusters.of()[ROWS.size() - 1]);
  }

  @Test
  void an_index_answers_with_the_same_bits_and_takes_changes() {
    Linkage linkage = TRAINED.linkage();
    Index index = linkage.index();
    List<String> unseen = List.of("somchay", "khamdarabouly", "1977-02-03", "5550001", "pakse");

    List<Index.Candidate> mine = index.lookup(ROWS.get(3), -1000, 1000);
    float bits = linkage.bits(3, mine.getFirst().record());
    int added = index.add("new", unseen);

    assertThat(mine.getFirst().bits()).isEqualTo(bits);
    assertThat(mine).extracting(Index.Candidate::record).contains(3);
    assertThat(index.lookup(unseen, 10, 3)).extracting(Index.Candidate::record).contains(added);
    assertThat(index.remove("new")).isTrue();
    assertThat(index.remove("new")).isFalse();
    assertThat(index.lookup(unseen, 10, 3)).isEmpty();
  }
}

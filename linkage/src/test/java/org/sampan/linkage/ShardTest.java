package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// Parts of a register that know the census of the whole: what linkage-spark rests on.
class ShardTest {

  private static final List<List<String>> ROWS = Registers.rows(250, 11);

  @Test
  void a_shard_that_knows_the_census_scores_as_the_whole_does() {
    RecordStore store = Registers.store(ROWS, "r", 1);
    Linkage whole = Linkage.of(learned(store), store, Registers.threads(1));

    Shard shard = Shard.of(whole.model(), store, census(whole.model(), store));
    List<String> scores = new ArrayList<>();
    int[][] keys = keys(shard, whole.model());
    Scoring scoring =
        shard.score(
            orders(keys, whole.model()),
            keys,
            -1000,
            (a, b, bits) -> scores.add(a + " " + b + " " + bits));

    List<String> expected = Registers.scores(whole);
    assertThat(Registers.sorted(scores)).isEqualTo(Registers.sorted(expected)).isNotEmpty();
    assertThat(scoring.compared()).isEqualTo(expected.size());
  }

  @Test
  void a_shard_that_holds_a_group_makes_the_same_people_of_it() {
    RecordStore store = Registers.store(ROWS, "r", 1);
    Model model = learned(store);
    Linkage whole = Linkage.of(model, store, Registers.threads(1));

    Gathering gathering = Shard.of(model, store, census(model, store)).gathering(model.threshold());
    whole.score(model.threshold(), gathering);

    assertThat(gathering.clusters(List.of()).of())
        .isEqualTo(whole.clusters(model.threshold(), List.of()).of());
  }

  @Test
  void keys_of_a_part_are_those_of_the_whole() {
    RecordStore store = Registers.store(ROWS, "r", 1);
    Model model = learned(store);
    RecordStore part = Registers.store(ROWS.subList(100, 200), "r", 1);

    int[][] all = keys(Shard.of(model, store, Census.unknown(model)), model);
    int[][] some = keys(Shard.of(model, part, Census.unknown(model)), model);

    assertThat(some).isDeepEqualTo(Arrays.copyOfRange(all, 100, 200));
  }

  private static Model learned(RecordStore store) {
    Model model = Linkage.of(Registers.proposed(ROWS), store, Registers.threads(1)).train().model();
    return model.with(model.passes().stream().filter(pass -> !pass.heard()).toList());
  }

  /// The census of two halves, added up.
  private static Census census(Model model, RecordStore store) {
    int fields = model.fields().size();
    List<Map<String, Integer>> often = new ArrayList<>();
    List<Map<String, Integer>> written = new ArrayList<>();
    IntStream.range(0, fields)
        .forEach(field -> {
          often.add(new HashMap<>());
          written.add(new java.util.LinkedHashMap<>());
        });
    int middle = store.size() / 2;
    for (List<List<String>> half :
        List.of(ROWS.subList(0, middle), ROWS.subList(middle, store.size()))) {
      Shard shard = Shard.of(model, Registers.store(half, "r", 1), Census.unknown(model));
      shard.values(
          (field, text, record, count) -> often.get(field).merge(text, count, Integer::sum));
      shard.writings(
          (field, text, record, count) -> written.get(field).merge(text, count, Integer::sum));
    }
    List<Census.Known> known = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      long total = often.get(field).values().stream().mapToLong(count -> count).sum();
      often.get(field).values().removeIf(count -> count < Census.OFTEN);
      List<String> values = List.copyOf(written.get(field).keySet());
      Set<String> words =
          Census.words(
              model.fields().get(field).kind(), values.size(), code -> values.get(code - 1));
      known.add(new Census.Known(total, often.get(field), words));
    }
    return new Census(known, false);
  }

  private static int[][] keys(Shard shard, Model model) {
    Purge purge = Purge.none(model.passes().size());
    int records = shard.size();
    return IntStream.range(0, records)
        .mapToObj(record -> shard.keys(record, purge))
        .toArray(int[][]::new);
  }

  private static int[][] orders(int[][] keys, Model model) {
    int[][] orders = new int[model.passes().size()][];
    for (int pass = 0; pass < orders.length; pass++) {
      int at = pass;
      orders[pass] =
          IntStream.range(0, keys.length)
              .filter(record -> keys[record][at] != 0)
              .boxed()
              .sorted(java.util.Comparator.comparing(record -> keys[record][at]))
              .mapToInt(record -> record)
              .toArray();
    }
    return orders;
  }
}

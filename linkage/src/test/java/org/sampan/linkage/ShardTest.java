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
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.RecordStore;

/// Parts of a register that know the census of the whole: what linkage-spark rests on.
class ShardTest {

  private static final List<List<String>> ROWS = Registers.rows(250, 11);
  private static final List<List<String>> MIXED = inTwoScripts(Registers.rows(100, 12));

  @Test
  void a_shard_that_knows_the_census_scores_as_the_whole_does() {
    RecordStore store = Registers.store(ROWS, "r", 1);
    Linkage whole = Linkage.of(learned(store), store, Registers.threads(1));

    Shard shard = Shard.of(whole.model(), store, census(whole.model(), ROWS));
    List<String> scores = new ArrayList<>();
    Scoring scoring = score(shard, whole.model(), scores);

    List<String> expected = Registers.scores(whole);
    assertThat(Registers.sorted(scores)).isEqualTo(Registers.sorted(expected)).isNotEmpty();
    assertThat(scoring.compared()).isEqualTo(expected.size());
  }

  @Test
  void a_shard_that_holds_a_group_makes_the_same_people_of_it() {
    RecordStore store = Registers.store(ROWS, "r", 1);
    Model model = learned(store);
    Linkage whole = Linkage.of(model, store, Registers.threads(1));

    Gathering gathering = Shard.of(model, store, census(model, ROWS)).gathering(model.threshold());
    whole.score(model.threshold(), gathering);

    assertThat(gathering.clusters(List.of()).of())
        .isEqualTo(whole.clusters(model.threshold(), List.of()).of());
  }

  @Test
  void keys_of_a_part_are_those_of_the_whole() {
    RecordStore store = Registers.store(MIXED, "r", 1);
    Model model = heard();
    Census census = census(model, MIXED);
    RecordStore part = Registers.store(MIXED.subList(60, 120), "r", 1);

    int[][][] all = keys(Shard.of(model, store, census), model);
    int[][][] some = keys(Shard.of(model, part, census), model);

    assertThat(some).isDeepEqualTo(Arrays.copyOfRange(all, 60, 120));
    assertThat(Arrays.stream(some)).anyMatch(own -> own[1].length > 1);
  }

  @Test
  void names_that_meet_by_sound_meet_in_a_shard_as_in_the_whole() {
    RecordStore store = Registers.store(MIXED, "r", 1);
    Linkage whole = Linkage.of(heard(), store, Registers.threads(1));

    Shard shard = Shard.of(whole.model(), store, census(whole.model(), MIXED));
    List<String> scores = new ArrayList<>();
    Scoring scoring = score(shard, whole.model(), scores);

    List<String> expected = Registers.scores(whole);
    assertThat(Registers.sorted(scores)).isEqualTo(Registers.sorted(expected)).isNotEmpty();
    assertThat(scoring.compared()).isEqualTo(expected.size());
  }

  /// Rows of which every second stands in Thai; the first column holds the whole name.
  private static List<List<String>> inTwoScripts(List<List<String>> rows) {
    List<List<String>> both = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> other = new ArrayList<>(row);
      String name = row.get(0) + " " + row.get(1);
      other.set(0, both.size() % 2 == 0 ? name : ScriptsTest.thai(name));
      both.add(other);
    }
    return both;
  }

  private static Model learned(RecordStore store) {
    return Linkage.of(Registers.proposed(ROWS), store, Registers.threads(1)).train().model();
  }

  /// A model with a pass by letters and one by sound.
  private static Model heard() {
    return Registers.proposed(MIXED)
        .with(
            List.of(
                new Pass(List.of(new Pass.Key("last", Cut.WHOLE))),
                new Pass(List.of(new Pass.Key("first", Cut.HEARD)))));
  }

  /// The census of two halves, added up.
  private static Census census(Model model, List<List<String>> rows) {
    int fields = model.fields().size();
    List<Map<String, Integer>> often = new ArrayList<>();
    List<Map<String, Integer>> written = new ArrayList<>();
    List<Map<Integer, Integer>> sounds = new ArrayList<>();
    IntStream.range(0, fields)
        .forEach(field -> {
          often.add(new HashMap<>());
          written.add(new java.util.LinkedHashMap<>());
          sounds.add(new HashMap<>());
        });
    int middle = rows.size() / 2;
    for (List<List<String>> half :
        List.of(rows.subList(0, middle), rows.subList(middle, rows.size()))) {
      Shard shard = Shard.of(model, Registers.store(half, "r", 1), Census.unknown(model));
      shard.values(
          (field, text, record, count) -> often.get(field).merge(text, count, Integer::sum));
      shard.writings(
          (field, text, record, count) -> written.get(field).merge(text, count, Integer::sum));
      IntStream.range(0, fields)
          .filter(field -> Census.asksForSounds(model, field))
          .forEach(field ->
              shard.sounds(
                  field, (key, scripts) -> sounds.get(field).merge(key, scripts, (a, b) -> a | b)));
    }
    List<Census.Known> known = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      long total = often.get(field).values().stream().mapToLong(count -> count).sum();
      often.get(field).values().removeIf(count -> count < Census.OFTEN);
      List<String> values = List.copyOf(written.get(field).keySet());
      Set<String> words =
          Census.words(
              model.fields().get(field).kind(), values.size(), code -> values.get(code - 1));
      sounds.get(field).values().removeIf(scripts -> Integer.bitCount(scripts) < 2);
      int[] shared = sounds.get(field).keySet().stream().mapToInt(key -> key).sorted().toArray();
      known.add(new Census.Known(total, often.get(field), words, shared));
    }
    return new Census(known, false);
  }

  private static int[][][] keys(Shard shard, Model model) {
    int passes = model.passes().size();
    Purge purge = Purge.none(passes);
    return IntStream.range(0, shard.size())
        .mapToObj(record ->
            IntStream.range(0, passes)
                .mapToObj(pass -> shard.keys(record, pass, purge))
                .toArray(int[][]::new))
        .toArray(int[][][]::new);
  }

  private static Scoring score(Shard shard, Model model, List<String> scores) {
    int[][][] keys = keys(shard, model);
    int[][] orders = new int[model.passes().size()][];
    int[][] places = new int[orders.length][];
    for (int pass = 0; pass < orders.length; pass++) {
      int at = pass;
      long[] members =
          IntStream.range(0, keys.length)
              .boxed()
              .flatMapToLong(record ->
                  Arrays.stream(keys[record][at]).mapToLong(key -> (long) key << 32 | record))
              .sorted()
              .toArray();
      orders[pass] = Arrays.stream(members).mapToInt(member -> (int) member).toArray();
      places[pass] = Arrays.stream(members).mapToInt(member -> (int) (member >> 32)).toArray();
    }
    return shard.score(
        orders, places, keys, -1000, (a, b, bits) -> scores.add(a + " " + b + " " + bits));
  }
}

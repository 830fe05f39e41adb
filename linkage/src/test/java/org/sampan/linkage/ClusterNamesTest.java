package org.sampan.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.linkage.record.RecordStore;

/// Names that last while records come, join and part.
class ClusterNamesTest {

  private static RecordStore store(String... ids) {
    RecordStore.Builder builder = RecordStore.builder(List.of("name"));
    for (String id : ids) {
      builder.add(id, 0, "x");
    }
    return builder.build();
  }

  @Test
  void a_cluster_keeps_the_name_that_most_of_its_records_bear() {
    Clusters clusters = new Clusters(new int[] {0, 0, 2, 0, 4}, 2, 0);
    Map<String, String> earlier =
        Map.of("a", "one", "b", "two", "d", "two", "c", "two", "z", "gone");

    ClusterNames named = ClusterNames.of(clusters, store("a", "b", "c", "d", "e"), earlier);

    assertThat(named.names())
        .isEqualTo(Map.of("a", "two", "b", "two", "c", "c", "d", "two", "e", "e"));
    assertThat(named.events())
        .containsExactly(
            new ClusterEvent.Merged(List.of("one", "two"), "two"),
            new ClusterEvent.Appeared("e"),
            new ClusterEvent.Split("two", List.of("c", "two")),
            new ClusterEvent.Vanished("gone"));
  }

  @Test
  void nothing_happens_when_nothing_changed() {
    Clusters clusters = new Clusters(new int[] {0, 0, 2}, 1, 0);
    RecordStore store = store("a", "b", "c");
    ClusterNames first = ClusterNames.of(clusters, store, Map.of());

    ClusterNames again = ClusterNames.of(clusters, store, first.names());

    assertThat(again.names()).isEqualTo(first.names());
    assertThat(again.events()).isEmpty();
  }
}

package org.sampan.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sampan.linkage.record.RecordStore;

/// Names of clusters that last from run to run: a cluster keeps the earlier name that most of its
/// records bear; one without takes the identifier of its first record.
///
/// @param names the cluster's name by record identifier
/// @param events what changed, by kind and then by name
public record ClusterNames(Map<String, String> names, List<ClusterEvent> events) {

  private record Share(String earlier, int cluster, int records) {}

  public ClusterNames {
    names = Map.copyOf(names);
    events = List.copyOf(events);
  }

  /// Names the clusters of a run.
  ///
  /// @param earlier the names of the run before, empty at first
  public static ClusterNames of(Clusters clusters, RecordStore store, Map<String, String> earlier) {
    Map<Integer, Map<String, Integer>> shares = new TreeMap<>();
    for (int record = 0; record < store.size(); record++) {
      Map<String, Integer> share =
          shares.computeIfAbsent(clusters.of()[record], none -> new TreeMap<>());
      if (earlier.containsKey(store.id(record))) {
        share.merge(earlier.get(store.id(record)), 1, Integer::sum);
      }
    }
    Map<Integer, String> chosen = chosen(shares, store, new HashSet<>(earlier.values()));
    Map<String, String> names = new HashMap<>();
    for (int record = 0; record < store.size(); record++) {
      names.put(store.id(record), chosen.get(clusters.of()[record]));
    }
    return new ClusterNames(names, events(shares, chosen, new TreeSet<>(earlier.values())));
  }

  private static Map<Integer, String> chosen(
      Map<Integer, Map<String, Integer>> shares, RecordStore store, Set<String> taken) {
    List<Share> all = new ArrayList<>();
    shares.forEach((cluster, share) ->
        share.forEach((name, records) -> all.add(new Share(name, cluster, records))));
    all.sort(
        Comparator.comparingInt(Share::records)
            .reversed()
            .thenComparing(Share::earlier)
            .thenComparing(Share::cluster));
    Map<Integer, String> chosen = new HashMap<>();
    Set<String> given = new HashSet<>();
    for (Share share : all) {
      if (!chosen.containsKey(share.cluster()) && given.add(share.earlier())) {
        chosen.put(share.cluster(), share.earlier());
      }
    }
    for (int cluster : shares.keySet()) {
      if (!chosen.containsKey(cluster)) {
        String name = store.id(cluster);
        for (int next = 2; !taken.add(name); next++) {
          name = store.id(cluster) + "-" + next;
        }
        chosen.put(cluster, name);
      }
    }
    return chosen;
  }

  private static List<ClusterEvent> events(
      Map<Integer, Map<String, Integer>> shares, Map<Integer, String> chosen, Set<String> earlier) {
    List<ClusterEvent> events = new ArrayList<>();
    Map<String, TreeSet<String>> parts = new TreeMap<>();
    shares.forEach((cluster, share) -> {
      String name = chosen.getOrDefault(cluster, "");
      share
          .keySet()
          .forEach(from -> parts.computeIfAbsent(from, none -> new TreeSet<>()).add(name));
      if (share.isEmpty()) {
        events.add(new ClusterEvent.Appeared(name));
      } else if (share.size() > 1) {
        events.add(new ClusterEvent.Merged(List.copyOf(share.keySet()), name));
      }
    });
    parts.forEach((from, into) -> {
      if (into.size() > 1) {
        events.add(new ClusterEvent.Split(from, List.copyOf(into)));
      }
    });
    earlier.stream()
        .filter(name -> !parts.containsKey(name))
        .forEach(name -> events.add(new ClusterEvent.Vanished(name)));
    return events;
  }
}

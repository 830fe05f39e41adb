package org.sampan.linkage;

import java.util.List;
import java.util.Map;

/// Records joined to people.
///
/// @param of the cluster of each record, by record number; a cluster is named by its lowest record
/// @param refused how many joins the guard refused
public record Clusters(int[] of, long refused) {

  /// What became of a cluster since an earlier run.
  public sealed interface Event {
    /// A cluster that holds none of the earlier ones' records.
    record Appeared(String cluster) implements Event {}

    /// A cluster none of whose records is left.
    record Vanished(String cluster) implements Event {}

    /// Several earlier clusters are now one.
    record Merged(List<String> from, String into) implements Event {}

    /// An earlier cluster is now several.
    record Split(String from, List<String> into) implements Event {}
  }

  /// The records' names of their clusters, and what changed since an earlier run.
  ///
  /// @param names the cluster's stable name by record identifier
  public record Named(Map<String, String> names, List<Event> events) {
    public Named {
      names = Map.copyOf(names);
      events = List.copyOf(events);
    }
  }
}

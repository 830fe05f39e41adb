package org.sampan.linkage;

import java.util.List;

/// What became of a group of records since an earlier run.
public sealed interface ClusterEvent {

  /// A cluster none of whose records was known before.
  record Appeared(String cluster) implements ClusterEvent {}

  /// A cluster none of whose records is left.
  record Vanished(String cluster) implements ClusterEvent {}

  /// Several earlier clusters have records in one now.
  ///
  /// @param from the earlier names, sorted
  record Merged(List<String> from, String into) implements ClusterEvent {}

  /// An earlier cluster's records are in several now.
  ///
  /// @param into the names now, sorted
  record Split(String from, List<String> into) implements ClusterEvent {}
}

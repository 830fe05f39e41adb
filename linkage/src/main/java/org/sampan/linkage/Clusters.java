package org.sampan.linkage;

/// Records joined to people.
///
/// @param of the cluster of each record, by record number; a cluster is named by its lowest record
/// @param joins how many joins were made
/// @param refused how many joins the guard refused
public record Clusters(int[] of, long joins, long refused) {

  /// How many people there are thought to be.
  public int count() {
    int count = 0;
    for (int record = 0; record < of.length; record++) {
      count += of[record] == record ? 1 : 0;
    }
    return count;
  }
}

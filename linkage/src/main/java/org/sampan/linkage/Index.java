package org.sampan.linkage;

import java.util.List;

/// Answers one record at a time, and takes additions and removals while it answers.
public final class Index {

  Index() {}

  /// A record like the one asked about.
  ///
  /// @param record its number in the store
  /// @param bits the evidence
  public record Candidate(int record, String id, float bits) {}

  /// The records most like these values (in the columns' order), best first, at least at the floor.
  public List<Candidate> lookup(List<String> values, double floor, int most) {
    throw new UnsupportedOperationException();
  }

  /// Adds a record, which the next lookup finds.
  public int add(String id, List<String> values) {
    throw new UnsupportedOperationException();
  }

  /// Removes the record of this identifier; false when there is none.
  public boolean remove(String id) {
    throw new UnsupportedOperationException();
  }
}

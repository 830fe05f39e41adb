package org.sampan.disclosure.measuring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.noise.RandomBits;

/// Keeps at most so many rows of each person, chosen fairly, before anything is counted.
///
/// Without this one woman registered forty times would weigh forty times, and the noise that hides
/// one row would not hide her.
public final class Bounding {

  private Bounding() {}

  /// The rows that stay, in their order.
  ///
  /// @param rowsAPerson at least 1
  public static Records bounded(Records records, int rowsAPerson, RandomBits random) {
    if (rowsAPerson < 1) {
      throw new IllegalArgumentException("A person keeps at least one row");
    }
    Map<Integer, List<Integer>> rows = new HashMap<>();
    for (int row = 0; row < records.size(); row++) {
      rows.computeIfAbsent(records.person(row), _ -> new ArrayList<>(1)).add(row);
    }
    if (rows.size() == records.size()) {
      return records;
    }
    boolean[] stays = new boolean[records.size()];
    for (List<Integer> own : rows.values()) {
      // The first places of a fair shuffle.
      for (int place = 0; place < Math.min(rowsAPerson, own.size()); place++) {
        int taken = place + random.below(own.size() - place);
        int row = own.get(taken);
        own.set(taken, own.get(place));
        stays[row] = true;
      }
    }
    return kept(records, stays);
  }

  private static Records kept(Records records, boolean[] stays) {
    int size = 0;
    for (boolean stay : stays) {
      size += stay ? 1 : 0;
    }
    short[][] columns = new short[records.domain().width()][size];
    int[] persons = new int[size];
    int to = 0;
    for (int row = 0; row < stays.length; row++) {
      if (stays[row]) {
        for (int at = 0; at < columns.length; at++) {
          columns[at][to] = (short) records.at(at, row);
        }
        persons[to++] = records.person(row);
      }
    }
    return new Records(records.domain(), columns, persons);
  }
}

package org.sampan.disclosure;

import java.util.List;
import org.sampan.disclosure.domain.Records;

/// All that leaves the house: aggregates, the rows that agree with them, and the statement.
///
/// @param aggregates every table that was measured, singles first
/// @param rows synthetic; their persons are only their numbers
/// @param guarded how many pairs of answers were kept out of the rows as too uncertain
public record Release(Statement statement, List<Aggregate> aggregates, Records rows, int guarded) {

  public Release {
    aggregates = List.copyOf(aggregates);
  }
}

package org.sampan.disclosure.extract;

import java.util.Optional;

/// The front door: makes an extract that keeps a promise, or says why there can be none.
public final class Extraction {

  private Extraction() {}

  /// What became of the rows.
  public sealed interface Outcome {

    /// An extract that keeps its promise.
    record Made(Extract extract) implements Outcome {}

    /// Why there is none, for the operator.
    record Refused(String why) implements Outcome {}
  }

  /// Makes the extract. Deterministic: the same rows and promise give the same extract.
  public static Outcome of(Rows rows, Promise promise) {
    if (rows.size() < promise.people()) {
      return new Outcome.Refused(
          "There are fewer than %d people: nothing about them can be published as rows."
              .formatted(promise.people()));
    }
    Optional<String> unknown =
        promise.diversities().stream()
            .map(Diversity::column)
            .filter(column -> rows.position(column) < 0)
            .findFirst();
    if (unknown.isPresent()) {
      return new Outcome.Refused("There is no column " + unknown.get() + " to keep diverse.");
    }
    Rows published =
        promise.length() == 0
            ? new WholeRows(rows, promise).published()
            : new Combinations(rows, promise).published();
    return new Outcome.Made(new Extract(published, promise));
  }
}

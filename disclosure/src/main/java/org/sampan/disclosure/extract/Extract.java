package org.sampan.disclosure.extract;

/// A finished extract: rows in which cells have climbed their trees until the promise holds.
///
/// The rows stand in the order of the people they came from, so that the release desk can compare;
/// whoever writes them to a file sorts them, because an order is information.
///
/// @param rows what is published, a row a person
/// @param promise what holds of it
public record Extract(Rows rows, Promise promise) {

  /// The share of all cells that say nothing, from 0 to 1.
  public double withheld() {
    long withheld = 0;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.width(); column++) {
        withheld += rows.at(row, column) == rows.columns().get(column).top() ? 1 : 0;
      }
    }
    return (double) withheld / cells();
  }

  /// What is left of all that could be said, from 0 (nothing) to 1 (everything): one less the mean
  /// loss of the cells. ARX prints the same measure as granularity.
  public double granularity() {
    double lost = 0;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.width(); column++) {
        lost += rows.columns().get(column).loss(rows.at(row, column));
      }
    }
    return 1 - lost / cells();
  }

  private long cells() {
    return Math.max(1, (long) rows.size() * rows.width());
  }
}

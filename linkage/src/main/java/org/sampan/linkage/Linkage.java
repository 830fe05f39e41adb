package org.sampan.linkage;

import java.util.List;

/// A model applied to records: learns, scores, explains, clusters. Its results are the same
/// whatever the number of threads.
public final class Linkage {

  private final Model model;
  private final RecordStore store;
  private final RunOptions options;

  private Linkage(Model model, RecordStore store, RunOptions options) {
    this.model = model;
    this.store = store;
    this.options = options;
  }

  /// Makes ready to link; reads each distinct value once.
  ///
  /// @throws IllegalArgumentException when a field of the model has no column in the records
  public static Linkage of(Model model, RecordStore store, RunOptions options) {
    return new Linkage(model, store, options);
  }

  /// The model in use.
  public Model model() {
    return model;
  }

  /// What the run will take, said before it: bytes and pairs.
  public Footprint footprint() {
    throw new UnsupportedOperationException(store + " " + options);
  }

  /// Learns chances, passes, prior and threshold from the records themselves, without labels (EM).
  public Training train() {
    throw new UnsupportedOperationException();
  }

  /// Scores every candidate pair and hands on those of at least the floor, in a fixed order.
  public Scoring score(double floor, PairSink sink) {
    throw new UnsupportedOperationException();
  }

  /// The evidence that two records are one person, in bits, whether a pass finds them or not.
  public float bits(int a, int b) {
    throw new UnsupportedOperationException();
  }

  /// The same as a sum, field by field.
  public Waterfall explain(int a, int b) {
    throw new UnsupportedOperationException();
  }

  /// The people: records joined at the threshold, never against evidence or a ruling.
  public Clusters clusters(double threshold, List<Ruling> rulings) {
    throw new UnsupportedOperationException();
  }

  /// The same records and model, ready to answer for one record at a time.
  public Index index() {
    throw new UnsupportedOperationException();
  }
}

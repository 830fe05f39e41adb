package org.sampan.linkage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.engine.Batch;
import org.sampan.linkage.engine.Blocks;
import org.sampan.linkage.engine.Joining;
import org.sampan.linkage.engine.Lookup;
import org.sampan.linkage.engine.PairList;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// A model applied to records: learns, scores, explains, clusters. Its results are the same
/// whatever the number of threads. Not to be used by several threads at once; [#index] is.
public final class Linkage {

  private final Prepared prepared;
  private final RunOptions options;
  private @Nullable Blocks blocks;

  private Linkage(Prepared prepared, RunOptions options, @Nullable Blocks blocks) {
    this.prepared = prepared;
    this.options = options;
    this.blocks = blocks;
  }

  /// Makes ready to link; reads each distinct value once.
  ///
  /// @throws IllegalArgumentException when a field of the model has no column in the records
  public static Linkage of(Model model, RecordStore store, RunOptions options) {
    return new Linkage(Prepared.of(model, store), options, null);
  }

  /// The model in use.
  public Model model() {
    return prepared.model;
  }

  /// The records.
  public RecordStore store() {
    return prepared.store;
  }

  /// What the run will take: the pairs the passes find and the bytes held for it, said before any
  /// pair is compared.
  public Footprint footprint() {
    Blocks made = blocks();
    long batch = 4L * Batch.PAIRS * 6 + 24L * Batch.MEMBERS * prepared.fields.length;
    long engine = prepared.bytes() + made.bytes() + batch * options.threads();
    return new Footprint(prepared.store.size(), made.pairs(), prepared.store.bytes(), engine);
  }

  /// Learns chances, prior and threshold from the records themselves, without labels (EM).
  public Training train() {
    Learning learning = new Learning(prepared, options);
    return learning.run();
  }

  static Linkage learned(Prepared prepared, RunOptions options, @Nullable Blocks blocks) {
    return new Linkage(prepared, options, blocks);
  }

  /// Scores every candidate pair and hands on those of at least the floor, in a fixed order.
  ///
  /// @throws IllegalStateException before anything is compared, when the run may not take the
  ///   memory it needs
  ///
  /// @param floor bits below which a pair is counted but not handed on
  public Scoring score(double floor, PairSink sink) {
    return new ScoringRun(prepared, blocks(), options, floor).into(sink);
  }

  /// Whether some pass finds two records, so that scoring compares them.
  public boolean compares(int a, int b) {
    RecordStore store = prepared.store;
    boolean allowed = !store.twoSources() || (a < store.border()) != (b < store.border());
    return a != b && allowed && blocks().meet(a, b);
  }

  /// The evidence that two records are one person, in bits, whether a pass finds them or not.
  public float bits(int a, int b) {
    return (float) one(a, b).bits[0];
  }

  /// The same as a sum, field by field.
  public Waterfall explain(int a, int b) {
    return Explanation.of(prepared, one(a, b));
  }

  private Batch one(int a, int b) {
    Batch batch = new Batch(prepared.fields.length);
    batch.left[0] = prepared.gather(batch, Math.min(a, b));
    batch.right[0] = prepared.gather(batch, Math.max(a, b));
    batch.pairs = 1;
    prepared.score(batch);
    return batch;
  }

  /// The people: records joined at the threshold, never against evidence or a ruling.
  ///
  /// @param threshold bits from which two records are joined
  /// @param rulings by identifiers; those of records that are not here are passed over
  public Clusters clusters(double threshold, List<Ruling> rulings) {
    PairList pairs = new PairList();
    score(threshold, pairs::add);
    return clusters(pairs, threshold, rulings);
  }

  /// Gathers pairs of a scoring to make people of; its floor may not lie above the threshold.
  ///
  /// @param threshold bits from which two records are joined
  public Gathering gathering(double threshold) {
    return new Gathering(this, threshold);
  }

  Clusters clusters(PairList pairs, double threshold, List<Ruling> rulings) {
    Joining joining = new Joining(prepared);
    Rulings.apply(rulings, prepared.store, joining);
    joining.join(pairs, threshold);
    return new Clusters(joining.groups(), joining.joins(), joining.refused());
  }

  /// The same records and model, ready to answer for one record at a time. Once a record was added
  /// through it, this linkage is of no more use.
  public Index index() {
    Blocks made = Blocks.of(prepared, options.crew(), true);
    return new Index(prepared, new Lookup(prepared, made));
  }

  private Blocks blocks() {
    Blocks made = blocks;
    if (made == null) {
      long needed = prepared.bytes() + Blocks.room(prepared, options.threads());
      if (needed > options.memory()) {
        throw new IllegalStateException(
            "linking needs %,d bytes beside the records and may take %,d"
                .formatted(needed, options.memory()));
      }
      made = Blocks.of(prepared, options.crew());
      blocks = made;
    }
    return made;
  }
}

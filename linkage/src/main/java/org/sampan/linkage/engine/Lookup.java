package org.sampan.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.linkage.model.Pass;
import org.sampan.linkage.record.IntList;
import org.sampan.linkage.record.IntSet;

/// Finds the records most like one that is asked about: by each pass's block, and by what was added
/// since. Not safe by itself; whoever owns it lets readers and writers in.
public final class Lookup {

  /// The most members of one block that are looked at.
  private static final int MOST = Batch.MEMBERS - 1;

  private final Prepared prepared;
  private final Blocks blocks;
  private final PassKeys[] makers;
  private final List<Map<Integer, IntList>> added = new ArrayList<>();
  private final Batches batches;
  private final BitSet removed = new BitSet();

  public Lookup(Prepared prepared, Blocks blocks) {
    this.prepared = prepared;
    this.blocks = blocks;
    this.batches = new Batches(prepared.fields.length);
    List<Pass> passes = prepared.model.passes();
    this.makers = new PassKeys[passes.size()];
    for (int pass = 0; pass < makers.length; pass++) {
      makers[pass] = PassKeys.of(prepared, passes.get(pass));
      added.add(new HashMap<>());
    }
  }

  /// The records at or above the floor, best first, equal ones in their order.
  public PairList find(Query query, double floor, int most) {
    Batch batch = batches.take();
    PairList found = new PairList();
    IntSet seen = new IntSet();
    for (int pass = 0; pass < makers.length; pass++) {
      for (int slot = 0; slot < makers[pass].width(); slot++) {
        int key = key(query, pass, slot);
        if (key != 0) {
          query.gather(batch);
          members(batch, pass, key, seen);
          prepared.gatherFrom(batch, 1);
          score(batch, floor, found);
        }
      }
    }
    PairList best = new PairList();
    for (int place : found.strongestFirst()) {
      if (best.size() < most) {
        best.add(found.a(place), found.b(place), found.bits(place));
      }
    }
    return best;
  }

  private int key(Query query, int pass, int slot) {
    int key = makers[pass].key(query, slot);
    int[][] cuts = blocks.cuts[pass];
    for (int depth = 0; depth < cuts.length && key != 0; depth++) {
      if (Arrays.binarySearch(cuts[depth], key) >= 0) {
        key = makers[pass].finer(key, query, depth);
      }
    }
    return key;
  }

  private void members(Batch batch, int pass, int key, IntSet seen) {
    int begin = blocks.find(pass, key);
    if (begin >= 0) {
      int end = blocks.end(pass, begin);
      for (int place = begin; place < end; place++) {
        member(batch, blocks.orders[pass][place], seen);
      }
    }
    IntList later = added.get(pass).get(key);
    for (int k = 0; later != null && k < later.size(); k++) {
      member(batch, later.get(k), seen);
    }
  }

  private void member(Batch batch, int record, IntSet seen) {
    if (batch.members <= MOST && !removed.get(record) && seen.add(record)) {
      batch.left[batch.pairs] = 0;
      batch.right[batch.pairs++] = batch.take(record);
    }
  }

  private void score(Batch batch, double floor, PairList found) {
    prepared.rank(batch, floor);
    for (int k = 0; k < batch.pairs; k++) {
      if (batch.bits[k] >= floor) {
        found.add(0, batch.records[batch.right[k]], (float) batch.bits[k]);
      }
    }
  }

  /// Takes in a record that was added to the store.
  public void add(int record, List<String> values) {
    prepared.added(record);
    Query query = new Query(prepared, values);
    for (int pass = 0; pass < makers.length; pass++) {
      for (int slot = 0; slot < makers[pass].width(); slot++) {
        int key = key(query, pass, slot);
        if (key != 0) {
          added.get(pass).computeIfAbsent(key, none -> new IntList()).add(record);
        }
      }
    }
  }

  /// Leaves a record out from now on.
  public void remove(int record) {
    removed.set(record);
  }

  /// Whether a record was removed.
  public boolean removed(int record) {
    return removed.get(record);
  }
}

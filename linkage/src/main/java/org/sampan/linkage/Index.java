package org.sampan.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.sampan.linkage.engine.Lookup;
import org.sampan.linkage.engine.PairList;
import org.sampan.linkage.engine.Prepared;
import org.sampan.linkage.engine.Query;
import org.sampan.linkage.record.RecordStore;

/// Answers one record at a time, and takes additions and removals while it answers. Safe for any
/// number of threads: an addition waits for the answers under way, and the next answer knows of it.
public final class Index {

  private final Prepared prepared;
  private final RecordStore store;
  private final Lookup lookup;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> later = new HashMap<>();
  private final int[] byId;

  Index(Prepared prepared, Lookup lookup) {
    this.prepared = prepared;
    this.store = prepared.store;
    this.lookup = lookup;
    this.byId = new int[Integer.highestOneBit(Math.max(1, store.size())) * 4];
    for (int record = 0; record < store.size(); record++) {
      int slot = slot(store.id(record));
      byId[slot] = record + 1;
    }
  }

  /// A record like the one asked about.
  ///
  /// @param record its number in the store
  /// @param id its identifier
  /// @param bits log2 of the odds that it is the same person
  public record Candidate(int record, String id, float bits) {}

  /// The records most like these values, best first.
  ///
  /// @param values in the order of the store's columns; empty ones are missing
  /// @param floor the least bits
  /// @param most how many at most
  public List<Candidate> lookup(List<String> values, double floor, int most) {
    if (values.size() != store.columns().size()) {
      throw new IllegalArgumentException("the store has " + store.columns().size() + " columns");
    }
    lock.readLock().lock();
    try {
      PairList found = lookup.find(new Query(prepared, values), floor, most);
      List<Candidate> candidates = new ArrayList<>();
      for (int k = 0; k < found.size(); k++) {
        candidates.add(new Candidate(found.b(k), store.id(found.b(k)), found.bits(k)));
      }
      return candidates;
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Adds a record, which the next lookup finds.
  ///
  /// @return its number in the store
  /// @throws IllegalArgumentException when a record of this identifier is there
  public int add(String id, List<String> values) {
    lock.writeLock().lock();
    try {
      if (record(id) >= 0) {
        throw new IllegalArgumentException("there is a record with this identifier already");
      }
      int source = store.twoSources() ? 1 : 0;
      int record = store.more().add(id, source, values.toArray(String[]::new));
      lookup.add(record, values);
      later.put(id, record);
      return record;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /// Removes the record of this identifier; false when there is none.
  public boolean remove(String id) {
    lock.writeLock().lock();
    try {
      int record = record(id);
      if (record < 0) {
        return false;
      }
      lookup.remove(record);
      later.remove(id);
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private int record(String id) {
    int record = later.getOrDefault(id, byId[slot(id)] - 1);
    return record >= 0 && lookup.removed(record) ? -1 : record;
  }

  private int slot(String id) {
    int mask = byId.length - 1;
    int slot = (id.hashCode() * 0x9E3779B1 >>> 7) & mask;
    while (byId[slot] != 0 && !store.id(byId[slot] - 1).equals(id)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}

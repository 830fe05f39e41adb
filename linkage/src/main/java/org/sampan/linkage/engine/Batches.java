package org.sampan.linkage.engine;

/// The batches of lookups: one a thread, used again and again, for a batch is larger than what most
/// questions look at.
final class Batches {

  private final ThreadLocal<Batch> own;

  Batches(int fields) {
    this.own = ThreadLocal.withInitial(() -> new Batch(fields));
  }

  Batch take() {
    return own.get();
  }
}

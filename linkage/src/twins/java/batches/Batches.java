package org.sampan.linkage.engine;

/// A new batch for every question.
final class Batches {

  private final int fields;

  Batches(int fields) {
    this.fields = fields;
  }

  Batch take() {
    return new Batch(fields);
  }
}

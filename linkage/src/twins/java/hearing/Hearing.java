package org.sampan.linkage.engine;

/// Compares the names in two scripts of every pair.
final class Hearing {

  static final int HEARD = 6;
  static final int APART = 9;

  private Hearing() {}

  static void settle(Scores scores, Batch batch, double limit) {
    for (int field = 0; field < scores.fields.length; field++) {
      FieldValues values = scores.fields[field];
      byte[] levels = batch.levels[field];
      for (int k = 0; values.named() && k < batch.pairs; k++) {
        if (levels[k] == Levels.UNHEARD) {
          int heard = batch.heard(values, field, batch.left[k], batch.right[k]).ordinal();
          levels[k] = (byte) (HEARD + heard);
          batch.bits[k] = scores.bits(batch, k);
        }
      }
    }
    batch.unheard = false;
  }
}

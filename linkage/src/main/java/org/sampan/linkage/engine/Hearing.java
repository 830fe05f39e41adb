package org.sampan.linkage.engine;

/// Compares the names in two scripts on which a batch's pairs hang. Such a comparison costs as much
/// as a thousand others, so it comes last, and only where the pair could reach a limit if its names
/// were heard as one; elsewhere they count as apart.
final class Hearing {

  /// The places of the levels of names in two scripts: heard, alike, faint, apart.
  static final int HEARD = 6;

  static final int APART = 9;

  private Hearing() {}

  /// Settles every level that is left at [Levels#UNHEARD].
  ///
  /// @param limit bits; a pair that can reach them gets its exact score
  static void settle(Scores scores, Batch batch, double limit) {
    for (int field = 0; field < scores.fields.length; field++) {
      FieldValues values = scores.fields[field];
      byte[] levels = batch.levels[field];
      for (int k = 0; values.named() && k < batch.pairs; k++) {
        if (levels[k] == Levels.UNHEARD) {
          levels[k] =
              batch.bits[k] < limit
                  ? APART
                  : (byte)
                      (HEARD + batch.heard(values, field, batch.left[k], batch.right[k]).ordinal());
          batch.bits[k] = scores.bits(batch, k);
        }
      }
    }
    batch.unheard = false;
  }
}

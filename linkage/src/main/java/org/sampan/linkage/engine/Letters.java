package org.sampan.linkage.engine;

import org.sampan.linkage.value.JaroWinkler;
import org.sampan.linkage.value.Symbols;
import org.sampan.linkage.value.Words;

/// Compares names and texts letter by letter.
final class Letters {

  private static final float NEAR = 0.93f;
  private static final float CLOSE = 0.88f;
  private static final float WEAK = 0.80f;

  private Letters() {}

  /// The level of a pair that was left at [Levels#UNREAD].
  static byte read(FieldValues values, Batch batch, int field, int pair) {
    int i = batch.left[pair];
    int j = batch.right[pair];
    return switch (values.field.kind()) {
      case NAME -> name(values, batch, field, i, j);
      case FULL_NAME -> fullName(values, batch, field, i, j);
      default -> text(values, batch, field, i, j);
    };
  }

  static boolean mayReach(long bagA, long bagB, int differ) {
    return Ceilings.mayReach(WEAK, bagA, bagB, differ);
  }

  /// Names that cannot share six tenths of the shorter one's letters are unlike, even where the
  /// little that the one has makes a word of the other likely.
  static boolean mayCover(long bagA, long bagB) {
    int shorter = Math.min(Symbols.length(bagA), Symbols.length(bagB));
    return Symbols.ceiling(bagA, bagB) * 10 >= shorter * 6;
  }

  static byte name(FieldValues values, Batch batch, int field, int i, int j) {
    batch.point(values, field, i, j);
    float alike = JaroWinkler.similarity(batch.one, batch.other);
    return (byte) (alike >= NEAR ? 3 : alike >= CLOSE ? 4 : alike >= WEAK ? 5 : Levels.UNLIKE_NAME);
  }

  /// The most edits at which a text is close to one of this length.
  static int mostEdits(int longer) {
    return longer * 3 / 10;
  }

  static boolean mayAgree(long bagI, long bagJ) {
    int longer = Math.max(Symbols.length(bagI), Symbols.length(bagJ));
    return Ceilings.mayAgree(mostEdits(longer), bagI, bagJ, longer);
  }

  static byte text(FieldValues values, Batch batch, int field, int i, int j) {
    long bagI = batch.features[field][i];
    long bagJ = batch.features[field][j];
    int longer = Math.max(Symbols.length(bagI), Symbols.length(bagJ));
    int most = mostEdits(longer);
    batch.point(values, field, i, j);
    batch.edits.take(batch.one);
    int edits = batch.edits.distance(batch.other, most);
    if (edits <= most) {
      return (byte) (edits * 100 <= longer * 15 ? 2 : 3);
    }
    return Words.mayShare(batch.marks[field][i], batch.marks[field][j])
        ? Levels.SHARED
        : Levels.UNLIKE;
  }

  static byte fullName(FieldValues values, Batch batch, int field, int i, int j) {
    int lengthI = Symbols.length(batch.features[field][i]);
    int lengthJ = Symbols.length(batch.features[field][j]);
    batch.point(values, field, i, j);
    float covered = Words.covered(batch.one, batch.other);
    if (covered > 0.999f && lengthI == lengthJ) {
      return 2;
    }
    return (byte)
        (covered >= 0.97f ? 3 : covered >= 0.88f ? 4 : covered >= 0.6f ? 5 : Levels.UNLIKE_NAME);
  }
}

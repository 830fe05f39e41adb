package org.sampan.linkage.engine;

import org.sampan.linkage.model.Kind;
import org.sampan.linkage.places.PlaceFinder;
import org.sampan.linkage.value.DateLikeness;
import org.sampan.linkage.value.Digits;
import org.sampan.linkage.value.Words;

/// Finds the level of agreement of every pair of a batch in one field. Level 0 is "missing"; the
/// others are the places of the kind's levels, from 1.
public final class Levels {

  public static final byte EXACT = 1;
  public static final byte CROSSED = 2;

  /// Two names in two scripts that nobody has compared yet; [Hearing] does where it matters.
  static final byte UNHEARD = 15;

  /// Two texts whose letters nobody has compared yet and that may be alike, by their bags.
  static final byte UNREAD = 14;

  /// The last level at which two texts are alike: of names weak, of texts different already.
  static final byte LAST_ALIKE = 5;

  /// The levels "shared" and "different" of a text or place.
  static final byte SHARED = 4;

  static final byte UNLIKE = 5;

  /// The level "different" of a name.
  static final byte UNLIKE_NAME = 10;

  private Levels() {}

  /// Finds the levels of a field.
  ///
  /// @param later whether texts that may be alike are left at [#UNREAD]
  static void find(FieldValues values, Batch batch, int field, boolean later) {
    switch (values.field.kind()) {
      case NAME -> names(values, batch, field, later);
      case FULL_NAME -> fullNames(values, batch, field, later);
      case TEXT, PLACE -> texts(values, batch, field, later);
      case DATE -> dates(batch, field);
      case LOCATION -> locations(batch, field);
      case AGE -> ages(batch, field);
      case SEX -> sexes(batch, field);
      case IDENTIFIER, PHONE, NUMBER, KEY -> numbers(values.field.kind(), batch, field);
    }
  }

  /// Names in two scripts are left at [#UNHEARD]; those in one are told by their letters.
  private static void names(FieldValues values, Batch batch, int field, boolean later) {
    int[] codes = batch.codes[field];
    long[] bags = batch.features[field];
    int[] heads = batch.heads[field];
    long[] scripts = batch.marks[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      byte level = codes[i] == 0 || codes[j] == 0 ? 0 : codes[i] == codes[j] ? EXACT : UNLIKE_NAME;
      if (level == UNLIKE_NAME) {
        if (scripts[i] != scripts[j]) {
          level = UNHEARD;
          batch.unheard = true;
        } else if (Letters.mayReach(bags[i], bags[j], heads[i] ^ heads[j])) {
          level = later ? UNREAD : Letters.name(values, batch, field, i, j);
        }
      }
      levels[k] = level;
    }
  }

  /// The same for names of given and family name together.
  private static void fullNames(FieldValues values, Batch batch, int field, boolean later) {
    int[] codes = batch.codes[field];
    long[] bags = batch.features[field];
    long[] scripts = batch.marks[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      byte level = codes[i] == 0 || codes[j] == 0 ? 0 : codes[i] == codes[j] ? EXACT : UNLIKE_NAME;
      if (level == UNLIKE_NAME) {
        if (scripts[i] != scripts[j]) {
          level = UNHEARD;
          batch.unheard = true;
        } else if (Letters.mayCover(bags[i], bags[j])) {
          level = later ? UNREAD : Letters.fullName(values, batch, field, i, j);
        }
      }
      levels[k] = level;
    }
  }

  /// Given and family name changed over: both fields stand at the level "crossed".
  public static void cross(Batch batch, int field, int other) {
    int[] mine = batch.wholes[field];
    int[] others = batch.wholes[other];
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      if (mine[i] == others[j]
          && others[i] == mine[j]
          && mine[i] != 0
          && mine[j] != 0
          && batch.levels[field][k] > EXACT) {
        batch.levels[field][k] = CROSSED;
        batch.levels[other][k] = CROSSED;
      }
    }
  }

  /// By edits where the letters allow seven in ten to agree, by a shared word otherwise.
  private static void texts(FieldValues values, Batch batch, int field, boolean later) {
    int[] codes = batch.codes[field];
    long[] bags = batch.features[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      byte level = codes[i] == 0 || codes[j] == 0 ? 0 : codes[i] == codes[j] ? EXACT : UNLIKE;
      if (level == UNLIKE) {
        if (Letters.mayAgree(bags[i], bags[j])) {
          level = later ? UNREAD : Letters.text(values, batch, field, i, j);
        } else if (Words.mayShare(batch.marks[field][i], batch.marks[field][j])) {
          level = SHARED;
        }
      }
      levels[k] = level;
    }
  }

  private static void dates(Batch batch, int field) {
    long[] readings = batch.features[field];
    int[] codes = batch.codes[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      levels[k] =
          codes[i] == 0 || codes[j] == 0
              ? 0
              : (byte) (1 + DateLikeness.of(readings[i], readings[j]).ordinal());
    }
  }

  private static void locations(Batch batch, int field) {
    long[] places = batch.features[field];
    int[] codes = batch.codes[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      levels[k] =
          codes[i] == 0 || codes[j] == 0
              ? 0
              : codes[i] == codes[j] ? EXACT : apart(places[i], places[j]);
    }
  }

  private static byte apart(long one, long other) {
    if (one == 0 || other == 0) {
      return 5;
    }
    double kilometres = PlaceFinder.kilometres(one, other);
    return (byte) (kilometres <= 25 ? 2 : kilometres <= 100 ? 3 : 4);
  }

  private static void ages(Batch batch, int field) {
    long[] years = batch.features[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      long one = years[batch.left[k]];
      long other = years[batch.right[k]];
      long apart = Math.abs(one - other);
      byte told =
          (byte)
              (apart == 0
                  ? 1
                  : apart == 1 ? 2 : apart <= 3 ? 3 : apart * 10 <= Math.max(one, other) ? 4 : 5);
      levels[k] = one == 0 || other == 0 ? 0 : told;
    }
  }

  private static void sexes(Batch batch, int field) {
    int[] codes = batch.codes[field];
    byte[] levels = batch.levels[field];
    for (int k = 0; k < batch.pairs; k++) {
      int one = codes[batch.left[k]];
      int other = codes[batch.right[k]];
      levels[k] = (byte) (one == 0 || other == 0 ? 0 : one == other ? EXACT : 2);
    }
  }

  private static void numbers(Kind kind, Batch batch, int field) {
    int[] codes = batch.codes[field];
    long[] packed = batch.features[field];
    byte[] levels = batch.levels[field];
    byte different = (byte) kind.levels().size();
    for (int k = 0; k < batch.pairs; k++) {
      int i = batch.left[k];
      int j = batch.right[k];
      byte level = codes[i] == 0 || codes[j] == 0 ? 0 : codes[i] == codes[j] ? EXACT : different;
      if (level == different) {
        Digits.Likeness likeness = Digits.likeness(packed[i], packed[j]);
        if (likeness == Digits.Likeness.TYPO) {
          level = 2;
        } else if (likeness == Digits.Likeness.PART && kind == Kind.IDENTIFIER) {
          level = 3;
        }
      }
      levels[k] = level;
    }
  }
}

package org.sampan.linkage.engine;

import java.util.List;
import org.sampan.linkage.chances.Patterns;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.model.Model;

/// The bits of one field's levels, by the level at which the field it leans on stands (0 when it
/// leans on none).
public final class Weights {

  /// The place of the field that this one leans on; -1 for none.
  final int parent;

  /// Bits by the parent's level times 16 plus the level; 0 where the level is "missing".
  final double[] bits = new double[256];

  private Weights(int parent) {
    this.parent = parent;
  }

  public static Weights[] of(Model model) {
    Weights[] all = new Weights[model.fields().size()];
    for (int number = 0; number < all.length; number++) {
      Field field = model.fields().get(number);
      int parent = field.leans().map(leaning -> model.place(leaning.on())).orElse(-1);
      all[number] = new Weights(parent);
      for (int above = 0; above < Levels.UNREAD; above++) {
        all[number].fill(field, above);
      }
      for (int level = 0; level < 16; level++) {
        all[number].mostUnder(Levels.UNREAD, Levels.CROSSED, Levels.UNREAD - 1, level);
        all[number].mostUnder(Levels.UNHEARD, Hearing.HEARD, Hearing.APART, level);
      }
    }
    return all;
  }

  private void fill(Field field, int above) {
    List<Level> levels = field.levels();
    for (int level = 0; level < levels.size(); level++) {
      double u = levels.get(level).u();
      if (parent >= 0 && above > 0 && above <= field.leans().orElseThrow().u().size()) {
        u = field.leans().orElseThrow().u().get(above - 1).get(level);
      }
      bits[above << 4 | level + 1] = Level.log2(levels.get(level).m() / u);
    }
    int row = above << 4;
    bits[row | Levels.UNHEARD] = most(row + Hearing.HEARD, 1, Hearing.APART - Hearing.HEARD);
    if (field.kind().spelled()) {
      int first = field.kind() == Kind.NAME ? Levels.CROSSED + 1 : Levels.CROSSED;
      double alike = most(row + first, 1, Levels.LAST_ALIKE - first);
      bits[row | Levels.UNREAD] = Math.max(alike, bits[row | levels.size()]);
    }
  }

  /// What stands under a field that is not compared yet: the most it can come to.
  private void mostUnder(int above, int from, int to, int level) {
    bits[above << 4 | level] = most(from << 4 | level, 16, to - from);
  }

  private double most(int first, int step, int steps) {
    double most = bits[first];
    for (int k = 1; k <= steps; k++) {
      most = Math.max(most, bits[first + k * step]);
    }
    return most;
  }

  /// The bits of a pattern of levels, the prior left out.
  public static double of(Weights[] all, long pattern) {
    double sum = 0;
    for (int field = 0; field < all.length; field++) {
      int above = all[field].parent < 0 ? 0 : Patterns.level(pattern, all[field].parent);
      sum += all[field].bits[above << 4 | Patterns.level(pattern, field)];
    }
    return sum;
  }
}

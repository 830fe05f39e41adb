package org.sampan.linkage.engine;

import java.util.List;
import org.sampan.linkage.chances.Patterns;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.model.Model;

/// The bits of one field's levels, by the level at which the field it leans on stands (0 when it
/// leans on none).
final class Weights {

  /// The place of the field that this one leans on; -1 for none.
  final int parent;

  /// Bits by the parent's level times 16 plus the level; 0 where the level is "missing".
  final double[] bits = new double[256];

  private Weights(int parent) {
    this.parent = parent;
  }

  static Weights[] of(Model model) {
    Weights[] all = new Weights[model.fields().size()];
    for (int number = 0; number < all.length; number++) {
      Field field = model.fields().get(number);
      int parent = field.leans().map(leaning -> model.place(leaning.on())).orElse(-1);
      all[number] = new Weights(parent);
      for (int above = 0; above < 15; above++) {
        all[number].fill(field, above);
      }
      for (int level = 0; level < 16; level++) {
        all[number].mostUnder(level);
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
    double most = bits[above << 4 | Hearing.HEARD];
    for (int level = Hearing.HEARD; level <= Hearing.APART; level++) {
      most = Math.max(most, bits[above << 4 | level]);
    }
    bits[above << 4 | Levels.UNHEARD] = most;
  }

  /// A level under a field whose names are not heard yet: the most it can come to.
  private void mostUnder(int level) {
    double most = bits[Hearing.HEARD << 4 | level];
    for (int above = Hearing.HEARD; above <= Hearing.APART; above++) {
      most = Math.max(most, bits[above << 4 | level]);
    }
    bits[Levels.UNHEARD << 4 | level] = most;
  }

  /// The bits of a pattern of levels, the prior left out.
  static double of(Weights[] all, long pattern) {
    double sum = 0;
    for (int field = 0; field < all.length; field++) {
      int above = all[field].parent < 0 ? 0 : Patterns.level(pattern, all[field].parent);
      sum += all[field].bits[above << 4 | Patterns.level(pattern, field)];
    }
    return sum;
  }
}

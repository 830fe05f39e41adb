package org.sampan.linkage.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Leaning;
import org.sampan.linkage.model.Model;

/// Finds fields that agree together even between two people (a town and its postcode, a household's
/// address and telephone), and lets each lean on at most one other: the tree that explains most of
/// what random pairs show (Chow and Liu 1968).
final class Leanings {

  /// Bits of shared information below which two fields count as apart.
  private static final double LEAST = 1e-3;

  /// Pairs' worth of the chances without leaning.
  private static final double BACKED = 30;

  private final Model model;
  private final RandomPairs random;
  private final int[] parents;

  private Leanings(Model model, RandomPairs random) {
    this.model = model;
    this.random = random;
    this.parents = new int[model.fields().size()];
    Arrays.fill(parents, -1);
  }

  /// The model with each field leaning as the random pairs show.
  static Model found(Model model, RandomPairs random) {
    Leanings leanings = new Leanings(model, random);
    leanings.grow();
    List<Field> fields = new ArrayList<>();
    for (int field = 0; field < leanings.parents.length; field++) {
      fields.add(model.fields().get(field).leaning(leanings.leaning(field)));
    }
    return model.fields(fields);
  }

  /// Grows trees from the coarsest field on, always by the strongest tie.
  private void grow() {
    int size = parents.length;
    boolean[] in = new boolean[size];
    for (int step = 0; step < size; step++) {
      int from = -1;
      int next = -1;
      double most = LEAST;
      for (int field = 0; field < size; field++) {
        for (int other = 0; in[field] && other < size; other++) {
          double shared = in[other] ? 0 : shared(field, other);
          if (shared > most) {
            most = shared;
            from = field;
            next = other;
          }
        }
      }
      next = next < 0 ? coarsest(in) : next;
      parents[next] = from;
      in[next] = true;
    }
  }

  private int coarsest(boolean[] in) {
    int coarsest = -1;
    for (int field = 0; field < in.length; field++) {
      if (!in[field] && (coarsest < 0 || random.share(field, 1) > random.share(coarsest, 1))) {
        coarsest = field;
      }
    }
    return coarsest;
  }

  /// Bits that the levels of two fields tell about each other, between two people.
  private double shared(int first, int second) {
    double[][] cells = new double[16][16];
    double[] rows = new double[16];
    double[] columns = new double[16];
    double total = 0;
    for (int one = 1; one < 16; one++) {
      for (int other = 1; other < 16; other++) {
        double count = random.together(first, one, second, other);
        cells[one][other] = count;
        rows[one] += count;
        columns[other] += count;
        total += count;
      }
    }
    double shared = 0;
    for (int one = 1; one < 16; one++) {
      for (int other = 1; other < 16; other++) {
        double count = cells[one][other];
        if (count > 1) {
          shared += count / total * StrictMath.log(count * total / (rows[one] * columns[other]));
        }
      }
    }
    return shared / 0.6931471805599453;
  }

  private Optional<Leaning> leaning(int field) {
    int parent = parents[field];
    if (parent < 0) {
      return Optional.empty();
    }
    int levels = model.fields().get(field).levels().size();
    List<List<Double>> rows = new ArrayList<>();
    for (int above = 1; above <= model.fields().get(parent).levels().size(); above++) {
      double told = BACKED;
      for (int level = 1; level <= levels; level++) {
        told += random.together(parent, above, field, level);
      }
      List<Double> row = new ArrayList<>();
      for (int level = 1; level <= levels; level++) {
        double u = model.fields().get(field).levels().get(level - 1).u();
        double seen = random.together(parent, above, field, level);
        row.add(Math.clamp((seen + BACKED * u) / told, 1e-12, 1));
      }
      rows.add(row);
    }
    return Optional.of(new Leaning(model.fields().get(parent).name(), rows));
  }
}

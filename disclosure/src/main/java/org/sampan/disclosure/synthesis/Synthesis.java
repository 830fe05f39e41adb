package org.sampan.disclosure.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.measuring.Measurement;

/// Synthetic rows on their way: begun from measurements, fitted, guarded, handed over.
public final class Synthesis {

  /// Rows are settled enough to choose and to guard by once one in 20 still changes.
  private static final long ROUGH = 20;

  /// And to publish once one in 200 does.
  private static final long FINE = 200;

  private final Domain domain;
  private final SplittableRandom random;
  private final List<Target> targets = new ArrayList<>();
  private short[] rows = new short[0];
  private int guarded;

  /// @param random any source: nothing here is secret, for nothing here has seen a record
  public Synthesis(Domain domain, List<Measurement> measurements, SplittableRandom random) {
    this.domain = domain;
    this.random = random;
    measurements.forEach(each -> targets.add(Target.of(each)));
    rows = new Start(domain, targets).rows(random);
  }

  /// Heeds more measurements from now on.
  public void add(List<Measurement> measurements) {
    measurements.forEach(each -> targets.add(Target.of(each)));
  }

  /// Repairs rows in at most so many passes, fewer where nothing is left to mend.
  public void fit(int passes) {
    repair(new RowRepair(domain, rows, targets, false, random), passes, ROUGH);
  }

  /// Forbids every pair of answers whose fitted count is below so many deviations of its noise.
  ///
  /// @param multiple 0 forbids nothing beyond structural zeros
  public void guard(double multiple) {
    Records fitted = records();
    for (Target target : targets) {
      guarded += target.guard(domain, target.marginal().count(fitted), multiple);
    }
  }

  /// How many pairs the guard has forbidden.
  public int guarded() {
    return guarded;
  }

  /// Repairs once more, first loosely, then strictly, and takes out whatever still holds a
  /// forbidden pair.
  ///
  /// A row that cannot be mended value by value becomes like one that needs no mending; where there
  /// is none, there are too few people to publish rows of, and the rows go.
  public Records finish(int passes) {
    repair(new RowRepair(domain, rows, targets, false, random), passes, FINE);
    RowRepair repair = new RowRepair(domain, rows, targets, true, random);
    repair(repair, passes, FINE);
    boolean[] bad = repair.forbidden();
    List<Integer> good = new ArrayList<>();
    for (int row = 0; row < bad.length; row++) {
      if (!bad[row]) {
        good.add(row);
      }
    }
    if (good.isEmpty()) {
      rows = new short[0];
    } else if (good.size() < bad.length) {
      for (int row = 0; row < bad.length; row++) {
        if (bad[row]) {
          repair.copy(good.get(random.nextInt(good.size())), row);
        }
      }
      repair(repair, 3, FINE);
    }
    return records();
  }

  /// How many rows there are at present.
  public int size() {
    return rows.length / domain.width();
  }

  /// The present rows.
  public Records records() {
    int width = domain.width();
    short[][] columns = new short[width][size()];
    for (int row = 0; row < size(); row++) {
      for (int variable = 0; variable < width; variable++) {
        columns[variable][row] = rows[row * width + variable];
      }
    }
    return Records.ofOneRowEach(domain, columns);
  }

  /// Stops early once fewer than one row in `settled` changes.
  private void repair(RowRepair repair, int passes, long settled) {
    for (int pass = 0; pass < passes; pass++) {
      if (repair.pass() * settled <= size()) {
        return;
      }
    }
  }
}

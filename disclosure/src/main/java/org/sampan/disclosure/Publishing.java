package org.sampan.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.measuring.Bounding;
import org.sampan.disclosure.measuring.Marginal;
import org.sampan.disclosure.measuring.Measurement;
import org.sampan.disclosure.measuring.Measuring;
import org.sampan.disclosure.noise.Ledger;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;
import org.sampan.disclosure.synthesis.Synthesis;

/// Makes a release: bounds, measures, fits, chooses, measures again, guards, and tells.
public final class Publishing {

  private static final int FIRST_PASSES = 6;
  private static final int LAST_PASSES = 10;

  /// Tables of three with more cells than this would be all noise.
  private static final int MOST_CELLS = 4096;

  /// Told how far the work is.
  public interface Progress {
    /// @param percent of the whole, 0 to 100
    void at(String step, int percent);
  }

  private Publishing() {}

  /// The ledger with this plan's release in it, or why it does not fit.
  public static Ledger.Spending spend(Plan plan, Ledger ledger) {
    return ledger.spend(new Ledger.Entry(plan.release(), plan.year(), plan.rho()));
  }

  /// Makes the release; `before` is the ledger without it.
  ///
  /// @param records coded by the plan's domain
  /// @throws IllegalStateException if more would be spent than the plan allows: a fault of ours
  public static Release release(Plan plan, Records records, Ledger before, Progress progress) {
    RandomBits random = new RandomBits();
    Domain domain = plan.domain();
    progress.at("Bounding what one person can change", 0);
    Records bounded = Bounding.bounded(records, plan.rowsAPerson(), random);
    Measuring measuring = new Measuring(bounded, plan.rowsAPerson(), random);
    Ratio rho = plan.rho();
    progress.at("Measuring all variables and pairs once", 5);
    List<Measurement> measurements = new ArrayList<>();
    measurements.addAll(
        measuring.measure(Marginal.all(domain.width(), 1), rho.times(plan.shares().singles())));
    measurements.addAll(
        measuring.measure(Marginal.all(domain.width(), 2), rho.times(plan.shares().pairs())));
    progress.at("Fitting rows", 15);
    Synthesis synthesis =
        new Synthesis(domain, measurements, new SplittableRandom(random.below(Integer.MAX_VALUE)));
    synthesis.fit(FIRST_PASSES);
    progress.at("Choosing and measuring what fits worst", 45);
    List<Measurement> chosen = chosen(plan, measuring, synthesis, rho);
    measurements.addAll(chosen);
    synthesis.add(chosen);
    if (!chosen.isEmpty()) {
      synthesis.fit(FIRST_PASSES / 2);
    }
    if (measuring.spent().compareTo(rho) > 0) {
      throw new IllegalStateException("More was spent than the plan allows");
    }
    progress.at("Guarding against invented pairs", 65);
    synthesis.guard(
        plan.guard().numerator().doubleValue() / plan.guard().denominator().doubleValue());
    Records rows = synthesis.finish(LAST_PASSES);
    progress.at("Drawing up the tables", 90);
    List<Aggregate> aggregates = new ArrayList<>();
    for (Measurement each : measurements) {
      Estimate estimate = Estimate.of(each, measurements, domain);
      aggregates.add(Aggregate.of(each, estimate, each.marginal().count(rows), domain));
    }
    progress.at("Done", 100);
    return new Release(Statement.of(plan, before, rho), aggregates, rows, synthesis.guarded());
  }

  private static List<Measurement> chosen(
      Plan plan, Measuring measuring, Synthesis synthesis, Ratio rho) {
    if (plan.choices() == 0 || plan.shares().chosen().signum() == 0) {
      return List.of();
    }
    Domain domain = plan.domain();
    List<Marginal> candidates =
        Marginal.all(domain.width(), 3).stream()
            .filter(each -> each.cells(domain) <= MOST_CELLS)
            .toList();
    Records fitted = synthesis.records();
    return measuring.measureWorst(
        candidates, each -> each.count(fitted), plan.choices(), rho.times(plan.shares().chosen()));
  }
}

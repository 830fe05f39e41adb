package org.sampan.disclosure.suppression;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sampan.disclosure.extract.PublicSets;

/// Prints what suppression of all two-way tables of a public set withholds, proves and costs.
public final class MeasureSuppression {

  private MeasureSuppression() {}

  /// `MeasureSuppression vp|ctdck|adult`
  public static void main(String[] arguments) {
    List<List<String>> lines =
        switch (arguments[0]) {
          case "vp" -> PublicSets.victimPerpetrator();
          case "ctdck" -> PublicSets.kAnonymised();
          default -> PublicSets.adult();
        };
    LinkedTables tables = PairTables.of(lines);
    Protection protection = Protection.of(11);
    System.out.printf(
        Locale.ROOT,
        "%s: %d cells; today's practice %s; by LP %s; %.2f CPU-s%n",
        arguments[0],
        tables.size(),
        Arrays.toString(SuppressionAudit.ofTodaysPractice(tables, protection)),
        SuppressionAudit.of(Suppressed.primaryOnly(tables, protection)),
        cpuSeconds());
    Suppressed suppressed = SecondarySuppression.of(tables, protection).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "withheld %d for %d primary, unproven %d; %.2f CPU-s%n",
        suppressed.withheld(),
        suppressed.primaries(),
        suppressed.unproven(),
        cpuSeconds());
    System.out.printf(
        Locale.ROOT, "audit %s; %.2f CPU-s%n", SuppressionAudit.of(suppressed), cpuSeconds());
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}

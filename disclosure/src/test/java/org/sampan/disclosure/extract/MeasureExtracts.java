package org.sampan.disclosure.extract;

import java.time.Duration;
import java.util.Locale;

/// Prints what extracts of the public sets lose and cost: `MeasureExtracts SET K LENGTH`.
public final class MeasureExtracts {

  private MeasureExtracts() {}

  /// One set, one promise; CPU seconds are of the whole process, start and audit included.
  public static void main(String[] arguments) {
    String set = arguments[0];
    int people = Integer.parseInt(arguments[1]);
    int length = Integer.parseInt(arguments[2]);
    Rows rows =
        switch (set) {
          case "vp" -> PublicSets.flat(PublicSets.victimPerpetrator());
          case "ctdck" -> PublicSets.flat(PublicSets.kAnonymised());
          default -> PublicSets.adultWithHierarchies();
        };
    Promise promise =
        length == 0 ? Promise.wholeRows(people) : Promise.combinations(people, length);
    for (int column = 3; column < arguments.length; column++) {
      promise = promise.with(Diversity.of(arguments[column], 2));
    }
    Extraction.Outcome outcome = Extraction.of(rows, promise);
    if (outcome instanceof Extraction.Outcome.Made made) {
      double cpu = cpuSeconds();
      Extract extract = made.extract();
      System.out.printf(
          Locale.ROOT,
          "%s k=%d R=%d: withheld %.2f %%, granularity %.3f, %.2f CPU-s; %s (%.2f CPU-s with audit)%n",
          set,
          people,
          length,
          100 * extract.withheld(),
          extract.granularity(),
          cpu,
          ExtractAudit.of(extract),
          cpuSeconds());
    }
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}

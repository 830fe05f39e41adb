package org.sampan.disclosure.noise;

import java.util.Locale;

/// Prints how many draws a CPU-second gives at deviations 1, 33 and 1000; the first round is cold.
///
/// After `mvn -pl disclosure -am test-compile`: `java -cp
/// disclosure/target/classes:disclosure/target/test-classes
/// org.sampan.disclosure.noise.MeasureNoise [rounded]`
final class MeasureNoise {

  private static final int DRAWS = 2_000_000;

  private MeasureNoise() {}

  public static void main(String[] arguments) {
    for (int round = 1; round <= 3; round++) {
      for (long deviation : new long[] {1, 33, 1000}) {
        long begun = nanoseconds();
        Noise noise =
            arguments.length > 0
                ? new RoundedGaussian(Ratio.of(deviation, 1), new RandomBits())
                : new DiscreteGaussian(Ratio.of(deviation * deviation, 1), new RandomBits());
        long sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
          sum += noise.draw();
        }
        double seconds = (nanoseconds() - begun) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "round %d, deviation %d: %.1f million a second, table included (sum %d)%n",
            round,
            deviation,
            DRAWS / seconds / 1e6,
            sum);
      }
    }
  }

  private static long nanoseconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}

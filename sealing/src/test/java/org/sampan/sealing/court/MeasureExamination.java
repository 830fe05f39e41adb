package org.sampan.sealing.court;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long an examination takes, in CPU time of the process, after the first few. Argument: how
/// many bundles.
final class MeasureExamination {

  private MeasureExamination() {}

  public static void main(String[] arguments) {
    int bundles = Integer.parseInt(arguments[0]);
    List<String> texts = new ArrayList<>();
    int letters = 0;
    long characters = 0;
    for (int n = 0; n < bundles; n++) {
      CourtBundle bundle = new CourtCase(n).bundle();
      texts.add(bundle.write());
      letters += bundle.letters().size();
      characters += texts.getLast().length();
    }
    texts.subList(0, Math.min(50, bundles)).forEach(MeasureExamination::examine);
    Duration start = cpu();
    texts.forEach(MeasureExamination::examine);
    System.out.printf(
        "%d bundles of %.1f letters, %d KB: %.1f ms of CPU each%n",
        bundles,
        letters / (double) bundles,
        characters / bundles / 1024,
        cpu().minus(start).toMillis() / (double) bundles);
  }

  private static void examine(String text) {
    if (!Examination.of(text, CourtCase.ANCHOR).valid()) {
      throw new AssertionError("an honest bundle is not valid");
    }
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}

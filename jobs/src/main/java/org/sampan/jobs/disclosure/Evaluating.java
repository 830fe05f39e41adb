package org.sampan.jobs.disclosure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.domain.Coded;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Intake;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.evaluation.Combinations;
import org.sampan.disclosure.evaluation.Fidelity;

/// `publish evaluate`: compares a synthetic file with the real one; for inside the house only.
final class Evaluating {

  private static final String USAGE =
      "./sampan publish evaluate REAL.csv SYNTHETIC.csv [--domain D.json] [--holdout OTHERS.csv]";

  static final List<String> OPTIONS = List.of("--domain", "--holdout");

  private Evaluating() {}

  static int run(Options options) {
    List<String> files = options.exactly(2, USAGE);
    Path real = Path.of(files.getFirst());
    Path synthetic = Path.of(files.getLast());
    Domain domain =
        options
            .value("--domain")
            .map(Planning::read)
            .or(() -> beside(synthetic))
            .orElseGet(() -> JointDomain.of(real, synthetic));
    System.err.println("Reading " + real + " and " + synthetic);
    Records left = records(domain, real);
    Records right = records(domain, synthetic);
    System.err.println("Comparing " + left.size() + " and " + right.size() + " rows");
    Fidelity fidelity = Fidelity.of(left, right);
    say(fidelity);
    options
        .value("--holdout")
        .ifPresent(file -> Attackers.say(left, records(domain, Path.of(file)), right));
    System.out.println(json(fidelity));
    return 0;
  }

  /// A release folder carries its own code list.
  private static Optional<Domain> beside(Path synthetic) {
    Path file = synthetic.toAbsolutePath().resolveSibling("domain.json");
    return Files.isReadable(file) ? Optional.of(Planning.read(file.toString())) : Optional.empty();
  }

  private static Records records(Domain domain, Path file) {
    Intake intake = new Intake(domain, Table.header(file), Optional.empty(), 1);
    Table.rows(file, intake::add);
    return switch (intake.finish()) {
      case Coded.Complete(Records records) -> records;
      case Coded.Refused(String why) -> throw new OperatorRefusal(file + ": " + why);
    };
  }

  private static void say(Fidelity fidelity) {
    System.out.printf(
        Locale.ROOT, "k-marginal over pairs of variables: %.1f of 1000%n", fidelity.kMarginal());
    for (Combinations each : fidelity.combinations()) {
      System.out.printf(
          Locale.ROOT,
          "combinations of %d: mean error %.2f people; %.2f %% of those with at least %d people"
              + " missing; %.2f %% fabricated, %.4f %% of their mass, the largest %d;"
              + " %d rare ones came out%n",
          each.length(),
          each.meanError(),
          100 * each.suppressed(),
          Fidelity.RARE_BELOW,
          100 * each.fabricated(),
          100 * each.fabricatedMass(),
          each.largestFabricated(),
          each.rareLeaked());
    }
    System.out.println("fabricatedPairMass below is a share: 0.0003 is 0.03 %.");
  }

  private static String json(Fidelity fidelity) {
    return String.format(
        Locale.ROOT,
        "{\"kMarginal\":%.3f,\"error1\":%.4f,\"error2\":%.4f,\"error3\":%.4f,"
            + "\"fabricatedPairMass\":%.8f,\"rareLeaked\":%d,\"cpuSeconds\":%.2f}",
        fidelity.kMarginal(),
        fidelity.error(1),
        fidelity.error(2),
        fidelity.error(3),
        fidelity.fabricatedPairMass(),
        fidelity.rareLeaked(),
        cpuSeconds());
  }

  static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /// The most memory this process ever held, 0 where the system does not say.
  static long peakMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException elsewhere) {
      return 0;
    }
  }
}

package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Plan;
import org.sampan.disclosure.PlanFile;
import org.sampan.disclosure.ProposedDomain;
import org.sampan.disclosure.domain.Coded;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Intake;
import org.sampan.disclosure.domain.Records;

/// The records an extract or a table is made of: from a plan, or from a file and a code list.
///
/// @param mostRows a person with more rows than this is a mistake in the file
record People(Domain domain, Path data, Optional<String> person, int mostRows) {

  private static final int MOST_ROWS = 100;

  /// From what stood on the command line: a plan ends in `.json`.
  static People of(Options options, String usage) {
    Path file = Path.of(options.exactly(1, usage).getFirst()).toAbsolutePath();
    if (file.toString().endsWith(".json")) {
      Plan plan = plan(file);
      Path data = file.resolveSibling(plan.data()).normalize();
      return new People(plan.domain(), data, plan.person(), plan.mostRows());
    }
    Domain domain =
        options.value("--domain").map(Planning::read).orElseGet(() -> Planning.propose(file));
    if (domain.readFromData()) {
      System.err.println(ProposedDomain.WARNING);
    }
    return new People(domain, file, options.value("--person"), MOST_ROWS);
  }

  /// All rows, or a refusal that names the first that does not fit.
  Records records() {
    System.err.println("Reading " + data);
    Intake intake = new Intake(domain, Table.header(data), person, mostRows);
    Table.rows(data, intake::add);
    return switch (intake.finish()) {
      case Coded.Complete(Records records) -> records;
      case Coded.Refused(String why) -> throw new OperatorRefusal(why + ". Nothing was written.");
    };
  }

  private static Plan plan(Path file) {
    if (!Files.isReadable(file)) {
      throw new OperatorRefusal("There is no plan " + file);
    }
    try {
      return PlanFile.read(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

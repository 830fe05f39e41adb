package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Plan;
import org.sampan.disclosure.PlanFile;
import org.sampan.disclosure.ProposedDomain;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.domain.PublicLists;
import org.sampan.disclosure.noise.Ratio;

/// `publish plan`: proposes a plan, with a public code list where one is given.
final class Planning {

  static final List<String> OPTIONS =
      List.of(
          "--domain",
          "--out",
          "--epsilon",
          "--delta",
          "--guard",
          "--choices",
          "--person",
          "--rows-a-person",
          "--release",
          "--title",
          "--ledger",
          "--approved-by");

  private static final String USAGE =
      "./sampan publish plan DATA.csv [--domain D.json] [--out PLAN] [--epsilon E] [--delta D]"
          + " [--guard G] [--choices N] [--person COLUMN] [--rows-a-person N] [--release NAME]"
          + " [--title TEXT] [--ledger FILE] [--approved-by NAME]";

  private Planning() {}

  static int run(Options options) {
    Path data = Path.of(options.exactly(1, USAGE).getFirst()).toAbsolutePath().normalize();
    Domain domain = options.value("--domain").map(Planning::read).orElseGet(() -> propose(data));
    String plan = PlanFile.write(plan(options, data, domain));
    Optional<String> out = options.value("--out");
    if (out.isEmpty()) {
      System.out.println(plan);
    } else {
      write(Path.of(out.get()), plan);
      System.out.println("The plan is in " + out.get());
    }
    if (domain.readFromData()) {
      System.err.println(ProposedDomain.WARNING);
    }
    return 0;
  }

  /// A code list by its file, or `htcds` for the one that ships with the library.
  static Domain read(String file) {
    if (file.equals("htcds")) {
      return PublicLists.htcds();
    }
    try {
      return DomainFile.read(Files.readString(Path.of(file)));
    } catch (IOException unreadable) {
      throw new OperatorRefusal("The code list " + file + " cannot be read.");
    }
  }

  static Domain propose(Path data) {
    ProposedDomain proposed = new ProposedDomain(Table.header(data));
    Table.rows(
        data,
        row -> {
          proposed.add(row);
          return true;
        });
    Domain domain = proposed.domain(String.valueOf(data.getFileName()));
    if (!proposed.leftOut().isEmpty()) {
      System.err.println(
          "Left out (one value, too many values, or one column too many): "
              + String.join(", ", proposed.leftOut()));
    }
    return domain;
  }

  private static Plan plan(Options options, Path data, Domain domain) {
    LocalDate today = LocalDate.now(Clock.systemDefaultZone());
    String stem = String.valueOf(data.getFileName()).replaceFirst("[.][^.]*$", "");
    String name =
        stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceFirst("^[.-]+", "");
    int choices = whole(options, "--choices", "3");
    int rows = whole(options, "--rows-a-person", "1");
    Ratio chosen = choices == 0 ? Ratio.ZERO : Ratio.of(1, 20);
    Ratio singles = Ratio.of(1, 50);
    return new Plan(
        options.value("--release").orElse("release-" + name + "-" + today),
        options.value("--title").orElse(stem),
        Year.of(today.getYear()),
        data.toString(),
        options.value("--person"),
        rows,
        Math.max(100, rows),
        Ratio.parse(options.value("--epsilon").orElse("1")),
        Ratio.parse(options.value("--delta").orElse("0.000001")),
        new Plan.Shares(singles, Ratio.ONE.minus(singles).minus(chosen), chosen),
        choices,
        Ratio.parse(options.value("--guard").orElse("1.25")),
        options.value("--ledger").orElse("ledger.json"),
        options.value("--approved-by"),
        domain);
  }

  private static int whole(Options options, String option, String otherwise) {
    try {
      return Integer.parseInt(options.value(option).orElse(otherwise));
    } catch (NumberFormatException noNumber) {
      throw new OperatorRefusal("The option " + option + " needs a whole number.");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + System.lineSeparator());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}

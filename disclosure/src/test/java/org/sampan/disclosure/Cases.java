package org.sampan.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Coded;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.domain.Intake;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.noise.Ratio;

/// Data and plans the tests of a whole release share.
final class Cases {

  private Cases() {}

  static Domain domain(String name) {
    String file = name + ".json";
    try (var in = Objects.requireNonNull(Cases.class.getResourceAsStream(file), file)) {
      return DomainFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Public data from ../shared; the test is skipped where it is absent. CTDC's terms let its data
  /// be used and not carried along, so its list of categories is read from the file, too.
  static Records national() {
    return shared("nist-acs-2019/national2019.csv", domain("national2019"));
  }

  static Records victimsAndPerpetrators() {
    return shared("ctdc-vp-synthetic-2022/CTDC_VPsynthetic_condensed.csv", null);
  }

  private static Records shared(String name, @Nullable Domain list) {
    Path file = Path.of("../../shared/data/disclosure").resolve(name);
    Assumptions.assumeTrue(Files.isReadable(file), file + " is not here");
    try {
      List<String> lines = Files.readAllLines(file);
      String header = lines.getFirst().replace("\uFEFF", "");
      List<String> columns = List.of(header.split(",", -1));
      List<List<String>> rows =
          lines.stream()
              .skip(1)
              .filter(line -> !line.isEmpty())
              .map(line -> List.of(line.split(",", -1)))
              .toList();
      ProposedDomain proposed = new ProposedDomain(columns);
      rows.forEach(proposed::add);
      Domain domain = list == null ? proposed.domain(name) : list;
      Intake intake = new Intake(domain, columns, Optional.empty(), 1);
      rows.forEach(intake::add);
      return ((Coded.Complete) intake.finish()).records();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A share of the rows, drawn without replacement.
  static Records sample(Records records, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] rows =
        random
            .ints(records.size(), 0, 1_000_000)
            .map(draw -> draw < share * 1_000_000 ? 1 : 0)
            .toArray();
    int size = java.util.Arrays.stream(rows).sum();
    short[][] columns = new short[records.domain().width()][size];
    for (int at = 0; at < columns.length; at++) {
      int to = 0;
      for (int row = 0; row < rows.length; row++) {
        if (rows[row] == 1) {
          columns[at][to++] = (short) records.at(at, row);
        }
      }
    }
    return Records.ofOneRowEach(records.domain(), columns);
  }

  /// Questions with the answers 1 and 0 (no).
  static Domain yesNoDomain(int questions) {
    List<Category> categories =
        List.of(
            new Category("0", "No", Category.Kind.NO),
            new Category("1", "Yes", Category.Kind.ANSWER));
    List<Variable> variables =
        IntStream.range(0, questions)
            .mapToObj(each -> new Variable("q" + each, "Question " + each, categories, List.of()))
            .toList();
    return new Domain("Questions", "1", "this test", false, variables, List.of(), List.of());
  }

  /// Forty people with one yes or two each, and perhaps one who gave the same answer throughout.
  static Records planted(Domain domain, int answer, boolean there) {
    short[][] columns = new short[domain.width()][there ? 41 : 40];
    for (int row = 0; row < 40; row++) {
      columns[row % domain.width()][row] = 1;
      columns[row * 7 % domain.width()][row] = 1;
    }
    for (short[] column : columns) {
      if (there) {
        column[40] = (short) answer;
      }
    }
    return Records.ofOneRowEach(domain, columns);
  }

  static Plan plan(Domain domain, String epsilon, String guard, int choices) {
    return new Plan(
        "test-1",
        "A test",
        Year.of(2026),
        "data.csv",
        Optional.empty(),
        1,
        100,
        Ratio.parse(epsilon),
        Ratio.parse("1e-6"),
        choices == 0
            ? new Plan.Shares(Ratio.of(1, 20), Ratio.of(19, 20), Ratio.ZERO)
            : new Plan.Shares(Ratio.of(1, 20), Ratio.of(17, 20), Ratio.of(1, 10)),
        choices,
        Ratio.parse(guard),
        "ledger.json",
        Optional.of("A test"),
        domain);
  }
}

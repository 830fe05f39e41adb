package org.sampan.disclosure.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.evaluation.Canaries;
import org.sampan.disclosure.extract.Diversity;
import org.sampan.disclosure.extract.Extract;
import org.sampan.disclosure.extract.Extraction;
import org.sampan.disclosure.extract.GeneralisationTree;
import org.sampan.disclosure.extract.Promise;
import org.sampan.disclosure.extract.PublicSets;
import org.sampan.disclosure.extract.Rows;
import org.sampan.disclosure.noise.GaussianProfile;
import org.sampan.disclosure.noise.RandomBits;
import org.sampan.disclosure.noise.Ratio;

class AttacksTest {

  private static final Set<String> SILENT = Set.of("", "Unknown", "Not Specified");

  @Test
  void rounded_tables_fall_to_one_person_more() {
    RoundedTables.Exposure exposure =
        RoundedTables.of(PublicSets.flat(PublicSets.kAnonymised()), 10, 3, SILENT);

    assertThat(exposure.changed()).isEqualTo(1.0);
    assertThat(exposure.named()).isCloseTo(0.580, within(0.0005));
  }

  @Test
  @EnabledIfSystemProperty(named = "sampan.all", matches = "true")
  void rounded_tables_of_the_other_sets_fall_as_well() {
    RoundedTables.Exposure victims =
        RoundedTables.of(PublicSets.flat(PublicSets.victimPerpetrator()), 10, 3, SILENT);
    RoundedTables.Exposure adult =
        RoundedTables.of(PublicSets.flat(PublicSets.adult()), 10, 3, SILENT);

    assertThat(victims.changed()).isCloseTo(0.946, within(0.0005));
    assertThat(victims.named()).isCloseTo(0.748, within(0.0005));
    assertThat(adult.changed()).isCloseTo(1.0, within(0.0005));
    // With ages as they are; the study, 85.5 %, does not say how it grouped them.
    assertThat(adult.named()).isCloseTo(0.808, within(0.0005));
  }

  @Test
  void a_careful_release_holds_out() {
    List<Finding> findings = FolderAttacks.on(InventedFolders.careful());

    assertThat(findings).allMatch(each -> each.verdict() == Finding.Verdict.HELD);
  }

  @Test
  void every_attack_on_a_folder_succeeds_on_what_naive_code_makes() {
    List<Finding> findings = FolderAttacks.on(InventedFolders.naive());

    assertThat(findings).hasSize(6).allMatch(each -> each.verdict() == Finding.Verdict.FELL);
  }

  @Test
  void the_mechanism_loses_no_more_than_it_says() {
    List<Finding> findings =
        MechanismAttacks.on(
            InventedFolders.domain(false), Ratio.of(1, 1), Ratio.of(1, 1_000_000), 2_000);

    assertThat(findings).hasSize(4).allMatch(each -> each.verdict() == Finding.Verdict.HELD);
  }

  @Test
  void rounded_normal_noise_is_seen_to_be_wrong() {
    SplittableRandom random = new SplittableRandom(7);

    double floored = new SamplerScore(1).of(() -> (long) Math.floor(random.nextGaussian()));
    double ours = new SamplerScore(1).of(new RandomBits());

    assertThat(floored).isGreaterThan(100);
    assertThat(Math.abs(ours)).isLessThan(5);
  }

  @Test
  void too_little_noise_proves_more_loss_than_was_stated() {
    SplittableRandom random = new SplittableRandom(7);
    int[] noticed = new int[2];
    for (int run = 0; run < 2000; run++) {
      for (int there = 0; there < 2; there++) {
        noticed[there] += there + 0.3 * random.nextGaussian() > 0.5 ? 1 : 0;
      }
    }

    assertThat(Canaries.epsilon(noticed[1], noticed[0], 2000, 1e-6)).isGreaterThan(1);
  }

  @Test
  void a_person_whose_records_all_count_is_told_from_nobody() {
    Contribution game =
        new Contribution(
            InventedFolders.domain(false),
            GaussianProfile.rho(Ratio.ONE, Ratio.of(1, 1_000_000)),
            new RandomBits());

    assertThat(game.told(false, 1_000)).isGreaterThan(0.95);
    assertThat(game.told(true, 1_000)).isLessThan(0.62);
    assertThat(game.kept()).isEqualTo(1);
  }

  @Test
  void two_partners_learn_together_what_neither_learns_alone() {
    Promise promise = Promise.wholeRows(2);
    Rows people = Rows.of(trees(), lines("1 a", "2 b", "3 c"));
    Extract one = new Extract(Rows.of(trees(), lines("low a", "low b", "high c")), promise);
    Extract other = new Extract(Rows.of(trees(), lines("* a", "2 b", "* c")), promise);

    assertThat(TwoExtracts.of(one, other, people).verdict()).isEqualTo(Finding.Verdict.FELL);
    assertThat(TwoExtracts.of(one, one, people).verdict()).isEqualTo(Finding.Verdict.HELD);
  }

  private static List<List<String>> lines(String... lines) {
    return Stream.of(lines).map(line -> List.of(line.split(" "))).toList();
  }

  private static List<GeneralisationTree> trees() {
    return List.of(
        GeneralisationTree.of(
            "age",
            List.of(
                List.of("1", "low"),
                List.of("2", "low"),
                List.of("3", "high"),
                List.of("4", "high"))),
        GeneralisationTree.flat("means", List.of("a", "b", "c")));
  }

  @Test
  void two_releases_of_exact_figures_name_the_newcomer() {
    PublishedFolder before = InventedFolders.exact(500, 0);
    PublishedFolder after = InventedFolders.exact(500, 1);
    PublishedFolder noised = InventedFolders.exact(480, 0);

    assertThat(TwoReleases.of(before, after).verdict()).isEqualTo(Finding.Verdict.FELL);
    assertThat(TwoReleases.of(before, noised).verdict()).isEqualTo(Finding.Verdict.HELD);
  }

  @Test
  void every_attack_names_a_test_in_which_it_succeeds() throws IOException {
    String tests = "";
    for (Path root : List.of(Path.of("src/test/java"), Path.of("../jobs/src/test/java"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
          tests += Files.readString(file);
        }
      }
    }
    String all = tests;

    assertThat(Attack.values())
        .allSatisfy(attack -> {
          String[] named = attack.control().split("[.]");
          assertThat(all).contains("class " + named[0] + " ", "void " + named[1] + "(");
        });
  }

  @Test
  void publishing_the_people_themselves_tells_who_was_there() {
    Records members = unlike(1);
    Records strangers = unlike(2);

    List<Finding> raw = InsideAttacks.on(members, strangers, members);
    List<Finding> others = InsideAttacks.on(members, strangers, unlike(3));

    assertThat(raw.getFirst().verdict()).isEqualTo(Finding.Verdict.FELL);
    assertThat(raw.getLast().verdict()).isEqualTo(Finding.Verdict.FELL);
    assertThat(others).allMatch(each -> each.verdict() == Finding.Verdict.HELD);
  }

  @Test
  void an_extract_that_is_no_extract_falls() {
    Rows rows = PublicSets.flat(invented());
    Extract naive = new Extract(rows, Promise.wholeRows(11).with(Diversity.of("means", 2)));
    Extract made = ((Extraction.Outcome.Made) Extraction.of(rows, naive.promise())).extract();

    assertThat(ExtractAttacks.on(naive)).allMatch(each -> each.verdict() == Finding.Verdict.FELL);
    assertThat(ExtractAttacks.on(made)).allMatch(each -> each.verdict() == Finding.Verdict.HELD);
    assertThat(ExtractAttacks.differencing(made, naive).verdict()).isEqualTo(Finding.Verdict.FELL);
  }

  @Test
  void every_attack_has_its_number() {
    List<Integer> numbers = new ArrayList<>();
    for (Attack attack : Attack.values()) {
      numbers.add(attack.number());
    }

    assertThat(numbers).hasSize(16).startsWith(1).endsWith(16);
  }

  private static List<List<String>> invented() {
    SplittableRandom random = new SplittableRandom(3);
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("country", "year", "age", "means"));
    for (int person = 0; person < 200; person++) {
      lines.add(
          List.of(
              "c" + random.nextInt(4),
              "y" + random.nextInt(5),
              "a" + random.nextInt(6),
              "m" + random.nextInt(2)));
    }
    return lines;
  }

  /// People of six answers each: few are alike.
  private static Records unlike(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Variable> variables = new ArrayList<>();
    for (int at = 0; at < 6; at++) {
      List<Category> categories = new ArrayList<>();
      for (int code = 0; code < 4; code++) {
        categories.add(new Category("" + code, "" + code, Category.Kind.ANSWER));
      }
      variables.add(new Variable("v" + at, "v" + at, categories, List.of()));
    }
    short[][] columns = new short[6][1000];
    for (short[] column : columns) {
      for (int row = 0; row < column.length; row++) {
        column[row] = (short) random.nextInt(4);
      }
    }
    return Records.ofOneRowEach(
        new Domain("invented", "1", "nowhere", false, variables, List.of(), List.of()), columns);
  }
}

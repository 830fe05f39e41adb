package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The rules as tables of real cases: `dimension-rule.csv`, `joining-rule.csv` and `cases.csv`.
class StatedRulesTest {

  private static final Map<String, Alternative> ALTERNATIVES =
      Map.of(
          "SS", Alternative.TWO_STRONG,
          "S+", Alternative.ONE_STRONG_AND_ANOTHER,
          "MMM", Alternative.THREE_MEDIUM,
          "MMW", Alternative.TWO_MEDIUM_AND_ONE_WEAK);

  @ParameterizedTest(name = "{0} strong, {1} medium, {2} weak: {3} {4}")
  @CsvFileSource(resources = "dimension-rule.csv", numLinesToSkip = 3)
  void a_dimension_is_positive_by_the_stated_alternatives(
      int strong, int medium, int weak, String positive, String alternatives) {
    Set<Alternative> met = Alternative.metBy(new Tally(strong, medium, weak));

    assertThat(met)
        .containsExactlyInAnyOrderElementsOf(
            words(alternatives).stream().map(ALTERNATIVES::get).toList());
    assertThat(met.isEmpty()).isEqualTo(positive.equals("no"));
  }

  @ParameterizedTest(name = "{0}{1}{2}{3}{4}{5}")
  @CsvFileSource(resources = "joining-rule.csv", numLinesToSkip = 5)
  void the_dimensions_are_joined_by_the_stated_rules(ArgumentsAccessor row) {
    Answers answers = Answers.none();
    int column = 0;
    for (Dimension dimension : Dimension.values()) {
      boolean positive = cell(row, column++).equals("1");
      for (Indicator indicator : Sets.ADULT_LABOUR.in(dimension)) {
        answers = answers.with(indicator.id(), positive ? Answer.yes() : Answer.no());
      }
    }
    Answers acted = withActs(answers, "yes");
    Answers notActed = withActs(answers, "no");

    assertThat(outcome(acted, AgeGroup.ADULT, ReadingRule.PALERMO)).isEqualTo(cell(row, 6));
    assertThat(outcome(notActed, AgeGroup.ADULT, ReadingRule.PALERMO)).isEqualTo(cell(row, 7));
    for (ReadingRule any : ReadingRule.values()) {
      assertThat(outcome(acted, AgeGroup.CHILD, any)).isEqualTo(cell(row, 8));
      assertThat(outcome(acted, AgeGroup.UNKNOWN, any)).isEqualTo(cell(row, 8));
      assertThat(outcome(notActed, AgeGroup.CHILD, any)).isEqualTo(cell(row, 9));
    }
    for (Answers either : List.of(acted, notActed)) {
      assertThat(outcome(either, AgeGroup.ADULT, ReadingRule.LABOUR_FORCE_SURVEY))
          .isEqualTo(cell(row, 10));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "cases.csv", numLinesToSkip = 7)
  void a_stated_case_is_read_as_stated(ArgumentsAccessor row) {
    IndicatorSet set = Sets.named(cell(row, 1));
    Answers answers = withActs(answers(set, row), cell(row, 7));

    Finding finding =
        Screening.evaluate(
            set, answers, AgeGroup.valueOf(cell(row, 2)), ReadingRule.valueOf(cell(row, 3)));

    assertThat(codes(finding, DimensionFinding.State.POSITIVE)).isEqualTo(words(cell(row, 8)));
    assertThat(codes(finding, DimensionFinding.State.ONE_ANSWER_AWAY))
        .isEqualTo(words(cell(row, 9)));
    assertThat(word(finding.outcome())).isEqualTo(cell(row, 10));
    assertThat(finding.restsOnDisputed()).isEqualTo(words(cell(row, 11)).contains("DISPUTED"));
    assertThat(finding.provisional()).isEqualTo(words(cell(row, 11)).contains("PROVISIONAL"));
  }

  private static Answers answers(IndicatorSet set, ArgumentsAccessor row) {
    List<Answer> given = List.of(Answer.yes(), Answer.unknown(), Answer.no());
    Answers answers = Answers.none();
    List<String> named = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      for (String id : words(cell(row, 4 + i))) {
        if (!id.equals("REST")) {
          Indicator.Id full = new Indicator.Id(prefix(set) + id);
          assertThat(set.find(full)).as("%s in %s", id, set.id()).isPresent();
          named.add(full.value());
          answers = answers.with(full, given.get(i));
        }
      }
    }
    for (int i = 0; i < given.size(); i++) {
      if (words(cell(row, 4 + i)).contains("REST")) {
        for (Indicator indicator : set.indicators()) {
          if (!named.contains(indicator.id().value())) {
            answers = answers.with(indicator.id(), given.get(i));
          }
        }
      }
    }
    return answers;
  }

  private static String prefix(IndicatorSet set) {
    return set.indicators().getFirst().id().value().substring(0, 3);
  }

  private static Answers withActs(Answers answers, String act) {
    if (act.isEmpty()) {
      return answers;
    }
    Answers changed = answers;
    for (Act each : Act.values()) {
      changed =
          changed.with(
              each,
              switch (act) {
                case "yes" -> Answer.yes();
                case "no" -> Answer.no();
                case "unknown" -> Answer.unknown();
                default -> throw new IllegalArgumentException(act);
              });
    }
    return changed;
  }

  private static String outcome(Answers answers, AgeGroup age, ReadingRule reading) {
    return word(Screening.evaluate(Sets.ADULT_LABOUR, answers, age, reading).outcome());
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.PossibleTrafficking _ -> "TRAFFICKING";
      case Outcome.DeceivedAndExploited _ -> "DECEIVED";
      case Outcome.Exploited _ -> "EXPLOITED";
      case Outcome.NotEnoughAnswers _ -> "NOT_ENOUGH";
      case Outcome.NoneYet _ -> "NONE";
      case Outcome.OutsideIllustration _ -> "OUTSIDE";
    };
  }

  private static Set<String> codes(Finding finding, DimensionFinding.State state) {
    return finding.dimensions().stream()
        .filter(dimension -> dimension.state() == state)
        .map(dimension -> dimension.dimension().code())
        .collect(Collectors.toSet());
  }

  private static String cell(ArgumentsAccessor row, int column) {
    @Nullable String cell = row.getString(column);
    return cell == null ? "" : cell;
  }

  private static Set<String> words(@Nullable String cell) {
    return cell == null || cell.isBlank() ? Set.of() : Set.of(cell.strip().split(" +"));
  }
}

package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadingTest {

  private static final String SET =
      """
      {"set": "scam-compounds", "version": 3, "title": "Forced crime", "people": "adult",
       "wording": [], "source": "A list", "how_verified": "Not yet",
       "rules": {"dimension": "ilo-2009", "joining": ["palermo"]},
       "indicators": [
        {"id": "FC-1", "dimension": "D4", "code": "EXP_HOURS", "strength": "strong", "status": "verified"},
        {"id": "FC-2", "dimension": "D4", "code": "EXP_QUOTA", "strength": null,
         "provisional_strength": "weak", "status": "unverified", "note": "ours",
         "texts": {"en": {"label": "Must meet a quota", "question": "Did {you} have to reach a number?"},
                   "th": {"label": "ต้องทำยอด", "question": "{you}ต้องทำยอดไหม"}}}]}
      """;

  @Test
  void a_further_set_is_loaded_from_a_file_and_read_like_the_shipped_ones() throws IOException {
    IndicatorSet set = accepted(SET);
    Answers answers =
        Answers.none()
            .with(new Indicator.Id("FC-1"), Answer.yes())
            .with(new Indicator.Id("FC-2"), Answer.yes())
            .with(Act.RECEIPT, Answer.yes());

    Finding finding = Screening.evaluate(set, answers, AgeGroup.CHILD, ReadingRule.PALERMO);

    assertThat(set.id()).hasToString("scam-compounds/3");
    assertThat(finding.outcome()).isInstanceOf(Outcome.PossibleTrafficking.class);
    assertThat(finding.provisional()).isTrue();
    assertThat(finding.restsOn())
        .containsEntry(Standing.PROVISIONAL, List.of(new Indicator.Id("FC-2")));
    assertThat(IndicatorSets.shipped().with(set).find(set.id())).contains(set);
  }

  @Test
  void a_set_brings_the_texts_that_the_library_lacks() throws IOException {
    IndicatorSet set = accepted(SET);
    Indicator own = set.find(new Indicator.Id("FC-2")).orElseThrow();

    assertThat(Texts.in("en").question(set, own)).isEqualTo("Did you have to reach a number?");
    assertThat(Texts.in("th").question(set, own)).isEqualTo("คุณต้องทำยอดไหม");
    assertThat(Texts.in("km").label(set, own)).isEqualTo("Must meet a quota");
    assertThat(Texts.in("en").label(set, own)).isEqualTo("Must meet a quota");
    assertThat(Texts.in("en").title(set)).isEqualTo("Forced crime");
  }

  @Test
  void a_reading_that_a_set_does_not_offer_is_refused() throws IOException {
    IndicatorSet set = accepted(SET);

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Screening.evaluate(
                set, Answers.none(), AgeGroup.ADULT, ReadingRule.LABOUR_FORCE_SURVEY))
        .withMessage("scam-compounds/3 does not offer the reading LABOUR_FORCE_SURVEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "strong"|"huge"|indicator 1 (FC-1) has a strength that is not known: huge
          "strong"|null|indicator 1 (FC-1) lacks 'strength' with this status
          "strength": null|"strength": "weak"|indicator 2 (FC-2) may not have 'strength' with this status
          "provisional_strength": "weak",||indicator 2 (FC-2) lacks 'provisional_strength' with this status
          "verified"}|"disputed"}|indicator 1 (FC-1) lacks 'other_strength' with this status
          "verified"}|"disputed", "other_strength": "strong"}|indicator 1 (FC-1) is disputed between two equal strengths
          "verified"}|"perhaps"}|indicator 1 (FC-1) has a status that is not known: perhaps
          "D4"|"D7"|indicator 1 (FC-1) has a dimension that is not known: D7
          "FC-2"|"FC-1"|the set has two indicators with the id FC-1
          "EXP_QUOTA"|"EXP_HOURS"|the set asks EXP_HOURS twice in D4
          "EXP_HOURS"|"EXP_NEW"|the set has no English texts for FC-1 EXP_NEW
          "FC-1"|"fc 1"|indicator 1 (fc 1) 'id' is not capitals and digits joined by hyphens, at most 40
          "EXP_HOURS"|"exp hours"|indicator 1 (FC-1) 'code' is not capitals, digits and underscores, at most 40
          "id": "FC-1",|"weight": 3, "id": "FC-1",|indicator 1 (FC-1) has a field that is not known: weight
          "version": 3|"version": 0|the set 'version' is not 1 to 9999
          "version": 3|"version": "3"|the set lacks the whole number 'version'
          "scam-compounds"|"../etc"|the set 'set' is not lower-case letters, digits and hyphens, at most 64
          "people": "adult"|"people": "dogs"|the set 'people' is neither adult nor child
          "title": "Forced crime",||the set lacks the text 'title'
          "title": "Forced crime"|"title": " "|the set 'title' is not a text of 1 to 1000 characters
          "ilo-2009"|"mine"|the set.rules names a dimension rule that is not known: mine
          ["palermo"]|["palermo", "guess"]|the set.rules names a joining rule that is not known: guess
          ["palermo"]|["labour-force-survey"]|the set.rules does not offer the joining rule 'palermo'
          "th":|"xx":|indicator 2 (FC-2).texts has a field that is not known: xx
          "label": "Must meet a quota",||indicator 2 (FC-2).texts.en lacks the text 'label'
          "version": 3|"version": 3, "version": 4|the file is not well-formed JSON: Duplicate Object property "version"
          """)
  void bad_data_is_refused_with_its_place(String good, String bad, String problem)
      throws IOException {
    assertThat(SET).contains(good);

    assertThat(
            problems(
                SET.replaceFirst(
                    Pattern.quote(good), bad == null ? "" : Matcher.quoteReplacement(bad))))
        .contains(problem);
  }

  @Test
  void everything_wrong_is_told_at_once() throws IOException {
    String bad = SET.replace("\"D4\"", "\"D9\"").replace("\"version\": 3", "\"version\": -1");

    assertThat(problems(bad)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "7",
        "{}",
        "{\"indicators\": {}}",
        "{\"indicators\": [7]}",
        "{",
        "\u0000"
      })
  void anything_else_is_refused_without_an_exception(String file) throws IOException {
    assertThat(problems(file)).isNotEmpty();
  }

  @Test
  void a_file_or_list_beyond_its_limit_is_refused() throws IOException {
    String indicator =
        "{\"id\": \"X\", \"dimension\": \"D4\", \"code\": \"X\", \"status\": \"verified\"}";
    String many = "{\"indicators\": [" + (indicator + ",").repeat(500) + indicator + "]}";

    assertThat(problems(" ".repeat((1 << 20) + 1)))
        .containsExactly("the file is larger than 1048576 bytes");
    assertThat(problems(many)).contains("the set lacks the list 'indicators' of at most 500");
    assertThat(problems("{\"indicators\": [" + (indicator + ",").repeat(400) + indicator + "]}"))
        .hasSize(50);
  }

  private static IndicatorSet accepted(String file) throws IOException {
    return switch (load(file)) {
      case IndicatorSets.Accepted(IndicatorSet set) -> set;
      case IndicatorSets.Refused(List<String> problems) ->
          throw new AssertionError(problems.toString());
    };
  }

  private static List<String> problems(String file) throws IOException {
    return switch (load(file)) {
      case IndicatorSets.Accepted(IndicatorSet set) ->
          throw new AssertionError("accepted " + set.id());
      case IndicatorSets.Refused(List<String> problems) -> problems;
    };
  }

  private static IndicatorSets.Loaded load(String file) throws IOException {
    return IndicatorSets.load(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }
}

package org.sampan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.web.Problems;

class BirthTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 3 | 2004 |      |    | DAY/2004-03-12/2004-03-12/C",
        "12 | 3 | 2547 |      |    | DAY/2004-03-12/2004-03-12/B",
        "๑๒ | ๓ | ๒๕๔๗ |      |    | DAY/2004-03-12/2004-03-12/B",
        "១២ | ៣ | ២០០៤ |      |    | DAY/2004-03-12/2004-03-12/C",
        "   | 2 | 2004 |      |    | MONTH/2004-02-01/2004-02-29/C",
        "   |   | 2004 |      |    | YEAR/2004-01-01/2004-12-31/C",
        "   |   | 2543 | 2547 |    | RANGE/2000-01-01/2004-12-31/B",
        "   |   |      |      | 19 | ABOUT/2006-11-22/2007-11-21/C"
      })
  void what_is_known_is_read(
      String day, String month, String year, String lastYear, String age, String text) {
    Problems problems = new Problems();

    Optional<Birth> birth = read(day, month, year, lastYear, age, problems);

    assertThat(problems.none()).isTrue();
    assertThat(birth.map(Birth::text)).contains(text);
    assertThat(Birth.of(text)).isEqualTo(birth.orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31 | 2 | 2004 |      |    ",
        "12 |   | 2004 |      |    ",
        "   | 3 |      |      |    ",
        "   |   | 2004 | 2000 |    ",
        "   |   | 2004 |      | 22 ",
        "   |   | 2027 |      |    ",
        "   |   | 1850 |      |    ",
        "   |   | 04   |      |    ",
        "   |   |      |      | 130",
        "   |   | two  |      |    "
      })
  void what_cannot_be_is_a_problem(
      String day, String month, String year, String lastYear, String age) {
    Problems problems = new Problems();

    assertThat(read(day, month, year, lastYear, age, problems)).isEmpty();
    assertThat(problems.of("BIRTH")).hasSize(1);
  }

  @Test
  void nothing_typed_is_nothing_known_and_no_problem() {
    Problems problems = new Problems();

    assertThat(read("", " ", "", "", "", problems)).isEmpty();
    assertThat(problems.none()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2008-11-22, CHILD", "2008-11-21, ADULT", "2009-01-01, CHILD", "2000-01-01, ADULT"})
  void an_exact_day_says_whether_she_is_a_child(LocalDate day, Birth.AgeGroup group) {
    assertThat(new Birth(day, day, Birth.How.DAY, false).group(TODAY)).isEqualTo(group);
  }

  @Test
  void a_year_in_which_she_may_still_be_a_child_says_so() {
    assertThat(Birth.of("YEAR/2008-01-01/2008-12-31/C").group(TODAY))
        .isEqualTo(Birth.AgeGroup.MAY_BE_CHILD);
    assertThat(Birth.of("ABOUT/2008-11-22/2009-11-21/C").group(TODAY))
        .isEqualTo(Birth.AgeGroup.CHILD);
  }

  @Test
  void a_guess_at_her_age_is_typed_again_as_the_same_age() {
    Birth guess = read("", "", "", "", "19", new Problems()).orElseThrow();

    assertThat(guess.boxes(TODAY).age()).isEqualTo("19");
    assertThat(Birth.parsed(guess.boxes(TODAY), TODAY, "BIRTH", new Problems())).contains(guess);
  }

  private static Optional<Birth> read(
      String day, String month, String year, String lastYear, String age, Problems problems) {
    Birth.Boxes boxes =
        new Birth.Boxes(text(day), text(month), text(year), text(lastYear), text(age));
    return Birth.parsed(boxes, TODAY, "BIRTH", problems);
  }

  private static String text(@org.jspecify.annotations.Nullable String cell) {
    return cell == null ? "" : cell.strip();
  }
}

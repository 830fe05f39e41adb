package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.web.Language;

class GazetteerImportTests {

  private static final String HEAD =
      "id,country,parent,level,native,latin,other,valid_from,valid_to,source\n";
  private static final String MUEANG =
      "TH7401,TH,TH-74,district,เมืองสมุทรสาคร,Mueang Samut Sakhon,Muang Sakhon|Mahachai,,,DOPA\n";
  private static final String MAHACHAI =
      "TH740101,TH,TH7401,commune,มหาชัย,Maha Chai,,1913-01-01,,DOPA\n";
  private static final String GOOD = HEAD + MAHACHAI + MUEANG;

  private static GazetteerDatabase database;

  @BeforeAll
  static void open() {
    database = new GazetteerDatabase();
  }

  @BeforeEach
  void empty() throws Exception {
    database.empty();
  }

  @Test
  void what_was_taken_is_found_again_as_it_was_given() throws Exception {
    assertThat(take(GOOD)).isEqualTo(new GazetteerImport.Taken(2, 2, 0));

    assertThat(database.places.find(new Place.Id("TH740101")))
        .contains(
            new Place(
                new Place.Id("TH740101"),
                Country.THAILAND,
                List.of("มหาชัย"),
                "Maha Chai",
                List.of(),
                LocalDate.parse("1913-01-01"),
                null,
                Place.Level.COMMUNE,
                new Place.Id("TH7401"),
                List.of(),
                "DOPA"));
    assertThat(database.places.within(new Place.Id("TH-74")))
        .extracting(Place::latinName)
        .containsExactly("Mueang Samut Sakhon");
    assertThat(database.places.lineage(new Place.Id("TH740101")))
        .extracting(place -> place.id().value())
        .containsExactly("TH-74", "TH7401", "TH740101");
  }

  @ParameterizedTest
  @CsvSource({
    "มหาชัย, TH740101",
    "chai maha, TH740101",
    "mahachai, TH-74",
    "muang sakhon, TH7401",
    "เมืองสมุทร, TH7401"
  })
  void finer_places_are_found_beside_the_provinces(String typed, String id) throws Exception {
    take(GOOD);

    assertThat(database.places.search(typed, Country.THAILAND))
        .first()
        .extracting(place -> place.id().value())
        .isEqualTo(id);
    assertThat(database.places.search(typed, Country.MYANMAR)).isEmpty();
  }

  @Test
  void taking_a_file_again_changes_nothing() throws Exception {
    take(GOOD);

    assertThat(take(GOOD)).isEqualTo(new GazetteerImport.Taken(2, 0, 0));
    assertThat(database.finer.count()).isEqualTo(2);
  }

  @Test
  void a_later_edition_changes_what_differs_and_removes_nothing() throws Exception {
    take(GOOD);

    assertThat(take(HEAD + MAHACHAI.replace("1913-01-01,", "1913-01-01,2025-12-31")))
        .isEqualTo(new GazetteerImport.Taken(1, 0, 1));
    assertThat(database.finer.count()).isEqualTo(2);
    assertThat(database.places.find(new Place.Id("TH740101")).orElseThrow().validTo())
        .isEqualTo(LocalDate.parse("2025-12-31"));
  }

  @Test
  void a_spreadsheet_may_save_its_marks_quotes_and_line_ends() throws Exception {
    String saved =
        "\uFEFF"
            + (HEAD
                    + "# a remark\n\n"
                    + "\"LA0101\",LA,LA-VT,district,\"ຈັນທະບູລີ\",\"Chanthabuly, \"\"old\"\"\",,,,\"x, y\"\n")
                .replace("\n", "\r\n");

    assertThat(take(saved)).isEqualTo(new GazetteerImport.Taken(1, 1, 0));
    assertThat(database.places.find(new Place.Id("LA0101")).orElseThrow().latinName())
        .isEqualTo("Chanthabuly, \"old\"");
  }

  @Test
  void a_place_may_have_a_name_in_one_script_only() throws Exception {
    take(HEAD + "CN530102,CN,CN-YN,district,五华区,,,,,s\nMM1,MM,MM-17,district,,Taunggyi,,,,s\n");

    assertThat(database.places.search("五华", null))
        .extracting(place -> place.shown(Language.ENGLISH).text())
        .containsExactly("五华区");
    assertThat(database.places.search("taunggyi", null))
        .extracting(place -> place.shown(Language.BURMESE).first())
        .containsExactly("Taunggyi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bad id!,TH,TH-74,district,ก,A,,,,s ; id:",
        "TH-74,TH,TH-10,district,ก,A,,,,s ; id: this is a province",
        "X1,XX,TH-74,district,ก,A,,,,s ; country:",
        "X1,TH,X1,district,ก,A,,,,s ; parent: the place itself",
        "X1,TH,KH-3,district,ก,A,,,,s ; parent: lies in another country",
        "X1,TH,NOWHERE,district,ก,A,,,,s ; parent: NOWHERE is no coarser place",
        "X1,TH,TH7401,district,ก,A,,,,s ; parent: TH7401 is no coarser place",
        "X1,KH,TH7401,commune,ក,A,,,,s ; parent: TH7401 is no coarser place",
        "X1,TH,TH-74,province,ก,A,,,,s ; level:",
        "X1,TH,TH-74,district,,,,,,s ; native, latin:",
        "X1,TH,TH-74,district,ก,A|B,,,,s ; latin: one name",
        "X1,TH,TH-74,district,---,A,,,,s ; native: holds no letter",
        "X1,TH,TH-74,district,ก\u202Eข,A,,,,s ; native: holds a control character",
        "X1,TH,TH-74,district,ก,A\u0000,,,,s ; latin: holds a control character",
        "X1,TH,TH-74,district,ก,A,,1/7/2025,,s ; valid_from: a day is written",
        "X1,TH,TH-74,district,ก,A,,2025-02-30,,s ; valid_from: a day is written",
        "X1,TH,TH-74,district,ก,A,,2025-07-02,2025-07-01,s ; valid_to: before",
        "X1,TH,TH-74,district,ก,A,,,, ; source:",
        "TH7401,TH,TH-74,district,ก,A,,,,s ; id: stands on line 2 already",
        "X1,TH,TH-74,district,ก,A,,, ; 9 cells instead of 10",
        "X1,TH,TH-74,district,ก,A,,,,s,more ; 11 cells instead of 10",
        "X1,TH,TH-74,district,ก,A \"b\",,,,s ; a quotation mark inside a cell",
        "X1,TH,TH-74,district,ก,\"A,,,,s ; a quotation mark that is not closed",
        "X1,TH,TH-74,district,ก,\"A\"b,,,,s ; text after a closing quotation mark"
      })
  void a_wrong_row_is_named_by_its_line_and_nothing_is_taken(String row, String what)
      throws Exception {
    GazetteerImport.Outcome outcome = take(HEAD + MUEANG + row);

    assertThat(outcome).isInstanceOf(GazetteerImport.Refused.class);
    assertThat(((GazetteerImport.Refused) outcome).problems())
        .anySatisfy(problem -> {
          assertThat(problem.line()).isEqualTo(3);
          assertThat(problem.what()).contains(what);
        });
    assertThat(database.finer.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"200, true", "201, false"})
  void a_name_has_at_most_200_characters(int length, boolean taken) throws Exception {
    String file = HEAD + MUEANG.replace("Mueang Samut Sakhon", "a".repeat(length));

    assertThat(take(file) instanceof GazetteerImport.Taken).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "'', the first line must be",
    "'id,country\n', the first line must be",
    "'\n\n', the first line must be"
  })
  void a_file_of_another_kind_is_refused(String file, String what) throws Exception {
    assertThat(problems(take(file))).singleElement().asString().contains(what);
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_by_their_line() throws Exception {
    byte[] file = (HEAD + MUEANG).getBytes(StandardCharsets.UTF_8);
    file[file.length - 2] = (byte) 0xA1;

    GazetteerImport.Outcome outcome = database.gazetteer.take(new ByteArrayInputStream(file));

    assertThat(problems(outcome)).containsExactly(new GazetteerImport.Problem(2, "not UTF-8"));
  }

  @Test
  void an_endless_line_is_refused_before_it_fills_the_memory() throws Exception {
    GazetteerImport.Outcome outcome =
        database.gazetteer.take(new SequenceInputStream(bytes(HEAD), new Endless('x')));

    assertThat(problems(outcome))
        .containsExactly(new GazetteerImport.Problem(2, "longer than 8000 bytes"));
  }

  @Test
  void an_endless_file_is_refused() throws Exception {
    GazetteerImport.Outcome outcome =
        database.gazetteer.take(new SequenceInputStream(bytes(HEAD), new Endless('\n')));

    assertThat(problems(outcome))
        .containsExactly(
            new GazetteerImport.Problem(
                200_001, "more than 200000 lines; bring it in several files"));
  }

  @Test
  void at_most_50_problems_are_named() throws Exception {
    assertThat(problems(take(HEAD + "bad id!,,,,,,,,,\n".repeat(1_000)))).hasSize(50);
  }

  @Test
  void a_file_that_breaks_off_leaves_nothing_behind() {
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < 3_000; i++) {
      rows.append("TH").append(i).append(",TH,TH-74,district,ก,A,,,,s\n");
    }
    InputStream broken = new SequenceInputStream(bytes(rows.toString()), new Broken());

    assertThatThrownBy(() -> database.gazetteer.take(broken))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(database.finer.count()).isZero();
  }

  @Test
  void a_parent_that_would_leave_an_earlier_place_astray_is_refused() throws Exception {
    take(GOOD);

    GazetteerImport.Outcome outcome = take(HEAD + MUEANG.replace("district", "village"));

    assertThat(problems(outcome))
        .singleElement()
        .matches(problem -> problem.line() == 0 && problem.what().contains("TH740101"));
    assertThat(database.places.find(new Place.Id("TH7401")).orElseThrow().level())
        .isEqualTo(Place.Level.DISTRICT);
  }

  @Test
  void the_running_node_may_not_remove_a_place() throws Exception {
    take(GOOD);

    assertThatThrownBy(() -> database.asNode("delete from places.place"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_large_gazetteer_is_taken_and_searched_by_its_index() throws Exception {
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < 20_000; i++) {
      rows.append("TH")
          .append(i)
          .append(",TH,TH-74,village,,Ban ")
          .append(spelled(i))
          .append(",,,,s\n");
    }

    assertThat(take(rows.toString())).isEqualTo(new GazetteerImport.Taken(20_000, 20_000, 0));
    assertThat(database.places.search("ban " + spelled(12_345), null))
        .extracting(place -> place.id().value())
        .contains("TH12345");
    assertThat(
            database.plan(
                "select id from places.place where folded like '%" + spelled(12_345) + "%'"))
        .anyMatch(line -> line.contains("place_by_letters"));
  }

  private static String spelled(int number) {
    StringBuilder name = new StringBuilder();
    for (int left = number, syllable = 0; syllable < 7; left = left / 5, syllable++) {
      name.append("ktmpn".charAt((left + syllable) % 5)).append("aeiou".charAt(left % 5));
    }
    return name.toString();
  }

  private GazetteerImport.Outcome take(String file) throws IOException {
    return database.gazetteer.take(bytes(file));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<GazetteerImport.Problem> problems(GazetteerImport.Outcome outcome) {
    return switch (outcome) {
      case GazetteerImport.Refused refused -> refused.problems();
      case GazetteerImport.Taken taken -> List.of();
    };
  }

  private static final class Endless extends InputStream {
    private final char one;

    Endless(char one) {
      this.one = one;
    }

    @Override
    public int read() {
      return one;
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("gone");
    }
  }
}

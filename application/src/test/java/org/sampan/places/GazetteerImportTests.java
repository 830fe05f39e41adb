package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.places.GazetteerDatabase.GOOD;
import static org.sampan.places.GazetteerDatabase.HEAD;
import static org.sampan.places.GazetteerDatabase.MAHACHAI;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.web.Language;

class GazetteerImportTests {

  private GazetteerDatabase database;

  @BeforeEach
  void open() throws Exception {
    database = GazetteerDatabase.empty();
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
    return database.gazetteer.take(GazetteerDatabase.bytes(file));
  }
}

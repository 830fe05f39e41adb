package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvincesTests {

  private static final LocalDate BEFORE = LocalDate.parse("2024-12-31");
  private static final LocalDate BETWEEN = LocalDate.parse("2025-06-30");
  private static final LocalDate AFTER = LocalDate.parse("2025-07-01");

  private static final Map<String, UnicodeScript> SCRIPTS =
      Map.of(
          "KH", UnicodeScript.KHMER,
          "CN", UnicodeScript.HAN,
          "LA", UnicodeScript.LAO,
          "MM", UnicodeScript.MYANMAR,
          "TH", UnicodeScript.THAI,
          "VN", UnicodeScript.LATIN);

  private static final Provinces SHIPPED = Provinces.shipped();

  @ParameterizedTest
  @CsvSource({
    "KH, 2024-12-31, 25",
    "CN, 2024-12-31, 34",
    "LA, 2024-12-31, 18",
    "MM, 2024-12-31, 15",
    "TH, 2024-12-31, 77",
    "VN, 2024-12-31, 63",
    "VN, 2025-01-01, 63",
    "VN, 2025-06-30, 63",
    "VN, 2025-07-01, 34",
    "KH, 2026-07-01, 25",
    "TH, 2026-07-01, 77",
    "TH, 2011-03-22, 76",
    "LA, 2010-01-01, 17"
  })
  void each_country_has_its_provinces_of_the_day(String country, LocalDate day, int count) {
    assertThat(idsOn(country, day)).hasSize(count);
  }

  @Test
  void a_province_is_named_in_its_own_script_and_in_latin() {
    assertThat(SHIPPED.all())
        .hasSize(256)
        .allSatisfy(province -> {
          UnicodeScript own = SCRIPTS.get(province.country().code());
          assertThat(province.nativeNames())
              .isNotEmpty()
              .allSatisfy(name -> assertThat(scripts(name)).containsOnly(own));
          assertThat(scripts(province.latinName())).containsOnly(UnicodeScript.LATIN);
          assertThat(province.otherNames())
              .allSatisfy(name -> assertThat(scripts(name)).containsOnly(UnicodeScript.LATIN));
        });
  }

  @Test
  void a_province_is_written_cleanly() {
    assertThat(SHIPPED.all())
        .allSatisfy(province -> {
          assertThat(province.id().value())
              .matches(province.country().code() + "-([A-Z]{2}|[0-9]{1,2}|2025-[0-9]{2})");
          assertThat(province.source()).isNotBlank();
          assertThat(province.nativeNames())
              .allMatch(ProvincesTests::isClean)
              .doesNotHaveDuplicates();
          assertThat(latins(province)).allMatch(ProvincesTests::isClean).doesNotHaveDuplicates();
        });
  }

  @Test
  void a_province_is_found_by_its_latin_name_without_any_mark() {
    assertThat(SHIPPED.all())
        .allSatisfy(province -> {
          String bare = FoldedName.of(province.latinName()).spaced();
          assertThat(bare).matches("[a-z0-9 ]+");
          assertThat(
                  SHIPPED
                      .named()
                      .filter(found -> found.ranked(FoldedName.of(bare)).agreement() == 100))
              .anyMatch(found -> found.place().equals(province));
        });
  }

  @Test
  void no_two_provinces_of_one_day_share_their_first_name() {
    for (LocalDate day : List.of(BEFORE, BETWEEN, AFTER)) {
      assertThat(on(day).map(place -> place.country().code() + place.nativeName()))
          .doesNotHaveDuplicates();
      assertThat(on(day).map(place -> place.country().code() + place.latinName()))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void the_file_carries_its_licences() throws Exception {
    String file =
        new String(
            Provinces.class.getResourceAsStream("provinces.csv").readAllBytes(),
            StandardCharsets.UTF_8);

    assertThat(
            file.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n")))
        .contains("David Wilkie", "Kongvut Sangkla", "Thang Le Quoc", "WTFPL")
        .contains("The above copyright notice and this permission notice shall be included");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TH-1,TH,ก,A,,,,,s%nTH-1,TH,ก,A,,,,,s ; line 3",
        "TH-1,TT9,ก,A,,,,,s ; line 2",
        "TH-1,TH,,,,,,,s ; line 2",
        "TH-1,TH,ก,A,,yesterday,,,s ; line 2",
        "TH-1,TH,ก,A,,2025-01-02,2025-01-01,,s ; line 2",
        "TH-1,TH,ก,A,,,2025-01-01,TH-2,s ; a successor of TH-1"
      })
  void a_damaged_file_of_provinces_stops_the_start(String rows, String named) {
    String file =
        "id,country,native,latin,other,valid_from,valid_to,successors,source%n".formatted()
            + rows.formatted();

    assertThatThrownBy(
            () -> Provinces.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(named);
  }

  private static Stream<Place> on(LocalDate day) {
    return SHIPPED.all().filter(place -> place.existsOn(day));
  }

  private static Set<Place.Id> idsOn(String country, LocalDate day) {
    return on(day)
        .filter(place -> place.country().code().equals(country))
        .map(Place::id)
        .collect(Collectors.toSet());
  }

  private static boolean isClean(String name) {
    return Normalizer.isNormalized(name, Normalizer.Form.NFC) && name.equals(name.strip());
  }

  private static List<String> latins(Place place) {
    return Stream.of(place.otherNames().stream(), Stream.of(place.latinName()))
        .flatMap(names -> names)
        .toList();
  }

  private static Set<UnicodeScript> scripts(String name) {
    return name.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .collect(Collectors.toSet());
  }
}

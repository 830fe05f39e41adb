package org.sampan.places;

import static java.util.Objects.requireNonNull;
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
  void the_63_provinces_of_viet_nam_became_34_without_gap_or_overlap() {
    Set<Place.Id> old = idsOn("VN", BETWEEN);
    Set<Place.Id> today = idsOn("VN", AFTER);

    Set<Place.Id> reached =
        old.stream()
            .map(id -> SHIPPED.find(id).orElseThrow())
            .map(place -> place.validTo() == null ? place.id() : onlySuccessor(place))
            .collect(Collectors.toSet());

    assertThat(reached).isEqualTo(today);
    assertThat(today).filteredOn(old::contains).hasSize(11);
    assertThat(SHIPPED.all().filter(place -> place.id().value().startsWith("VN-2025-")))
        .hasSize(24);
  }

  @Test
  void a_province_that_ended_is_followed_on_the_next_day() {
    assertThat(SHIPPED.all().filter(place -> place.validTo() != null))
        .hasSize(53)
        .allSatisfy(place ->
            assertThat(SHIPPED.find(onlySuccessor(place)).orElseThrow().validFrom())
                .isEqualTo(requireNonNull(place.validTo()).plusDays(1)));
    assertThat(SHIPPED.all().filter(place -> place.validTo() == null))
        .allMatch(place -> place.successors().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Tuyên Quang, 2",
    "Lào Cai, 2",
    "Thái Nguyên, 2",
    "Phú Thọ, 3",
    "Bắc Ninh, 2",
    "Hưng Yên, 2",
    "Hải Phòng, 2",
    "Ninh Bình, 3",
    "Quảng Trị, 2",
    "Đà Nẵng, 2",
    "Quảng Ngãi, 2",
    "Gia Lai, 2",
    "Khánh Hòa, 2",
    "Lâm Đồng, 3",
    "Đắk Lắk, 2",
    "Thành phố Hồ Chí Minh, 3",
    "Đồng Nai, 2",
    "Tây Ninh, 2",
    "Cần Thơ, 3",
    "Vĩnh Long, 3",
    "Đồng Tháp, 2",
    "Cà Mau, 2",
    "An Giang, 2"
  })
  void resolution_202_merged_as_many_provinces_into(String name, int merged) {
    Place made =
        on(AFTER)
            .filter(place -> place.nativeName().equals(name) && AFTER.equals(place.validFrom()))
            .findAny()
            .orElseThrow();

    assertThat(SHIPPED.all().filter(place -> place.successors().contains(made.id())))
        .hasSize(merged)
        .anyMatch(place -> place.nativeName().equals(name));
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

  private static Place.Id onlySuccessor(Place place) {
    assertThat(place.successors()).hasSize(1);
    return place.successors().getFirst();
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

package org.sampan.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Resolution 202/2025/QH15 of the National Assembly did to the provinces of Viet Nam.
class VietNamMergerTests {

  private static final LocalDate BETWEEN = LocalDate.parse("2025-06-30");
  private static final LocalDate AFTER = LocalDate.parse("2025-07-01");
  private static final Provinces SHIPPED = Provinces.shipped();

  @Test
  void the_63_provinces_of_viet_nam_became_34_without_gap_or_overlap() {
    Set<Place.Id> old = idsOn(BETWEEN);
    Set<Place.Id> today = idsOn(AFTER);

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

  private static Place.Id onlySuccessor(Place place) {
    assertThat(place.successors()).hasSize(1);
    return place.successors().getFirst();
  }

  private static Stream<Place> on(LocalDate day) {
    return SHIPPED
        .all()
        .filter(place -> place.country().equals(Country.VIET_NAM) && place.existsOn(day));
  }

  private static Set<Place.Id> idsOn(LocalDate day) {
    return on(day).map(Place::id).collect(Collectors.toSet());
  }
}

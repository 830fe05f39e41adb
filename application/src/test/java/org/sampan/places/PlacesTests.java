package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.web.Language;

class PlacesTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-07-01");
  private static Places places;

  @BeforeAll
  static void open() throws Exception {
    places = GazetteerDatabase.empty().places;
  }

  @ParameterizedTest
  @CsvSource({
    "Samut Sakhon, TH-74",
    "sakhon samut, TH-74",
    "Samutsakorn, TH-74",
    "สมุทรสาคร, TH-74",
    "จังหวัดสมุทรสาคร, TH-74",
    "สาคร, TH-74",
    "Mahachai, TH-74",
    "กทม., TH-10",
    "Korat, TH-30",
    "Kampong Cham, KH-3",
    "Kompong Cham, KH-3",
    "kg cham, KH-3",
    "កំពង់ចាម, KH-3",
    "ខេត្តកំពង់ចាម, KH-3",
    "Kratie, KH-10",
    "Da Nang, VN-2025-48",
    "Đà Nẵng, VN-2025-48",
    "danang, VN-2025-48",
    "Sài Gòn, VN-2025-79",
    "TP. Hồ Chí Minh, VN-2025-79",
    "Nghe An, VN-22",
    "tinh nghe an, VN-22",
    "Ha Giang, VN-03",
    "Thua Thien Hue, VN-26",
    "Yunnan, CN-YN",
    "yun nan, CN-YN",
    "云南, CN-YN",
    "云南省, CN-YN",
    "雲南, CN-YN",
    "Yúnnán, CN-YN",
    "內蒙古, CN-NM",
    "Canton, CN-GD",
    "澳門, CN-MO",
    "Savannakhet, LA-SV",
    "sawannakhet, LA-SV",
    "ສະຫວັນນະເຂດ, LA-SV",
    "ຫລວງພະບາງ, LA-LP",
    "ແຂວງຈໍາປາສັກ, LA-CH",
    "Rangoon, MM-06",
    "ရန်ကုန်, MM-06",
    "တနင်္သာရီ, MM-05",
    "shan state, MM-17"
  })
  void a_province_is_found_first_by_any_form_of_its_name(String typed, String id) {
    assertThat(places.search(typed, null))
        .first()
        .extracting(place -> place.id().value())
        .isEqualTo(id);
  }

  @Test
  void the_same_name_before_and_after_2025_is_found_with_the_present_one_first() {
    assertThat(places.search("an giang", Country.VIET_NAM))
        .extracting(place -> place.id().value())
        .startsWith("VN-2025-91", "VN-44");
  }

  @Test
  void a_search_can_keep_to_one_country() {
    assertThat(places.search("Chin", null))
        .anyMatch(place -> !place.country().equals(Country.MYANMAR));
    assertThat(places.search("Chin", Country.MYANMAR))
        .isNotEmpty()
        .allMatch(place -> place.country().equals(Country.MYANMAR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "%", "_", "'", "\\", "xyzzyx", "\u0000"})
  void nothing_is_found_where_nothing_is_meant(String typed) {
    assertThat(places.search(typed, null)).isEmpty();
  }

  @Test
  void at_most_30_places_are_found() {
    assertThat(places.search("a", null)).hasSize(30);
  }

  @Test
  void an_overlong_search_is_cut_and_does_no_harm() {
    assertThat(places.search("a ".repeat(500_000), null))
        .isEqualTo(places.search("a ".repeat(100), null));
  }

  @Test
  void a_place_of_old_leads_to_the_place_of_today() {
    assertThat(places.on(new Place.Id("VN-03"), TODAY))
        .extracting(Place::nativeName)
        .containsExactly("Tuyên Quang");
    assertThat(places.on(new Place.Id("VN-03"), LocalDate.parse("2020-01-01")))
        .extracting(Place::nativeName)
        .containsExactly("Hà Giang");
    assertThat(places.on(new Place.Id("VN-26"), TODAY))
        .extracting(Place::nativeName)
        .containsExactly("Huế");
    assertThat(places.on(new Place.Id("TH-74"), TODAY))
        .extracting(place -> place.id().value())
        .containsExactly("TH-74");
    assertThat(places.on(new Place.Id("TH-1"), TODAY)).isEmpty();
  }

  @Test
  void provinces_stand_in_the_order_of_the_reader() {
    List<Place> thai = places.sorted(places.provinces(Country.THAILAND, TODAY), Language.THAI);

    assertThat(thai).hasSize(77);
    assertThat(thai.getFirst().nativeName()).isEqualTo("กระบี่");
    assertThat(thai.getLast().nativeName()).isEqualTo("อุบลราชธานี");
    assertThat(places.provinces(Country.THAILAND, TODAY).getFirst().latinName())
        .isEqualTo("Amnat Charoen");
    assertThat(places.provinces(new Country("FR"), TODAY)).isEmpty();
  }

  @Test
  void a_reader_sees_her_script_first_and_the_other_beside_it() {
    Place sakhon = places.find(new Place.Id("TH-74")).orElseThrow();
    Place daNang = places.find(new Place.Id("VN-DN")).orElseThrow();

    assertThat(sakhon.shown(Language.THAI).text()).isEqualTo("สมุทรสาคร (Samut Sakhon)");
    assertThat(sakhon.shown(Language.KHMER))
        .isEqualTo(new Place.Shown("Samut Sakhon", "en", "สมุทรสาคร", "th"));
    assertThat(daNang.shown(Language.ENGLISH)).isEqualTo(new Place.Shown("Đà Nẵng", "vi", "", ""));
  }

  @Test
  void a_country_has_the_language_of_its_places() {
    Map<String, String> tags =
        Map.of("KH", "km", "CN", "zh", "LA", "lo", "MM", "my", "TH", "th", "VN", "vi");

    assertThat(Country.SIX)
        .hasSize(6)
        .allSatisfy(c -> assertThat(c.languageTag()).isEqualTo(tags.get(c.code())));
    assertThat(Country.of(" th ")).contains(Country.THAILAND);
    assertThat(Country.of("ZZ")).isEmpty();
  }
}

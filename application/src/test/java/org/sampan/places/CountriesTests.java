package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import java.lang.Character.UnicodeScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.web.Language;

class CountriesTests {

  private static final Countries COUNTRIES = new Countries();

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_country_has_a_name_in_the_script_of_the_reader(Language reader) {
    List<Countries.Named> all = COUNTRIES.countries(reader);

    assertThat(all).hasSize(Country.all().size()).hasSizeGreaterThan(240);
    assertThat(all).extracting(Countries.Named::code).doesNotHaveDuplicates();
    assertThat(all)
        .allMatch(named ->
            named.name().codePoints().anyMatch(c -> UnicodeScript.of(c) == reader.script()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_six_come_first_and_each_part_stands_in_the_readers_order(Language reader) {
    List<String> names = COUNTRIES.countries(reader).stream().map(Countries.Named::name).toList();
    Collator order = Collator.getInstance(reader.locale());

    assertThat(COUNTRIES.countries(reader).subList(0, 6))
        .extracting(Countries.Named::code)
        .containsExactlyInAnyOrder("KH", "CN", "LA", "MM", "TH", "VN");
    assertThat(names.subList(0, 6)).isSortedAccordingTo(order::compare);
    assertThat(names.subList(6, names.size())).isSortedAccordingTo(order::compare);
  }

  @ParameterizedTest
  @CsvSource({
    "LA, ENGLISH, Lao PDR",
    "VN, ENGLISH, Viet Nam",
    "MM, ENGLISH, Myanmar",
    "HK, ENGLISH, Hong Kong",
    "TH, THAI, ไทย",
    "KH, KHMER, កម្ពុជា",
    "LA, LAO, ລາວ",
    "MM, BURMESE, မြန်မာ",
    "VN, VIETNAMESE, Việt Nam",
    "CN, CHINESE, 中国"
  })
  void a_country_is_called_what_its_people_call_it(String code, Language reader, String name) {
    assertThat(COUNTRIES.name(new Country(code), reader)).isEqualTo(name);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_languages_of_the_product_come_first_then_those_of_the_region(Language reader) {
    List<String> codes = COUNTRIES.languages(reader).stream().map(Countries.Named::code).toList();

    assertThat(codes.subList(0, 7))
        .containsExactlyInAnyOrder("en", "zh", "lo", "th", "vi", "my", "km");
    assertThat(codes.subList(7, 39))
        .contains("shn", "hmn", "kac", "ksw", "mnw", "tts", "kjg", "jra");
    assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(300).contains("id", "bn", "hi");
  }

  @Test
  void a_language_without_a_name_keeps_its_latin_one() {
    assertThat(COUNTRIES.languageName("shn", Language.THAI)).isEqualTo("ไทใหญ่");
    assertThat(COUNTRIES.languageName("ksw", Language.THAI)).isEqualTo("S’gaw Karen");
    assertThat(COUNTRIES.languageName("qqq", Language.THAI)).isEqualTo("qqq");
  }
}

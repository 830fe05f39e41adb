package org.sampan.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTests {

  @ParameterizedTest
  @CsvSource({
    "Đà Nẵng, da nang",
    "ĐẮK LẮK, dak lak",
    "Stœ̆ng Trêng, stoeng treng",
    "Hòa Bình, hoa binh",
    "Bà Rịa - Vũng Tàu, ba ria vung tau",
    "Pa’O, pao",
    "ＹＵＮＮＡＮ, yunnan",
    "雲南, 云南",
    "臺灣, 台湾",
    "กรุงเทพฯ, กรุงเทพ"
  })
  void what_people_write_differently_is_folded_away(String written, String folded) {
    assertThat(FoldedName.of(written).spaced()).isEqualTo(FoldedName.of(folded).spaced());
    assertThat(FoldedName.of(written).spaced()).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "ຫຼວງນ້ຳທາ, ຫລວງນໍ້າທາ",
    "ຈຳປາສັກ, ຈໍາປາສັກ",
    "น้ำ, นํ้า",
    "ກາຣ, ກາລ",
    "တနင်္သာရီ, တနင်္သာရီ"
  })
  void two_ways_to_type_one_name_fold_alike(String one, String other) {
    assertThat(FoldedName.of(one)).isEqualTo(FoldedName.of(other));
  }

  @ParameterizedTest
  @CsvSource({"ตาก, ตุก", "កែប, កាប", "ວຽງຈັນ, ວຽງຈນ", "မွန်, မန်"})
  void vowel_signs_are_part_of_the_name(String one, String other) {
    assertThat(FoldedName.of(one)).isNotEqualTo(FoldedName.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Samut Sakhon, samut sakhon, 100",
    "Samut Sakhon, samutsakhon, 100",
    "Samut Sakhon, Sakhon Samut, 90",
    "Samut Sakhon, samut s, 80",
    "Samut Sakhon, sak sam, 70",
    "Samut Sakhon, sakhon, 70",
    "Samut Sakhon, tsak, 60",
    "Samut Sakhon, amut khon, 50",
    "Samut Sakhon, samut prakan, 0",
    "云南, 南, 60"
  })
  void the_closer_the_better(String name, String searched, int agreement) {
    assertThat(FoldedName.of(name).agreement(FoldedName.of(searched))).isEqualTo(agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "Tỉnh Nghệ An, nghe an",
    "Nghệ An province, nghe an",
    "Thành phố Đà Nẵng, da nang",
    "จังหวัดสมุทรสาคร, สมุทรสาคร",
    "ខេត្តកំពង់ចាម, កំពង់ចាម",
    "ແຂວງຈຳປາສັກ, ຈຳປາສັກ",
    "ရှမ်းပြည်နယ်, ရှမ်း",
    "云南省, 云南",
    "Province, province"
  })
  void the_word_for_its_kind_can_be_left_out(String written, String rest) {
    assertThat(FoldedName.of(written).withoutKind()).isEqualTo(FoldedName.of(rest));
  }

  @ParameterizedTest
  @CsvSource({
    "savannakhet, savanakhet, true",
    "savannakhet, sawanakhet, true",
    "savannakhet, sawanaket, false",
    "loei, loey, true",
    "nan, man, false"
  })
  void a_slip_of_the_hand_is_near(String name, String typed, boolean near) {
    assertThat(FoldedName.of(name).isNear(FoldedName.of(typed))).isEqualTo(near);
  }

  @Test
  void only_the_first_200_characters_are_read() {
    assertThat(FoldedName.of("a".repeat(100_000)).joined()).hasSize(FoldedName.MOST_CHARACTERS);
  }

  @Test
  void nothing_but_signs_is_no_name() {
    assertThat(FoldedName.of(" %_'\\ - ").words()).isEmpty();
    assertThat(FoldedName.of("Loei").agreement(FoldedName.of("%"))).isZero();
  }
}

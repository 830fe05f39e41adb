package org.sampan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTests {

  @ParameterizedTest
  @CsvSource({
    "Srey Mom, MOM SREY",
    "Nguyễn Thị Hạnh, Nguyen Thi Hanh",
    "Đặng Văn Lâm, Dang Van Lam",
    "Nguyễn Thị Hạnh, Hanh Nguyen Thi",
    "Xiao Ming Wang, Wang Xiaoming",
    "ស្រី ម៉ុម, ស្រីម៉ុម",
    "သန္တာ အေး, အေးသန္တာ",
    "ບຸນມີ ສີສະຫວັດ, ສີສະຫວັດ ບຸນມີ",
    "สมชาย ใจดี, ใจดี สมชาย",
    "O’Brien Anne, anne obrien",
    "Ｓｏｋｈａ Ｌｙ, sokha ly",
    "王小明, 王 小明"
  })
  void the_same_name_written_otherwise_is_found(String one, String other) {
    assertThat(FoldedName.of(one).inEveryOrder()).contains(FoldedName.of(other).joined());
  }

  @ParameterizedTest
  @CsvSource({
    "ម៉ុម, មុម",
    "ใจดี, ใจดา",
    "Srey Mom, Srey Mon",
    "ဆန်း, ဆန်",
  })
  void another_name_is_not(String one, String other) {
    assertThat(FoldedName.of(one).inEveryOrder()).doesNotContain(FoldedName.of(other).joined());
  }

  @Test
  void thai_am_is_one_sign_whichever_way_it_was_typed() {
    assertThat(FoldedName.of("คำ").words()).isEqualTo(FoldedName.of("คํา").words());
  }

  @Test
  void a_name_with_its_middle_part_left_out_is_part_of_the_whole() {
    FoldedName whole = FoldedName.of("Nguyễn Thị Hạnh");

    assertThat(FoldedName.of("Hanh Nguyen").isPartOf(whole)).isTrue();
    assertThat(FoldedName.of("Nguyen").isPartOf(whole)).isFalse();
    assertThat(FoldedName.of("Nguyen Nguyen").isPartOf(whole)).isFalse();
  }

  @Test
  void a_search_begins_words_in_any_order() {
    FoldedName whole = FoldedName.of("Sokha Ly");

    assertThat(FoldedName.of("ly sok").begins(whole)).isTrue();
    assertThat(FoldedName.of("kha").begins(whole)).isFalse();
    assertThat(FoldedName.of("").begins(whole)).isFalse();
  }

  @Test
  void a_long_name_is_not_put_in_every_order() {
    assertThat(FoldedName.of("a b c d e f g h i j k l m n").inEveryOrder()).hasSize(1);
  }
}

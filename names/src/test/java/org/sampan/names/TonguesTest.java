package org.sampan.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TonguesTest {
  private static final Names NAMES = Names.shipped();

  @Test
  void a_han_name_meets_its_latin_form_whatever_title_stands_before() {
    assertThat(bits("陳金發", "Datuk Seri Tan Kim Huat")).isGreaterThan(10);
    assertThat(bits("陳金發先生", "Mr Tan Kim Huat"))
        .isGreaterThan(bits("陳金發", "Tan Kim Huat"))
        .isGreaterThan(bits("陳金發先生", "Mrs Tan Kim Huat"));
  }

  @Test
  void a_han_name_meets_a_vietnamese_one() {
    assertThat(bits("阮文雄", "Nguyễn Văn Hùng")).isGreaterThan(5);
  }

  @Test
  void two_vietnamese_names_meet_by_their_syllables() {
    assertThat(bits("Nguyễn Thị Hòa", "Nguyeenx Thij Hoaf")).isGreaterThan(8);
    assertThat(bits("Nguyễn Thị Hòa", "Nguyen Van Hung")).isNegative();
  }

  @Test
  void the_order_of_the_two_names_does_not_matter() {
    for (String one : List.of("陳金發", "Tan Kim Huat", "Nguyễn Văn An", "สมชาย", "阿里", "")) {
      for (String other : List.of("陈金发", "An Nguyen", "Chan Kam Fat", "ສົມຊາຍ", "x")) {
        assertThat(bits(one, other)).isEqualTo(bits(other, one));
      }
    }
  }

  @Test
  void a_han_name_meets_thai_through_its_spellings() {
    assertThat(bits("陳明", "ตัน เหม็ง")).isGreaterThan(bits("陳明", "สมชาย ใจดี"));
  }

  private static double bits(String one, String other) {
    return NAMES.bits(NAMES.read(one), NAMES.read(other));
  }
}

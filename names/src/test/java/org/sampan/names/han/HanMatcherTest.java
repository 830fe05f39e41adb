package org.sampan.names.han;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.tables.Table;

class HanMatcherTest {
  private static final HanMatcher MATCHER = HanMatcher.shipped();

  @Test
  void each_name_finds_its_own_spelling_before_all_others() {
    List<List<String>> rows = Table.beside(HanMatcherTest.class, "pairs.csv").rows();

    var softly = new SoftAssertions();
    for (List<String> row : rows) {
      String han = row.getFirst();
      String best =
          rows.stream()
              .map(other -> other.get(1))
              .max((a, b) -> Double.compare(bits(han, a), bits(han, b)))
              .orElseThrow();
      softly.assertThat(best).as(han).isEqualTo(row.get(1));
      softly.assertThat(bits(han, row.get(1))).as(row.toString()).isGreaterThan(2);
    }
    softly.assertAll();
  }

  @Test
  void the_parts_of_an_explanation_add_up_to_the_bits() {
    for (List<String> row : Table.beside(HanMatcherTest.class, "pairs.csv").rows()) {
      Evidence match = MATCHER.match(row.get(0), row.get(1));

      double sum = match.segments().stream().mapToDouble(Segment::bits).sum();

      assertThat(sum).as(row.toString()).isCloseTo(match.bits(), within());
    }
  }

  @Test
  void an_explanation_names_the_tongue() {
    Evidence match = MATCHER.match("陳偉明", "Chan Wai Ming");

    assertThat(match.segments().toString()).contains("陳~chan +", "(Cantonese)");
  }

  @Test
  void simplified_and_traditional_characters_are_one() {
    assertThat(bits("陳麗華", "Tan Lay Hua")).isEqualTo(bits("陈丽华", "Tan Lay Hua"));
    assertThat(MATCHER.matchHan("陳麗華", "陈丽华").bits()).isGreaterThan(10);
  }

  @Test
  void one_tongue_through_a_name_is_likelier_than_two() {
    double one = bits("陳國明", "Tan Kok Beng");

    double two = bits("陳國明", "Tan Kwok Beng");

    assertThat(one).isGreaterThan(two);
  }

  @Test
  void a_common_surname_weighs_less_than_a_rare_one() {
    assertThat(bits("林明", "Lim")).isLessThan(bits("翟明", "Zhai"));
  }

  @Test
  void a_given_name_that_is_absent_costs_less_than_another_one() {
    assertThat(bits("梁志強", "Kenneth Leung")).isGreaterThan(bits("梁志強", "Leung Pui Yee"));
  }

  @Test
  void a_tamil_name_is_no_chinese_one() {
    assertThat(bits("陳美玲", "Jeyaretnam")).isLessThan(0);
  }

  @Test
  void vietnamese_marks_agree_with_a_character_or_contradict_it() {
    double plain = bits("阮文雄", "Nguyen Van Hung");

    assertThat(bits("阮文雄", "Nguyễn Văn Hùng")).isGreaterThan(plain);
    assertThat(bits("阮文雄", "Nguyễn Văn Hưng")).isLessThan(bits("阮文雄", "Nguyễn Văn Hùng"));
  }

  @Test
  void a_slip_of_the_finger_still_meets() {
    assertThat(bits("黃志強", "Wong Chi Keung") - bits("黃志強", "Wong Chi Kuang")).isBetween(1.0, 20.0);
    assertThat(bits("黃志強", "Wong Chi Keugn")).isGreaterThan(3);
  }

  @Test
  void a_married_name_shows_both_surnames() {
    assertThat(bits("陳方玉珍", "CHAN FONG Yuk-chun")).isGreaterThan(15);
  }

  @Test
  void two_han_names_compare_the_same_way_round_and_back() {
    var names = List.of("陳美玲", "陈美玲", "李美玲", "歐陽美玲", "陳玲", "美玲", "阿里", "");

    for (String one : names) {
      for (String other : names) {
        assertThat(MATCHER.matchHan(one, other).bits())
            .isEqualTo(MATCHER.matchHan(other, one).bits());
      }
    }
  }

  @Test
  void no_string_makes_it_throw_and_it_always_answers_the_same() {
    var random = new Random(7);
    for (int i = 0; i < 400; i++) {
      String one = anyString(random);
      String other = anyString(random);

      double bits = bits(one, other);

      assertThat(bits).isFinite().isEqualTo(bits(one, other));
      assertThat(MATCHER.matchHan(one, other).bits()).isFinite();
      assertThat(MATCHER.match("陳" + one, "tan " + other).bits()).isFinite();
    }
  }

  @Test
  void the_public_list_reaches_its_targets_by_region() throws Exception {
    Path list = Path.of("../../shared/data/names/chinese-person.tsv");
    Assumptions.assumeTrue(Files.exists(list), "no ../shared/data: not measured");
    Assumptions.assumeTrue(Boolean.getBoolean("sampan.all"), "runs with -Dsampan.all=true");

    Map<String, Double> recall = MeasureChinese.recall(list);

    assertThat(recall.get("Hong_Kong")).isGreaterThanOrEqualTo(.90);
    assertThat(recall.get("Malaysia")).isGreaterThanOrEqualTo(.70);
    assertThat(recall.get("Singapore")).isGreaterThanOrEqualTo(.75);
    assertThat(recall.get("Taiwan")).isGreaterThanOrEqualTo(.90);
  }

  private static String anyString(Random random) {
    int[] starts = {0, 0x20, 0x41, 0x61, 0x4E00, 0x4E00, 0x5F20, 0xD800, 0xE00, 0x1000, 0x1F600};
    var text = new StringBuilder();
    int length = random.nextInt(30) == 0 ? 500 : random.nextInt(9);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(starts[random.nextInt(starts.length)] + random.nextInt(40));
    }
    return text.toString();
  }

  private static double bits(String han, String latin) {
    return MATCHER.match(han, latin).bits();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }
}

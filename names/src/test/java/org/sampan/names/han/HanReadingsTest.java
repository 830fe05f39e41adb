package org.sampan.names.han;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.names.reading.Reading;
import org.sampan.names.tables.Table;

class HanReadingsTest {
  private static final HanReadings READINGS = HanReadings.shipped();

  @Test
  void a_surname_is_read_as_a_surname() {
    assertThat(likeliest('曾', true)).isEqualTo("zeng");
    assertThat(likeliest('单', true)).isEqualTo("shan");
    assertThat(latin('陳', true)).contains("chen", "chan", "tan", "chin", "tran", "ting");
    assertThat(latin('陈', true)).isEqualTo(latin('陳', true));
  }

  @Test
  void a_character_of_a_given_name_is_read_in_every_tongue() {
    assertThat(latin('明', false)).contains("ming", "beng", "meng", "min", "minh");
    assertThat(latin('發', false)).contains("fa", "faat", "huat", "fat", "phat");
  }

  @Test
  void the_probabilities_of_a_character_add_up_to_one() {
    for (int character : "陳林黃明國偉婷玉發阿".codePoints().toArray()) {
      double sum =
          READINGS.of(character, true).stream().mapToDouble(r -> Math.pow(2, r.log2Weight())).sum();

      assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-3));
    }
  }

  @Test
  void an_unknown_character_has_no_readings() {
    assertThat(READINGS.of('A', true)).isEmpty();
    assertThat(READINGS.of(-1, false)).isEmpty();
    assertThat(READINGS.of(0x2A6D6, false)).isEmpty();
  }

  @Test
  void the_tables_hold_what_the_library_promises() {
    List<List<String>> surnames = Table.beside(HanReadings.class, "surnames.csv").rows();
    List<List<String>> characters = Table.beside(HanReadings.class, "characters.csv").rows();

    assertThat(surnames).hasSizeGreaterThanOrEqualTo(300);
    assertThat(characters).hasSizeGreaterThanOrEqualTo(1_000);
    assertThat(surnames.stream().map(List::getFirst)).doesNotHaveDuplicates();
    assertThat(characters.stream().map(List::getFirst)).doesNotHaveDuplicates();
    for (List<String> row : surnames) {
      assertThat(String.join(" ", row.subList(2, row.size()))).matches("[a-z ]+");
    }
    for (List<String> row : characters) {
      assertThat(String.join(" ", row.subList(1, 4))).matches("[a-z ]+");
      assertThat(READINGS.of(row.getFirst().codePointAt(0), false)).isNotEmpty();
    }
  }

  private static String likeliest(int character, boolean surname) {
    return READINGS.of(character, surname).getFirst().latin();
  }

  private static List<String> latin(int character, boolean surname) {
    return READINGS.of(character, surname).stream().map(Reading::latin).toList();
  }
}

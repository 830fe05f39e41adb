package org.sampan.names.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.tables.Table;

class VietnameseMatcherTest {
  private static final VietnameseMatcher MATCHER = VietnameseMatcher.shipped();

  @Test
  void a_name_finds_its_other_form_before_all_others() {
    List<List<String>> rows = Table.beside(VietnameseMatcherTest.class, "same.csv").rows();

    var softly = new SoftAssertions();
    for (List<String> row : rows) {
      double own = bits(row.get(0), row.get(1));
      softly.assertThat(own).as(row.toString()).isGreaterThan(2);
      for (List<String> other : rows) {
        if (!other.getFirst().equals(row.getFirst())) {
          softly.assertThat(bits(row.get(0), other.get(1))).as(row + " / " + other).isLessThan(own);
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void tones_that_agree_add_and_tones_that_contradict_take_away() {
    double without = bits("Trần Văn Thắng", "Tran Van Thang");

    assertThat(bits("Trần Văn Thắng", "Trần Văn Thắng")).isGreaterThan(without);
    assertThat(bits("Trần Văn Thắng", "Trần Văn Thăng")).isLessThan(without);
    assertThat(bits("Trần Văn Thắng", "Trần Văn Thảng")).isLessThan(without);
  }

  @Test
  void a_family_name_that_everybody_bears_weighs_little() {
    assertThat(bits("Nguyễn", "Nguyen")).isLessThan(bits("Khuất", "Khuat")).isPositive();
  }

  @Test
  void names_of_other_languages_are_told_apart() {
    assertThat(MATCHER.mayBeVietnamese("Nguyen Van An")).isTrue();
    assertThat(MATCHER.mayBeVietnamese("Hồng Anh")).isTrue();
    assertThat(MATCHER.mayBeVietnamese("Somchai Sawaengkarn")).isFalse();
    assertThat(MATCHER.mayBeVietnamese("")).isFalse();
  }

  @Test
  void the_answer_is_the_same_both_ways_and_its_parts_add_up() {
    for (List<String> row : Table.beside(VietnameseMatcherTest.class, "same.csv").rows()) {
      Evidence evidence = MATCHER.match(row.get(0), row.get(1));

      double sum = evidence.segments().stream().mapToDouble(Segment::bits).sum();

      assertThat(sum).isCloseTo(evidence.bits(), Offset.offset(1e-9));
      assertThat(bits(row.get(1), row.get(0))).isCloseTo(evidence.bits(), Offset.offset(1e-9));
    }
  }

  @Test
  void no_string_makes_it_throw() {
    var random = new Random(7);
    int[] starts = {0x20, 0x27, 0x30, 0x41, 0x61, 0xC0, 0x300, 0x1EA0, 0xD800, 0x1F600, 0x4E00};
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(30) == 0 ? 2_000 : random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.appendCodePoint(starts[random.nextInt(starts.length)] + random.nextInt(26));
      }

      double bits = bits(text.toString(), "Nguyễn Văn An");

      assertThat(bits).isFinite().isEqualTo(bits(text.toString(), "Nguyễn Văn An"));
      assertThat(bits(text.toString(), text.toString())).isFinite();
      assertThat(MATCHER.mayBeVietnamese(text.toString())).isIn(true, false);
    }
  }

  @Test
  void every_deputy_finds_the_ascii_form_of_the_name() throws Exception {
    Path list = Path.of("../../shared/data/names/vietnamese-person.tsv");
    Assumptions.assumeTrue(Files.exists(list), "no ../shared/data: not measured");
    var rows = new ArrayList<String[]>();
    for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
      rows.add(line.split("\t", -1));
    }

    double lowestOwn = Double.POSITIVE_INFINITY;
    double highestOther = Double.NEGATIVE_INFINITY;
    int found = 0;
    var read = new HashMap<String, VietnameseName>();
    for (String[] row : rows) {
      double own = Double.NEGATIVE_INFINITY;
      double best = Double.NEGATIVE_INFINITY;
      for (String[] other : rows) {
        for (String latin : other[1].split("\\|")) {
          double bits =
              MATCHER
                  .match(
                      read.computeIfAbsent(row[0], MATCHER::read),
                      read.computeIfAbsent(latin, MATCHER::read))
                  .bits();
          if (List.of(row[1].split("\\|")).contains(latin)) {
            own = Math.max(own, bits);
            lowestOwn = Math.min(lowestOwn, bits);
          } else {
            best = Math.max(best, bits);
          }
        }
      }
      found += own > best ? 1 : 0;
      highestOther = Math.max(highestOther, best);
    }

    System.out.printf(
        "vietnamese-person: %d of %d at rank 1; lowest own %.1f, highest other %.1f bits%n",
        found, rows.size(), lowestOwn, highestOther);
    assertThat(found).isEqualTo(rows.size());
    assertThat(lowestOwn).isGreaterThan(highestOther);
  }

  private static double bits(String one, String other) {
    return MATCHER.match(one, other).bits();
  }
}

package org.sampan.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.names.evidence.Evidence;
import org.sampan.names.evidence.Segment;
import org.sampan.names.honorifics.CalledName;
import org.sampan.names.script.CallSyllables;

class NicknamesTest {

  private static final Names NAMES = Names.shipped();
  private static final String STRANGER = "(Xyzkwo)";

  @Test
  void a_nickname_on_both_sides_speaks_for_one_person_and_another_one_only_weakly_against() {
    for (String[] row : rows("same")) {
      CalledName one = CalledName.of(row[1]);
      CalledName other = CalledName.of(row[2]);
      double plain = bits(one.name(), other.name());

      assertThat(one.nicknames()).as(row[1]).hasSize(1);
      assertThat(other.nicknames()).as(row[2]).hasSize(1);
      assertThat(bits(row[1], row[2])).as(row[1]).isGreaterThan(plain + 0.5);
      assertThat(bits(row[1], other.name() + " " + STRANGER))
          .isBetween(plain - 2, bits(row[1], row[2]) - 1);
    }
  }

  @Test
  void a_nickname_that_one_side_lacks_costs_nothing() {
    for (String[] row : rows("absent")) {
      double plain = bits(CalledName.of(row[1]).name(), CalledName.of(row[2]).name());

      assertThat(bits(row[1], row[2])).as(row[1]).isCloseTo(plain, within(1e-9));
    }
  }

  @Test
  void a_nickname_made_from_the_name_is_graded_evidence() {
    for (String[] row : rows("made")) {
      double made = bits(row[1], row[2]);

      assertThat(made).as(row[1] + " " + row[2]).isPositive();
      assertThat(made).isGreaterThan(bits("Kowit Peng", row[2]));
    }
  }

  @Test
  void brackets_around_the_whole_name_and_apostrophes_within_are_no_nickname() {
    assertThat(CalledName.of("(สมชาย)").nicknames()).isEmpty();
    assertThat(CalledName.of("K'Lang D'Souza").nicknames()).isEmpty();
    assertThat(CalledName.of("Nick Falcon").nicknames()).isEmpty();
    assertThat(CalledName.of("ชื่อเล่น เล็ก")).isEqualTo(new CalledName("", List.of("เล็ก")));
    assertThat(CalledName.of("")).isEqualTo(new CalledName("", List.of()));
  }

  @Test
  void the_pieces_of_a_name_are_its_first_and_last_syllable() {
    assertThat(CallSyllables.of("สมชาย", false)).containsExactly("สม", "ชาย");
    assertThat(CallSyllables.of("วิไล", false)).containsExactly("วิ", "ไล");
    assertThat(CallSyllables.of("Sophea", false)).contains("So");
    assertThat(CallSyllables.of("陳志明", false)).containsExactly("志", "明");
  }

  @Test
  void neither_side_comes_first_and_the_explanation_adds_up() {
    for (String kind : List.of("same", "absent", "made")) {
      for (String[] row : rows(kind)) {
        Evidence evidence = NAMES.explain(NAMES.read(row[1]), NAMES.read(row[2]));

        assertThat(bits(row[1], row[2])).isEqualTo(bits(row[2], row[1])).isEqualTo(evidence.bits());
        assertThat(evidence.segments().stream().mapToDouble(Segment::bits).sum())
            .isCloseTo(evidence.bits(), within(0.01));
      }
    }
  }

  private static double bits(String one, String other) {
    return NAMES.bits(NAMES.read(one), NAMES.read(other));
  }

  private static List<String[]> rows(String kind) {
    try (InputStream in = NicknamesTest.class.getResourceAsStream("nicknames.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(kind + ","))
          .map(line -> line.replace("\"", "").split(",", 3))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package org.sampan.names.honorifics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.sampan.names.tables.Table;

class HonorificsTest {
  private static final Honorifics HONORIFICS = Honorifics.shipped();

  @Test
  void a_name_is_set_apart_from_its_honorifics() {
    var softly = new SoftAssertions();
    for (List<String> row : Table.beside(HonorificsTest.class, "splits.csv").rows()) {
      SplitName split = HONORIFICS.split(row.getFirst());

      softly.assertThat(split.name()).as(row.toString()).isEqualTo(row.get(1));
      softly.assertThat(split.core()).as(row.toString()).isEqualTo(row.get(2));
      softly
          .assertThat(split.sex().name().toLowerCase(Locale.ROOT))
          .as(row.toString())
          .isEqualTo(row.get(3));
    }
    softly.assertAll();
  }

  @Test
  void nothing_is_lost() {
    for (List<String> row : Table.beside(HonorificsTest.class, "splits.csv").rows()) {
      SplitName split = HONORIFICS.split(row.getFirst());

      int letters = letters(split.core());
      for (SplitName.Found found : split.found()) {
        letters += letters(found.written());
        assertThat(row.getFirst()).contains(found.written());
      }

      assertThat(letters).as(row.toString()).isEqualTo(letters(row.getFirst()));
    }
  }

  @Test
  void each_honorific_alone_stays_a_name() {
    for (Honorific honorific : HONORIFICS.all()) {
      assertThat(HONORIFICS.split(honorific.form()).core()).isNotBlank();
    }
  }

  @Test
  void a_word_that_says_child_is_known() {
    SplitName split = HONORIFICS.split("ด.ญ. ฝน");

    assertThat(split.found()).singleElement().matches(found -> found.honorific().child());
  }

  @Test
  void no_string_makes_it_throw() {
    var random = new Random(7);
    List<Honorific> all = HONORIFICS.all();
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(6); j >= 0; j--) {
        text.append(all.get(random.nextInt(all.size())).form());
        text.appendCodePoint(random.nextInt(0x11000));
      }

      SplitName split = HONORIFICS.split(text.toString());

      assertThat(split).isEqualTo(HONORIFICS.split(text.toString()));
    }
    assertThat(HONORIFICS.split("").name()).isEmpty();
    assertThat(HONORIFICS.split("x".repeat(100_000)).name()).hasSize(100_000);
  }

  private static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetter).count();
  }
}

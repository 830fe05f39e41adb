package org.sampan.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventedNameTest {

  @Test
  void a_name_is_in_the_script_of_its_country_and_in_latin() {
    Map.of(
            "KH", UnicodeScript.KHMER,
            "MM", UnicodeScript.MYANMAR,
            "LA", UnicodeScript.LAO,
            "CN", UnicodeScript.HAN,
            "TH", UnicodeScript.THAI,
            "VN", UnicodeScript.LATIN)
        .forEach((country, script) -> {
          for (int number = 0; number < 50; number++) {
            InventedName name =
                InventedName.of(country, number % 2 == 0, new SplittableRandom(number));
            assertThat(name.inOwnScript().codePoints().filter(Character::isLetter))
                .allMatch(letter -> UnicodeScript.of(letter) == script);
            assertThat(name.inLatin()).matches("[A-Z][a-z]+( [A-Z][a-z]+)+");
          }
        });
  }

  @Test
  void the_same_number_invents_the_same_name_and_most_differ() {
    long different =
        IntStream.range(0, 200)
            .mapToObj(number -> InventedName.of("KH", true, new SplittableRandom(number)))
            .distinct()
            .count();

    assertThat(different).isGreaterThan(100);
    assertThat(InventedName.of("KH", true, new SplittableRandom(7)))
        .isEqualTo(InventedName.of("KH", true, new SplittableRandom(7)));
  }
}

package org.sampan.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files of words themselves, whatever reads them.
class WordsTest {

  private static final Map<String, UnicodeScript> SCRIPTS =
      Map.of(
          "zh", UnicodeScript.HAN,
          "lo", UnicodeScript.LAO,
          "th", UnicodeScript.THAI,
          "vi", UnicodeScript.LATIN,
          "my", UnicodeScript.MYANMAR,
          "km", UnicodeScript.KHMER);

  private static final Pattern DIACRITIC = Pattern.compile("[à-ỹđĐ]", Pattern.CASE_INSENSITIVE);

  static Stream<String> languages() {
    return Texts.languages().stream();
  }

  static Stream<String> translations() {
    return languages().filter(language -> !language.equals("en"));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void every_sentence_is_there_and_none_is_left_in_english(String language) throws IOException {
    Properties english = words("en");
    Properties translated = words(language);

    assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(translated.getProperty(key))
          .as(key)
          .isNotBlank()
          .isNotEqualToIgnoringCase(english.getProperty(key));
    }
  }

  @ParameterizedTest
  @MethodSource("translations")
  void every_letter_is_of_the_language_own_script(String language) throws IOException {
    words(language)
        .forEach((key, text) ->
            assertThat(scripts(text.toString().replace("{you}", "").replace("ILO", "")))
                .as("%s %s", language, key)
                .containsExactly(SCRIPTS.get(language)));
  }

  @Test
  void vietnamese_has_its_diacritics() throws IOException {
    words("vi")
        .forEach((key, text) -> {
          if (!key.equals("you.child")) {
            assertThat(DIACRITIC.matcher(text.toString()).find()).as("%s", key).isTrue();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_sentence_has_no_stray_marks_and_stands_once(String language) throws IOException {
    Set<String> keys = new HashSet<>();
    for (String line : file(language).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String key = line.substring(0, line.indexOf('='));
        String text = line.substring(line.indexOf('=') + 1);
        assertThat(keys.add(key)).as("%s twice in %s", key, language).isTrue();
        assertThat(text).as(key).isEqualTo(text.strip()).doesNotContain("  ", "\\", "TODO");
        assertThat(text.replace("{you}", "")).as(key).doesNotContain("{", "}");
        assertThat(key.endsWith(".question") || !text.contains("{you}")).as(key).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("translations")
  void a_translation_says_that_it_waits_for_native_review(String language) throws IOException {
    assertThat(file(language).lines().findFirst().orElseThrow())
        .contains("Machine-made")
        .contains("reviewed by native readers");
  }

  private static Set<UnicodeScript> scripts(String text) {
    Set<UnicodeScript> scripts = new HashSet<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> scripts.add(UnicodeScript.of(letter)));
    return scripts;
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    words.load(new StringReader(file(language)));
    return words;
  }

  private static String file(String language) throws IOException {
    try (InputStream stream =
        Texts.class.getResourceAsStream("texts_" + language + ".properties")) {
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .readAllAsString();
    }
  }
}

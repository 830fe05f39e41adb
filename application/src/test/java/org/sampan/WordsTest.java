package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.web.Language;
import org.sampan.web.Words;

/// Every sentence exists in seven languages, each in its own script and with the same arguments.
class WordsTest {

  private static final Words WORDS = new Words();
  private static final Path SOURCES = Path.of("src/main/java/org/sampan");

  /// Words that are rightly the same in English and another language: names of standards and the
  /// like.
  private static final Set<String> SAME = Set.of();

  @Test
  void no_sentence_is_missing_in_any_language() {
    Set<String> english = WORDS.keys(Language.ENGLISH);

    for (Language language : Language.values()) {
      assertThat(WORDS.keys(language))
          .as(language.tag())
          .containsExactlyInAnyOrderElementsOf(english);
    }
  }

  @Test
  void no_sentence_is_left_in_english() {
    List<String> english = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String key : WORDS.keys(language)) {
        boolean same = pattern(language, key).equals(pattern(Language.ENGLISH, key));
        if (language != Language.ENGLISH && same && !SAME.contains(key)) {
          english.add(language.tag() + " " + key);
        }
      }
    }

    assertThat(english).isEmpty();
  }

  @Test
  void every_sentence_is_in_its_own_script() {
    List<String> foreign = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String key : WORDS.keys(language)) {
        // Arguments are named by numbers: what is left over in Latin letters is CLDR's own words.
        String text = pattern(language, key);
        boolean own =
            text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == language.script());
        if (!own
            && text.replaceAll("\\{[^{}]*\\}", "").codePoints().anyMatch(Character::isLetter)) {
          foreign.add(language.tag() + " " + key);
        }
      }
    }

    assertThat(foreign).isEmpty();
  }

  @Test
  void vietnamese_has_its_marks() {
    long unmarked =
        WORDS.keys(Language.VIETNAMESE).stream()
            .filter(key -> pattern(Language.VIETNAMESE, key).length() > 25)
            .filter(key -> pattern(Language.VIETNAMESE, key).codePoints().noneMatch(c -> c > 0x7F))
            .count();

    assertThat(unmarked).isZero();
  }

  @Test
  void every_language_takes_the_same_arguments() {
    List<String> other = new ArrayList<>();
    for (String key : WORDS.keys(Language.ENGLISH)) {
      Set<String> wanted = arguments(pattern(Language.ENGLISH, key));
      for (Language language : Language.values()) {
        if (!arguments(pattern(language, key)).equals(wanted)) {
          other.add(language.tag() + " " + key);
        }
      }
    }

    assertThat(other).isEmpty();
  }

  @Test
  void every_key_in_code_and_templates_has_its_words() throws IOException {
    Set<String> missing = new TreeSet<>();
    Pattern used =
        Pattern.compile("\"((?:" + String.join("|", capabilities()) + ")\\.[a-z0-9.-]+)\"");
    for (Path source : files(".java", ".jte")) {
      Matcher matcher = used.matcher(Files.readString(source));
      boolean words = source.toString().endsWith(".jte");
      while (matcher.find()) {
        String key = matcher.group(1);
        if (words && !key.endsWith(".") && !WORDS.has(key)) {
          missing.add(source.getFileName() + " " + key);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void every_words_file_waits_for_review_in_one_list() throws IOException {
    List<String> review = Files.readAllLines(Path.of("../guides/translation-review.csv"));
    List<String> absent = new ArrayList<>();
    for (String capability : capabilities()) {
      for (Language language : Language.values()) {
        Path words = SOURCES.resolve(capability + "/words_" + language.tag() + ".properties");
        String row = capability + ";" + language.tag() + ";";
        if (Files.exists(words) && review.stream().noneMatch(line -> line.startsWith(row))) {
          absent.add(row);
        }
      }
    }

    assertThat(absent).isEmpty();
  }

  private static String pattern(Language language, String key) {
    return WORDS.pattern(language, key);
  }

  private static Set<String> arguments(String pattern) {
    Set<String> names = new TreeSet<>();
    MessagePattern parsed = new MessagePattern(pattern);
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part.Type type = parsed.getPartType(i);
      if (type == MessagePattern.Part.Type.ARG_NUMBER
          || type == MessagePattern.Part.Type.ARG_NAME) {
        names.add(parsed.getSubstring(parsed.getPart(i)));
      }
    }
    return names;
  }

  private static List<String> capabilities() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }
  }
}

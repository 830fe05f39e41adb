package org.sampan.jobs.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The sentences of a report in one of the seven languages.
final class Words {

  static final List<String> LANGUAGES = List.of("en", "zh", "lo", "th", "vi", "my", "km");

  private final Properties words = new Properties();
  private final Locale locale;

  Words(String language) {
    locale = Locale.forLanguageTag(language);
    String file = "words_" + language + ".properties";
    try (InputStream in =
        Objects.requireNonNull(Words.class.getResourceAsStream(file), "No words " + file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String language() {
    return locale.toLanguageTag();
  }

  /// The names of all sentences.
  List<String> names() {
    return words.stringPropertyNames().stream().sorted().toList();
  }

  /// A sentence, its arguments put in as text.
  String say(String name, Object... arguments) {
    String sentence = words.getProperty(name);
    if (sentence == null) {
      throw new IllegalStateException("No sentence " + name + " in " + language());
    }
    Object[] texts = new Object[arguments.length];
    for (int at = 0; at < texts.length; at++) {
      texts[at] = String.valueOf(arguments[at]);
    }
    return new MessageFormat(sentence.replace("'", "''"), Locale.ROOT).format(texts);
  }
}

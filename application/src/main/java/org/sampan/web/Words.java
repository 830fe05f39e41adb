package org.sampan.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every sentence of the product in seven languages, from the words files beside the code.
///
/// Patterns are ICU messages: plural, select and ordinals work as in CLDR. A key that does not
/// exist is a fault, not an empty page; a test proves that none is missing.
@Component
public class Words {

  /// One language's messages as they were written, and those already parsed.
  private record Book(Map<String, String> patterns, Map<String, MessageFormat> formats) {}

  private final Map<Language, Book> books = new EnumMap<>(Language.class);

  /// Reads the words files of every capability on the class path.
  public Words() {
    for (Language language : Language.values()) {
      books.put(language, new Book(read(language), new ConcurrentHashMap<>()));
    }
  }

  /// The sentence of this key in this language, with its arguments put in.
  ///
  /// @throws IllegalArgumentException when no words file has the key
  public String say(Language language, String key, Object... arguments) {
    Book book = book(language);
    String pattern = book.patterns().get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + language.tag());
    }
    if (arguments.length == 0 && pattern.indexOf('{') < 0) {
      return pattern;
    }
    MessageFormat format =
        book.formats()
            .computeIfAbsent(key, k -> new MessageFormat(pattern, language.calendarLocale()));
    // A format keeps state while it works: each call has its own copy.
    return ((MessageFormat) format.clone()).format(arguments);
  }

  /// Whether the words files have this key.
  public boolean has(String key) {
    return book(Language.ENGLISH).patterns().containsKey(key);
  }

  /// The message as the translator wrote it, its arguments not put in; for the checks of the words
  /// files.
  public String pattern(Language language, String key) {
    return book(language).patterns().getOrDefault(key, "");
  }

  /// All keys of one language.
  public Set<String> keys(Language language) {
    return Set.copyOf(book(language).patterns().keySet());
  }

  private Book book(Language language) {
    return Objects.requireNonNull(books.get(language));
  }

  private static Map<String, String> read(Language language) {
    try {
      Map<String, String> all = new HashMap<>();
      String files = "classpath*:org/sampan/*/words_" + language.tag() + ".properties";
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          words.load(reader);
        }
        words.stringPropertyNames().forEach(key -> all.put(key, words.getProperty(key).strip()));
      }
      return all;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

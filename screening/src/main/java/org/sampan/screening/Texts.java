package org.sampan.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All words of the screening sets in one of seven languages. Every language but English is
/// machine-made and waits for review by native readers.
public final class Texts {

  private static final Map<String, Texts> BY_LANGUAGE = new LinkedHashMap<>();

  static {
    for (String language : List.of("en", "zh", "lo", "th", "vi", "my", "km")) {
      BY_LANGUAGE.put(language, new Texts(language, words(language)));
    }
  }

  static final Set<String> LANGUAGES = Collections.unmodifiableSet(BY_LANGUAGE.keySet());

  private final String language;
  private final Properties words;

  private Texts(String language, Properties words) {
    this.language = language;
    this.words = words;
  }

  /// The languages there are, as BCP 47 tags: en, zh, lo, th, vi, my, km.
  public static Set<String> languages() {
    return LANGUAGES;
  }

  /// The texts of one language.
  ///
  /// @throws IllegalArgumentException when it is not among [#languages()]
  public static Texts in(String language) {
    @Nullable Texts texts = BY_LANGUAGE.get(language);
    if (texts == null) {
      throw new IllegalArgumentException("no texts in this language");
    }
    return texts;
  }

  /// Whether an indicator can be shown: its code has texts here, or its set brings English ones.
  static boolean has(Indicator indicator) {
    return in("en").words.containsKey("indicator." + indicator.code() + ".label")
        || indicator.wordings().containsKey("en");
  }

  /// The language of these texts, for the `lang` attribute of a page.
  public String language() {
    return language;
  }

  /// What a set is called: by its title here, else by its own English title.
  public String title(IndicatorSet set) {
    return words.getProperty("set." + set.id().name(), set.title());
  }

  /// What an indicator is, in a few plain words. A set's own wording comes first, in this language;
  /// then the variant for children or sexual exploitation, then the plain text, then the set's own
  /// English.
  public String label(IndicatorSet set, Indicator indicator) {
    @Nullable String text = find(set, indicator, "label");
    return text != null ? text : own(indicator, "en").label();
  }

  /// A short question to read aloud to the person, to which yes means that the sign is there. It
  /// addresses an adult or a child as the set is for one or the other.
  public String question(IndicatorSet set, Indicator indicator) {
    @Nullable String text = find(set, indicator, "question");
    return addressed(text != null ? text : own(indicator, "en").question(), set);
  }

  /// A short question about an act, to read aloud.
  public String question(IndicatorSet set, Act act) {
    return addressed(word(key(act) + ".question"), set);
  }

  /// The name of any constant of this package: a dimension, strength, standing, act, age group,
  /// reading, alternative, element, reply, source or state.
  ///
  /// @throws IllegalArgumentException for a constant of another package
  public String name(Enum<?> constant) {
    return word(key(constant));
  }

  /// What an outcome is called; always with "possible" where it says that something is shown.
  public String name(Outcome outcome) {
    return word(
        switch (outcome) {
          case Outcome.PossibleTrafficking _ -> "outcome.possible-trafficking";
          case Outcome.DeceivedAndExploited _ -> "outcome.deceived-and-exploited";
          case Outcome.Exploited _ -> "outcome.exploited";
          case Outcome.NotEnoughAnswers _ -> "outcome.not-enough-answers";
          case Outcome.NoneYet _ -> "outcome.none-yet";
          case Outcome.OutsideIllustration _ -> "outcome.outside-illustration";
        });
  }

  /// The rule a finding was joined by: its reading, or the child rule in its place.
  public String rule(Finding finding) {
    return finding.childRule() ? word("child-rule") : name(finding.reading());
  }

  /// What to show for a question that was not asked.
  public String notAsked() {
    return word("not-asked");
  }

  /// "Not yet checked against the ILO original": stands on every screen and print of a set for
  /// which [IndicatorSet#isChecked()] is false.
  public String notChecked() {
    return word("notice.not-checked");
  }

  /// That a screening is an aid and never a verdict nor a reason to refuse first help.
  public String aid() {
    return word("notice.aid");
  }

  private @Nullable String find(IndicatorSet set, Indicator indicator, String part) {
    Indicator.@Nullable Wording own = indicator.wordings().get(language);
    if (own != null) {
      return part.equals("label") ? own.label() : own.question();
    }
    String key = "indicator." + indicator.code() + ".";
    for (String variant : set.wording()) {
      @Nullable String text = words.getProperty(key + variant + "." + part);
      if (text != null) {
        return text;
      }
    }
    return words.getProperty(key + part);
  }

  private static Indicator.Wording own(Indicator indicator, String language) {
    Indicator.@Nullable Wording own = indicator.wordings().get(language);
    if (own == null) {
      throw new IllegalArgumentException("no texts for the indicator " + indicator.code());
    }
    return own;
  }

  /// Puts the word for "you" where the text has `{you}`: many languages speak to a child otherwise.
  private String addressed(String text, IndicatorSet set) {
    String you = word(set.people() == AgeGroup.CHILD ? "you.child" : "you.adult");
    String spoken = text.replace("{you}", you);
    int first = spoken.offsetByCodePoints(0, 1);
    return spoken.substring(0, first).toUpperCase(Locale.ROOT) + spoken.substring(first);
  }

  private String word(String key) {
    @Nullable String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return word;
  }

  private static String key(Enum<?> constant) {
    String name =
        constant instanceof Dimension dimension
            ? dimension.code()
            : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return hyphenated(constant.getDeclaringClass().getSimpleName()) + "." + name;
  }

  private static String hyphenated(String typeName) {
    return typeName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Properties words(String language) {
    String file = "texts_" + language + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + file);
      }
      Properties words = new Properties();
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        words.load(reader);
      }
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

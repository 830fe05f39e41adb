package org.sampan.web;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;

/// The seven languages of the product, each named in its own script.
public enum Language {
  ENGLISH("en", "English", "LATIN", "en-GB"),
  CHINESE("zh", "中文", "HAN", "zh-CN"),
  LAO("lo", "ລາວ", "LAO", "lo-LA"),
  THAI("th", "ไทย", "THAI", "th-TH-u-ca-buddhist-nu-latn"),
  VIETNAMESE("vi", "Tiếng Việt", "LATIN", "vi-VN"),
  BURMESE("my", "မြန်မာ", "MYANMAR", "my-MM-u-nu-latn"),
  KHMER("km", "ខ្មែរ", "KHMER", "km-KH");

  private final String tag;
  private final String ownName;
  private final Character.UnicodeScript script;
  private final ULocale calendarLocale;

  Language(String tag, String ownName, String script, String calendarTag) {
    this.tag = tag;
    this.ownName = ownName;
    this.script = Character.UnicodeScript.valueOf(script);
    this.calendarLocale = ULocale.forLanguageTag(calendarTag);
  }

  /// The language tag that stands in `lang` attributes and in the names of the words files.
  public String tag() {
    return tag;
  }

  /// The language's name for itself.
  public String ownName() {
    return ownName;
  }

  /// The script its words are written in.
  public Character.UnicodeScript script() {
    return script;
  }

  /// The locale for sorting and for the JDK's own texts.
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /// The locale whose calendar and digits people expect on paper: the Buddhist era in Thai.
  ULocale calendarLocale() {
    return calendarLocale;
  }

  /// The language with this tag, if it is one of the seven.
  public static Optional<Language> of(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// The language whose own script these words are written in. Latin letters tell none of them.
  public static Optional<Language> ofScript(String words) {
    for (Language language : values()) {
      if (language.script != Character.UnicodeScript.LATIN
          && words
              .codePoints()
              .mapToObj(Character.UnicodeScript::of)
              .anyMatch(language.script::equals)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}

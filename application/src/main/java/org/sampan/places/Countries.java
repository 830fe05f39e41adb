package org.sampan.places;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.web.Language;
import org.springframework.stereotype.Component;

/// The names of countries and languages in the seven languages, from Unicode CLDR. A nationality is
/// shown as its country: the adjective exists in few of the seven.
@Component
public class Countries {

  /// A code and what it is called in the reader's language.
  public record Named(String code, String name) {}

  /// What the countries call themselves among the six governments, where CLDR's English is another.
  private static final Map<String, String> ENGLISH = Map.of("LA", "Lao PDR", "VN", "Viet Nam");

  /// Languages of the region that CLDR does not name in all seven, by their own or usual Latin
  /// name.
  private static final Map<String, String> OF_THE_REGION =
      Map.ofEntries(
          Map.entry("ahk", "Akha"),
          Map.entry("blk", "Pa’O"),
          Map.entry("blt", "Tai Dam"),
          Map.entry("cjm", "Cham"),
          Map.entry("cnh", "Hakha Chin"),
          Map.entry("ctd", "Tedim Chin"),
          Map.entry("hak", "Hakka"),
          Map.entry("hmn", "Hmong"),
          Map.entry("jra", "Jarai"),
          Map.entry("kac", "Jinghpaw (Kachin)"),
          Map.entry("kdt", "Kuy"),
          Map.entry("khb", "Tai Lü"),
          Map.entry("kjg", "Khmu"),
          Map.entry("ksw", "S’gaw Karen"),
          Map.entry("kxm", "Northern Khmer"),
          Map.entry("kyu", "Western Kayah"),
          Map.entry("lhu", "Lahu"),
          Map.entry("lis", "Lisu"),
          Map.entry("mfa", "Pattani Malay"),
          Map.entry("mnw", "Mon"),
          Map.entry("nan", "Min Nan (Hokkien, Teochew)"),
          Map.entry("nod", "Northern Thai (Kam Mueang)"),
          Map.entry("nut", "Nùng"),
          Map.entry("pwo", "Western Pwo Karen"),
          Map.entry("rad", "Rade"),
          Map.entry("rhg", "Rohingya"),
          Map.entry("rki", "Rakhine"),
          Map.entry("shn", "Shan"),
          Map.entry("sou", "Southern Thai"),
          Map.entry("tts", "Isan"),
          Map.entry("tyz", "Tày"),
          Map.entry("yue", "Cantonese"));

  private final Map<Language, LocaleDisplayNames> names = new EnumMap<>(Language.class);
  private final Map<Language, List<Named>> countries = new EnumMap<>(Language.class);
  private final Map<Language, List<Named>> languages = new EnumMap<>(Language.class);

  Countries() {
    for (Language reader : Language.values()) {
      // Short names: "Hong Kong" and "Myanmar" without a second name in brackets.
      names.put(
          reader,
          LocaleDisplayNames.getInstance(
              ULocale.forLocale(reader.locale()),
              DisplayContext.LENGTH_SHORT,
              DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU));
      countries.put(reader, countriesFor(reader));
      languages.put(reader, languagesFor(reader));
    }
  }

  /// What this reader calls the country.
  public String name(Country country, Language reader) {
    String own = reader == Language.ENGLISH ? ENGLISH.get(country.code()) : null;
    return own != null ? own : display(reader).regionDisplayName(country.code());
  }

  /// Every country and territory: the six first, then the others, each part in the reader's order.
  public List<Named> countries(Language reader) {
    return countries.getOrDefault(reader, List.of());
  }

  /// The languages people speak: those of the product first, then the region's, then all others
  /// CLDR names, each part in the reader's order. The code is ISO 639, of two letters where there
  /// is one.
  public List<Named> languages(Language reader) {
    return languages.getOrDefault(reader, List.of());
  }

  /// What this reader calls the language of this code; the code itself when nobody named it.
  public String languageName(String code, Language reader) {
    String named = display(reader).languageDisplayName(code);
    return named.equals(code) ? OF_THE_REGION.getOrDefault(code, code) : named;
  }

  private LocaleDisplayNames display(Language reader) {
    LocaleDisplayNames display = names.get(reader);
    if (display == null) {
      throw new IllegalStateException("no names in " + reader.tag());
    }
    return display;
  }

  private List<Named> countriesFor(Language reader) {
    List<Named> others =
        Country.all().stream()
            .filter(country -> !Country.SIX.contains(country))
            .map(country -> new Named(country.code(), name(country, reader)))
            .toList();
    List<Named> six =
        Country.SIX.stream()
            .map(country -> new Named(country.code(), name(country, reader)))
            .toList();
    return inOrder(reader, List.of(six, others));
  }

  private List<Named> languagesFor(Language reader) {
    Map<String, Named> product = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      product.put(language.tag(), new Named(language.tag(), languageName(language.tag(), reader)));
    }
    List<Named> region =
        OF_THE_REGION.keySet().stream()
            .map(code -> new Named(code, languageName(code, reader)))
            .toList();
    List<Named> others = new ArrayList<>();
    for (String code : ULocale.getISOLanguages()) {
      String name = languageName(code, reader);
      if (!name.equals(code) && !product.containsKey(code) && !OF_THE_REGION.containsKey(code)) {
        others.add(new Named(code, name));
      }
    }
    return inOrder(reader, List.of(List.copyOf(product.values()), region, others));
  }

  private static List<Named> inOrder(Language reader, List<List<Named>> parts) {
    Collator collator = Collator.getInstance(reader.locale());
    List<Named> all = new ArrayList<>();
    for (List<Named> part : parts) {
      part.stream().sorted(Comparator.comparing(Named::name, collator::compare)).forEach(all::add);
    }
    return List.copyOf(all);
  }
}

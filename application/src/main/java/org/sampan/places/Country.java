package org.sampan.places;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A country or territory by its ISO 3166-1 code of two letters. A nationality is written the same
/// way.
public record Country(String code) implements Comparable<Country> {

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  public static final Country CAMBODIA = new Country("KH");
  public static final Country CHINA = new Country("CN");
  public static final Country LAO_PDR = new Country("LA");
  public static final Country MYANMAR = new Country("MM");
  public static final Country THAILAND = new Country("TH");
  public static final Country VIET_NAM = new Country("VN");

  /// The six countries of the product.
  public static final List<Country> SIX =
      List.of(CAMBODIA, CHINA, LAO_PDR, MYANMAR, THAILAND, VIET_NAM);

  /// @throws IllegalArgumentException when ISO 3166-1 has no such code
  public Country {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException("no country has this code");
    }
  }

  /// The country of this code in any case, if there is one.
  public static Optional<Country> of(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    return CODES.contains(upper) ? Optional.of(new Country(upper)) : Optional.empty();
  }

  /// Every country and territory of ISO 3166-1, by code.
  public static List<Country> all() {
    return CODES.stream().map(Country::new).sorted().toList();
  }

  /// The language tag in which one of the six names its places; English for any other country.
  String languageTag() {
    return switch (code) {
      case "KH" -> "km";
      case "CN" -> "zh";
      case "LA" -> "lo";
      case "MM" -> "my";
      case "TH" -> "th";
      case "VN" -> "vi";
      default -> "en";
    };
  }

  @Override
  public int compareTo(Country other) {
    return Comparator.comparing(Country::code).compare(this, other);
  }
}

package org.sampan.places;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.web.Language;

/// A place people come from or go to, with the days between which it existed.
///
/// @param nativeNames names in the country's own script, the one to show first; empty when the
///   source has none
/// @param latinName the Latin name to show; empty when the source has none
/// @param otherNames further Latin spellings people use
/// @param validFrom its first day, or null when it is older than matters here
/// @param validTo its last day, or null while it exists
/// @param parent the place it lies in, or null for a province
/// @param successors the places it became part of when it ended
/// @param source who published it
public record Place(
    Id id,
    Country country,
    List<String> nativeNames,
    String latinName,
    List<String> otherNames,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Level level,
    @Nullable Id parent,
    List<Id> successors,
    String source) {

  public Place {
    nativeNames = List.copyOf(nativeNames);
    otherNames = List.copyOf(otherNames);
    successors = List.copyOf(successors);
    if (nativeNames.isEmpty() && latinName.isBlank()) {
      throw new IllegalArgumentException("a place has a name");
    }
    if ((level == Level.PROVINCE) != (parent == null)) {
      throw new IllegalArgumentException("a province has no parent, a finer place has one");
    }
    if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException("a place ends after it begins");
    }
  }

  /// A stable identifier: ISO 3166-2 for a province where it exists, the publisher's own code
  /// below.
  public record Id(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,39}");

    /// @throws IllegalArgumentException when it is not 1 to 40 letters, digits, full stops, colons,
    ///   lines
    public Id {
      if (!isOne(value)) {
        throw new IllegalArgumentException("not the identifier of a place");
      }
    }

    /// Whether this text can be the identifier of a place.
    public static boolean isOne(String text) {
      return FORM.matcher(text).matches();
    }
  }

  /// How fine a place is: the first level under the country, then what lies in it.
  public enum Level {
    PROVINCE,
    DISTRICT,
    COMMUNE,
    VILLAGE
  }

  /// How a place stands on a page: one name, the other beside it (empty when it would say the
  /// same), and the language tag of each for the `lang` attribute.
  public record Shown(String first, String firstTag, String beside, String besideTag) {

    /// Both in one line, for an option of a list or a print: `Samut Sakhon (สมุทรสาคร)`.
    public String text() {
      return beside.isEmpty() ? first : first + " (" + beside + ")";
    }
  }

  /// The native name to show, or the Latin one when the source has no other.
  public String nativeName() {
    return nativeNames.isEmpty() ? latinName : nativeNames.getFirst();
  }

  /// Whether the place existed on this day.
  public boolean existsOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /// How a reader of this language sees it: native first for a reader of the country's language,
  /// Latin first for everyone else. Where only accents differ (Đà Nẵng), the native name stands
  /// alone.
  public Shown shown(Language reader) {
    String tag = country.languageTag();
    if (latinName.isEmpty() || nativeNames.isEmpty() || onlyAccentsDiffer()) {
      return new Shown(nativeName(), nativeNames.isEmpty() ? "en" : tag, "", "");
    }
    return reader.tag().equals(tag)
        ? new Shown(nativeName(), tag, latinName, "en")
        : new Shown(latinName, "en", nativeName(), tag);
  }

  private boolean onlyAccentsDiffer() {
    return FoldedName.of(nativeName()).joined().equals(FoldedName.of(latinName).joined());
  }
}

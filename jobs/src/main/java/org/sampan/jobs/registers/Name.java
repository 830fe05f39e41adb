package org.sampan.jobs.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A person's name, as parts that every script writes in its own way.
///
/// @param country whose custom it follows
/// @param family empty where nobody has one
/// @param given never empty
record Name(Country country, List<NamePart> family, List<NamePart> given) {

  private static final double USUAL = 0.62;

  /// In the country's own script, joined as people there join it.
  String own() {
    String first = joined(family, NamePart::own);
    String last = joined(given, NamePart::own);
    return switch (country) {
      case TH, LA -> last + " " + first;
      case KH, VN -> first + " " + last;
      case CN -> first + last;
      case MM -> last;
    };
  }

  /// As a clerk in Thailand writes it; empty when he knows no Thai letters for it.
  String thai() {
    List<NamePart> all = new ArrayList<>(given);
    all.addAll(family);
    if (all.stream().anyMatch(part -> part.thai().isEmpty())) {
      return "";
    }
    String first = joined(family, NamePart::thai);
    String last = joined(given, NamePart::thai);
    return switch (country) {
      case KH -> first + " " + last;
      case MM -> last;
      default -> last + " " + first;
    };
  }

  /// In Latin letters: the given name and the family's, spelled as it came out this time.
  Latin latin(Chance chance) {
    String first = spelled(family, chance);
    return new Latin(country, spelled(given, chance), first);
  }

  private String joined(List<NamePart> parts, java.util.function.Function<NamePart, String> how) {
    String between = country == Country.VN ? " " : "";
    return String.join(between, parts.stream().map(how).toList());
  }

  private String spelled(List<NamePart> parts, Chance chance) {
    boolean apart =
        switch (country) {
          case VN, MM -> true;
          case CN -> chance.happens(0.4);
          default -> false;
        };
    List<String> spelled = new ArrayList<>();
    for (NamePart part : parts) {
      spelled.add(chance.usual(part.latin(), USUAL));
    }
    if (apart) {
      return String.join(" ", spelled);
    }
    String one = String.join("", spelled);
    return one.isEmpty() ? one : one.substring(0, 1) + one.substring(1).toLowerCase(Locale.ROOT);
  }

  /// A name in Latin letters.
  record Latin(Country country, String given, String family) {

    /// In the order of its country, or turned round as forms of other countries have it.
    String written(boolean turned) {
      boolean familyFirst = country == Country.KH || country == Country.VN || country == Country.CN;
      return (familyFirst == turned ? given + " " + family : family + " " + given).strip();
    }
  }
}

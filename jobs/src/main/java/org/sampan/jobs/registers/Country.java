package org.sampan.jobs.registers;

import java.util.ArrayList;
import java.util.List;

/// A country of the Mekong, by its ISO 3166 code, and how names are put together there.
enum Country {
  TH("นาย", "นาง", "Mr", "Ms"),
  LA("ທ້າວ", "ນາງ", "Thao", "Nang"),
  KH("លោក", "អ្នកស្រី", "Mr", "Mrs"),
  MM("ဦး", "ဒေါ်", "U", "Daw"),
  VN("Ông", "Bà", "Mr", "Ms"),
  CN("", "", "Mr", "Ms");

  private final String sir;
  private final String madam;
  private final String latinSir;
  private final String latinMadam;

  Country(String sir, String madam, String latinSir, String latinMadam) {
    this.sir = sir;
    this.madam = madam;
    this.latinSir = latinSir;
    this.latinMadam = latinMadam;
  }

  /// What a clerk may put before a name; empty where nothing is usual.
  String honorific(boolean woman, boolean latin) {
    return latin ? (woman ? latinMadam : latinSir) : (woman ? madam : sir);
  }

  /// The family's part of a name; none in Myanmar.
  List<NamePart> inventFamily(Chance chance) {
    return switch (this) {
      case TH, LA ->
          List.of(
              chance.common(NamePart.of(this, "family-first")),
              chance.common(NamePart.of(this, "family-last")));
      case KH, VN, CN -> List.of(chance.common(NamePart.of(this, "family")));
      case MM -> List.of();
    };
  }

  /// A given name as people of this country have them.
  List<NamePart> inventGiven(boolean woman, Chance chance) {
    String who = woman ? "she-" : "he-";
    return switch (this) {
      case TH, LA, KH ->
          List.of(
              chance.common(NamePart.of(this, who + "first")),
              chance.common(NamePart.of(this, who + "last")));
      case VN ->
          List.of(
              chance.common(NamePart.of(this, who + "middle")),
              chance.common(NamePart.of(this, who + "given")));
      case CN -> {
        List<NamePart> characters = NamePart.of(this, who + "given");
        NamePart first = chance.common(characters);
        yield chance.happens(0.8) ? List.of(first, chance.common(characters)) : List.of(first);
      }
      case MM -> words(woman, chance);
    };
  }

  /// Two to four words, now and then one of them twice.
  private List<NamePart> words(boolean woman, Chance chance) {
    List<NamePart> known = new ArrayList<>(NamePart.of(this, "word"));
    if (woman) {
      known.addAll(0, NamePart.of(this, "she-word"));
    }
    List<NamePart> words = new ArrayList<>();
    int count = chance.between(2, 4);
    while (words.size() < count) {
      NamePart word = chance.common(known);
      words.add(word);
      if (chance.happens(0.1)) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }
}

package org.sampan.jobs.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Somebody invented.
///
/// @param name with the parts it is made of
/// @param born really
/// @param home her province
/// @param house a number and the village's, shared by her household
/// @param phone shared by some households; empty when there is none
/// @param paper the number of her identity paper; empty when she has none
record Person(
    Name name,
    boolean woman,
    LocalDate born,
    Province home,
    String house,
    String phone,
    String paper) {

  private static final int LATEST_BIRTH = 2012;

  /// Invents a household: one to six people under one roof, most of them one family.
  static List<Person> household(Country country, Chance chance) {
    List<NamePart> family = country.inventFamily(chance);
    Province home = chance.any(Province.of(country));
    String house = chance.between(1, 399) + "/" + chance.between(1, 18);
    String shared = chance.happens(0.5) ? phone(country, chance) : "";
    int eldest = chance.between(1945, 1985);
    List<Person> people = new ArrayList<>();
    int count = 1 + (int) (6 * Math.pow(chance.between(0, 999) / 1000.0, 2));
    for (int at = 0; at < count; at++) {
      boolean woman = chance.happens(0.5);
      int year = at < 2 ? eldest + chance.between(-4, 4) : eldest + chance.between(18, 40);
      LocalDate born = LocalDate.ofYearDay(Math.min(year, LATEST_BIRTH), chance.between(1, 365));
      boolean marriedIn = at == 1 && chance.happens(0.6);
      Name name =
          new Name(
              country,
              marriedIn ? country.inventFamily(chance) : family,
              country.inventGiven(woman, chance));
      String phone = shared.isEmpty() && chance.happens(0.6) ? phone(country, chance) : shared;
      people.add(new Person(name, woman, born, home, house, phone, paper(country, chance)));
    }
    return people;
  }

  private static String phone(Country country, Chance chance) {
    return switch (country) {
      case TH -> "0" + chance.any(List.of("6", "8", "9")) + chance.digits(8);
      case LA -> "020" + chance.any(List.of("2", "5", "7", "9")) + chance.digits(7);
      case KH -> "0" + chance.any(List.of("11", "12", "77", "88", "96")) + chance.digits(6);
      case MM -> "09" + chance.digits(9);
      case VN -> "0" + chance.any(List.of("3", "7", "9")) + chance.digits(8);
      case CN -> "13" + chance.digits(9);
    };
  }

  private static String paper(Country country, Chance chance) {
    if (chance.happens(0.35)) {
      return "";
    }
    return switch (country) {
      case TH -> chance.between(1, 8) + chance.digits(12);
      case VN -> "0" + chance.digits(11);
      case CN -> "E" + chance.digits(8);
      case MM -> "M" + chance.letter() + chance.digits(6);
      case KH -> "N" + chance.digits(8);
      case LA -> "P" + chance.letter() + chance.digits(7);
    };
  }
}

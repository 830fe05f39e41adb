package org.sampan.jobs.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clerk of one country who writes people down.
///
/// @param office where he sits
/// @param chance what he hears and how he strikes the keys
record Clerk(Country office, Chance chance) {

  static final List<String> COLUMNS =
      List.of(
          "register",
          "recorded",
          "name",
          "name_latin",
          "sex",
          "birth",
          "age",
          "phone",
          "paper",
          "province",
          "house");

  /// Mostly her own country's office, else one in Thailand, where most of them work.
  static Clerk meeting(Country home, Chance chance) {
    if (chance.happens(0.6)) {
      return new Clerk(home, chance);
    }
    return new Clerk(
        chance.happens(0.6) ? Country.TH : chance.any(List.of(Country.values())), chance);
  }

  /// One row, in the order of `COLUMNS`.
  List<@Nullable String> write(Person person) {
    LocalDate on = LocalDate.of(2015, 1, 1).plusDays(chance.below(4300));
    Name name = person.name();
    Name.Latin latin = name.latin(chance);
    String shown = shown(person, latin);
    String born = WrittenDate.of(person.born(), office, chance);
    List<@Nullable String> row = new ArrayList<>();
    row.add(office.name());
    row.add(on.toString());
    row.add(shown);
    row.add(chance.happens(0.4) ? slipped(latin.written(false), chance) : null);
    row.add(sex(person.woman()));
    row.add(born);
    row.add(
        born == null || chance.happens(0.3)
            ? WrittenDate.age(person.born(), on, name.country(), chance)
            : null);
    row.add(number(person.phone(), 0.35));
    row.add(number(person.paper(), 0.45));
    row.add(province(person));
    row.add(chance.happens(0.35) ? null : person.house());
    return row;
  }

  private String shown(Person person, Name.Latin latin) {
    Name name = person.name();
    boolean home = office == name.country();
    String thai = office == Country.TH && !home && chance.happens(0.7) ? name.thai() : "";
    boolean inLatin = home ? chance.happens(0.15) : thai.isEmpty();
    String plain = inLatin ? latin.written(chance.happens(0.15)) : home ? name.own() : thai;
    String slipped = slipped(plain, chance);
    String honorific = office.honorific(person.woman(), inLatin);
    if (honorific.isEmpty() || !chance.happens(0.12)) {
      return inLatin && chance.happens(0.2) ? slipped.toUpperCase(java.util.Locale.ROOT) : slipped;
    }
    return inLatin ? honorific + " " + slipped : honorific + slipped;
  }

  private static String slipped(String name, Chance chance) {
    String written = name;
    if (chance.happens(0.08)) {
      written = Slips.letter(written, chance);
    }
    if (chance.happens(0.05)) {
      written = Slips.mark(written, chance);
    }
    return chance.happens(0.06) ? Slips.word(written, chance) : written;
  }

  private @Nullable String sex(boolean woman) {
    if (chance.happens(0.05)) {
      return null;
    }
    boolean said = chance.happens(0.01) != woman;
    return said ? "F" : "M";
  }

  private @Nullable String number(String number, double missing) {
    if (number.isEmpty() || chance.happens(missing)) {
      return null;
    }
    return chance.happens(0.05) ? Slips.digit(number, chance) : number;
  }

  private @Nullable String province(Person person) {
    if (chance.happens(0.15)) {
      return null;
    }
    boolean own = office == person.name().country() && chance.happens(0.85);
    return own ? person.home().own() : chance.usual(person.home().latin(), 0.7);
  }
}

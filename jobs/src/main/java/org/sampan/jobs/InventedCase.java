package org.sampan.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sampan.casework.Birth;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Intake;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.sampan.places.Country;
import org.sampan.places.Place;
import org.sampan.places.Places;

/// One invented person of the demo: the same number invents the same person at every start, so a
/// filling that was interrupted goes on where it was.
final class InventedCase {

  private static final LocalDate THEN = LocalDate.of(2026, 6, 1);

  private static final Map<String, String> LANGUAGE_OF =
      Map.of("KH", "km", "MM", "my", "LA", "lo", "VN", "vi", "CN", "zh", "TH", "th");

  private final DemoCountry country;
  private final Places places;
  private final int number;
  private final SplittableRandom random;
  private final Map<Question, List<String>> values = new EnumMap<>(Question.class);

  private InventedCase(DemoCountry country, Places places, int number) {
    this.country = country;
    this.places = places;
    this.number = number;
    this.random = new SplittableRandom(country.ordinal() * 1_000L + number);
  }

  static CaseFile.Id id(DemoCountry country, int number) {
    return new CaseFile.Id(DemoPeople.id("case|" + country.node() + "|" + number));
  }

  /// The person of this number, ready for the front door of casework.
  static Intake.Opening of(DemoCountry country, int number, Places places) {
    return new InventedCase(country, places, number).opening();
  }

  private Intake.Opening opening() {
    String from = origin();
    boolean she = random.nextInt(10) < 6;
    InventedName name = InventedName.of(from, she, random);
    List<PersonName> names = new ArrayList<>();
    names.add(new PersonName(name.inOwnScript(), PersonName.Kind.OFFICIAL, ""));
    if (!name.inLatin().equals(name.inOwnScript())) {
      names.add(new PersonName(name.inLatin(), PersonName.Kind.ROMANISED, ""));
    }
    put(Question.SEX, she ? "Feminine" : "Masculine");
    put(Question.BIRTH, birth().text());
    put(Question.NATIONALITY, from);
    put(Question.LANGUAGES, LANGUAGE_OF.getOrDefault(from, "en"));
    put(Question.INTERPRETER, from.equals(country.country()) ? "not-needed" : "needed");
    List<Place> provinces = places.provinces(new Country(from), THEN);
    if (!provinces.isEmpty()) {
      put(Question.PLACE, provinces.get(random.nextInt(provinces.size())).id().value());
    }
    choose(Question.CHANNEL);
    several(Question.NEEDS, 3);
    choose(Question.DANGER);
    several(Question.RISKS, 2);
    several(Question.HELD, 2);
    several(Question.WISHES, 2);
    put(
        Question.STATUS,
        random.nextInt(4) == 0 ? "ActualVictimOfTrafficking" : "PossibleVictimOfTrafficking");
    return new Intake.Opening(id(country, number), null, Map.copyOf(values), names);
  }

  /// Where people of such a node come from: mostly its neighbours, or home.
  private String origin() {
    List<String> among =
        switch (country) {
          case THAILAND -> List.of("KH", "KH", "KH", "MM", "MM", "MM", "LA", "LA", "VN", "TH");
          case CAMBODIA -> List.of("KH", "KH", "KH", "KH", "KH", "KH", "KH", "VN", "TH", "CN");
        };
    return among.get(random.nextInt(among.size()));
  }

  private Birth birth() {
    LocalDate day = THEN.minusYears(15).minusDays(random.nextInt(365 * 35));
    return switch (random.nextInt(3)) {
      case 0 -> new Birth(day, day, Birth.How.DAY, country == DemoCountry.THAILAND);
      case 1 ->
          new Birth(
              day.withDayOfYear(1),
              day.withDayOfYear(day.lengthOfYear()),
              Birth.How.YEAR,
              country == DemoCountry.THAILAND);
      default -> new Birth(day, day.plusYears(1).minusDays(1), Birth.How.ABOUT, false);
    };
  }

  private void put(Question question, String... answers) {
    values.put(question, Arrays.asList(answers));
  }

  private void choose(Question question) {
    put(question, question.codes().get(random.nextInt(question.codes().size())));
  }

  private void several(Question question, int most) {
    List<String> chosen =
        random
            .ints(random.nextInt(most + 1), 0, question.codes().size())
            .distinct()
            .sorted()
            .mapToObj(question.codes()::get)
            .toList();
    if (!chosen.isEmpty()) {
      values.put(question, chosen);
    }
  }
}

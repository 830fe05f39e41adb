package org.sampan.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sampan.accounts.SignedIn;
import org.sampan.places.Countries;
import org.sampan.places.Country;
import org.sampan.places.Place;
import org.sampan.places.Places;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.sampan.web.TypedDay;
import org.springframework.stereotype.Component;

/// What can be chosen from long lists, and what an answer is called.
@Component
class Lists {

  static final String STATELESS = "stateless";
  static final String UNKNOWN = "unknown";
  private static final LocalDate BEFORE_THE_MERGERS = LocalDate.of(2025, 6, 30);

  private final Countries countries;
  private final Places places;
  private final Clock clock;

  Lists(Countries countries, Places places, Clock clock) {
    this.countries = countries;
    this.places = places;
    this.clock = clock;
  }

  List<Countries.Named> countries(Language reader) {
    return countries.countries(reader);
  }

  List<Countries.Named> languages(Language reader) {
    return countries.languages(reader);
  }

  /// The provinces of one country: those of today, then those that ended lately, which she may
  /// still know hers by.
  record Group(String country, List<Place> today, List<Place> ended) {}

  List<Group> provinces(Language reader) {
    LocalDate today = LocalDate.now(clock);
    List<Group> groups = new ArrayList<>();
    for (Country country : Country.SIX) {
      List<Place> now = places.provinces(country, today);
      List<Place> ended =
          places.provinces(country, BEFORE_THE_MERGERS).stream()
              .filter(place -> !now.contains(place))
              .toList();
      groups.add(
          new Group(
              countries.name(country, reader),
              places.sorted(now, reader),
              places.sorted(ended, reader)));
    }
    return groups;
  }

  TypedFacts.Known known(SignedIn reader) {
    Predicate<String> languages =
        countries.languages(Language.ENGLISH).stream()
                .map(Countries.Named::code)
                .collect(Collectors.toSet())
            ::contains;
    return new TypedFacts.Known(
        today(reader),
        code -> code.equals(STATELESS) || code.equals(UNKNOWN) || Country.of(code).isPresent(),
        languages,
        code -> Place.Id.isOne(code) && places.find(new Place.Id(code)).isPresent());
  }

  LocalDate today(SignedIn reader) {
    return LocalDate.now(clock.withZone(reader.office().zone()));
  }

  /// What an answer is called in the reader's language; what was typed stays as written.
  String text(Frame frame, Question question, String answer) {
    return switch (question.kind()) {
      case ONE, MANY -> frame.say(question.words(answer));
      case COUNTRIES -> country(frame, answer);
      case LANGUAGES -> countries.languageName(answer, frame.language());
      case PROVINCE -> place(frame, answer);
      case BIRTH -> birth(frame, Birth.of(answer));
      case LINE, TEXT -> answer;
    };
  }

  /// What a country is called in the reader's language.
  String country(String code, Language reader) {
    return Country.of(code).map(country -> countries.name(country, reader)).orElse(code);
  }

  private String country(Frame frame, String code) {
    return switch (code) {
      case STATELESS -> frame.say("casework.nationality.stateless");
      case UNKNOWN -> frame.say("web.unknown");
      default ->
          Country.of(code).map(country -> countries.name(country, frame.language())).orElse(code);
    };
  }

  private String place(Frame frame, String code) {
    return places
        .find(new Place.Id(code))
        .map(place ->
            place.shown(frame.language()).text()
                + ", "
                + countries.name(place.country(), frame.language()))
        .orElse(code);
  }

  /// Both eras, so that a year typed in the one and read in the other is seen.
  String birth(Frame frame, Birth birth) {
    LocalDate today = LocalDate.now(clock);
    String from = "" + birth.from().getYear();
    String to = "" + birth.to().getYear();
    return switch (birth.how()) {
      case DAY ->
          frame.say("casework.birth.day", frame.day(birth.from()), from, buddhist(birth.from()));
      case MONTH ->
          frame.say("casework.birth.month", frame.day(birth.from()), frame.day(birth.to()));
      case YEAR -> frame.say("casework.birth.year", from, buddhist(birth.from()));
      case RANGE ->
          frame.say("casework.birth.range", from, to, buddhist(birth.from()), buddhist(birth.to()));
      case ABOUT -> frame.say("casework.birth.about", birth.youngest(today), birth.oldest(today));
    };
  }

  private static String buddhist(LocalDate day) {
    return "" + (day.getYear() + TypedDay.BUDDHIST_ERA);
  }
}

package org.sampan.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Accounts;
import org.sampan.accounts.Offices;
import org.sampan.attachments.Holder;
import org.sampan.casework.Question;
import org.sampan.consents.Recipient;
import org.sampan.exchange.Peers;
import org.sampan.places.Countries;
import org.sampan.places.Country;
import org.sampan.places.Place;
import org.sampan.places.Places;
import org.sampan.vault.Personal;
import org.sampan.web.Frame;
import org.sampan.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What codes, offices and people are called in the reader's language; free text stays as written.
@Component
class Shown {

  /// One line of an extract, drawn.
  @Personal
  record Line(Extract.Item item, List<Said> said) {
    @Override
    public String toString() {
      return "Line[redacted]";
    }
  }

  /// One value of a line.
  ///
  /// @param lang the tag of the language it is written in, when that is not the reader's
  @Personal
  record Said(String text, @Nullable String lang) {
    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  private final Places places;
  private final Countries countries;
  private final Peers peers;
  private final Offices offices;
  private final Accounts accounts;
  private final String node;

  Shown(
      Places places,
      Countries countries,
      Peers peers,
      Offices offices,
      Accounts accounts,
      @Value("${sampan.node}") String node) {
    this.places = places;
    this.countries = countries;
    this.peers = peers;
    this.offices = offices;
    this.accounts = accounts;
    this.node = node;
  }

  /// What goes or came, line by line.
  ///
  /// @param written the tag of the language of everything typed in it
  List<Line> lines(Frame frame, Map<Extract.Item, List<String>> told, String written) {
    List<Line> lines = new ArrayList<>();
    told.forEach((item, values) -> lines.add(new Line(item, said(frame, item, values, written))));
    return lines;
  }

  private List<Said> said(Frame frame, Extract.Item item, List<String> values, String written) {
    return switch (item) {
      case AGE -> List.of(new Said(age(frame, values), null));
      case NAME_TO_USE, OTHER_NAMES ->
          values.stream()
              .flatMap(value -> RequestBody.name(value).stream())
              .map(name ->
                  new Said(name.text(), name.languageTag().isEmpty() ? null : name.languageTag()))
              .toList();
      case LANGUAGES ->
          values.stream()
              .map(code -> new Said(countries.languageName(code, frame.language()), null))
              .toList();
      case COPIES ->
          values.stream().map(code -> new Said(coded(frame, Question.HELD, code), null)).toList();
      case PLACE -> values.stream().map(code -> new Said(place(code, frame), null)).toList();
      default ->
          item.isText()
              ? values.stream().map(text -> new Said(text, written)).toList()
              : item.question().stream()
                  .flatMap(question ->
                      values.stream().map(code -> new Said(coded(frame, question, code), null)))
                  .toList();
    };
  }

  private static String age(Frame frame, List<String> values) {
    String group =
        frame.say("referrals.age." + values.get(0).toLowerCase(Locale.ROOT).replace('_', '-'));
    return values.get(1).equals(values.get(2))
        ? frame.say("referrals.age.year", group, values.get(1))
        : frame.say("referrals.age.years", group, values.get(1), values.get(2));
  }

  private String place(String code, Frame frame) {
    return Optional.of(code)
        .filter(Place.Id::isOne)
        .flatMap(id -> places.find(new Place.Id(id)))
        .map(place ->
            place.shown(frame.language()).text()
                + ", "
                + countries.name(place.country(), frame.language()))
        .orElse(code);
  }

  /// What a paper beside a referral can be.
  static List<Holder.Kind> papers() {
    return Question.HELD.codes().stream()
        .map(code -> new Holder.Kind(code, Question.HELD.words(code)))
        .toList();
  }

  /// What a code of a question is called; the code itself where another node knows more than we do.
  static String coded(Frame frame, Question question, String code) {
    boolean known = question.codes().contains(code) && frame.has(question.words(code));
    return known ? frame.say(question.words(code)) : code;
  }

  /// What a visit's codes are called.
  static String found(Frame frame, StatusBody.Found found, List<String> codes) {
    return String.join(
        ", ",
        codes.stream()
            .map(code ->
                switch (found) {
                  case MET, SAFE, RECONTACT -> said(frame, "web." + code, code);
                  case WELLBEING -> said(frame, "referrals.wellbeing." + code, code);
                  case NEEDS -> coded(frame, Question.NEEDS, code);
                  case WISHES -> coded(frame, Question.WISHES, code);
                })
            .toList());
  }

  private static String said(Frame frame, String key, String code) {
    return frame.has(key) ? frame.say(key) : code;
  }

  /// What an office is called, its country with it when it is another's.
  String office(Frame frame, Recipient office) {
    String name = officeName(office.node(), office.office(), frame.language());
    return office.node().equals(node) ? name : name + ", " + country(frame, office.country());
  }

  /// What an office is called.
  String officeName(String ofNode, String code, Language reader) {
    if (!ofNode.equals(node)) {
      return peers.officeName(ofNode, code, reader.tag());
    }
    return offices.coded(code).map(office -> office.named(reader)).orElse(code);
  }

  /// What a colleague's office is called.
  String officeOf(Account account, Language reader) {
    return offices
        .find(account.office())
        .map(office -> officeName(node, office.code(), reader))
        .orElse("");
  }

  String country(Frame frame, String code) {
    return Country.of(code).map(one -> countries.name(one, frame.language())).orElse(code);
  }

  /// The country of a node, in two letters.
  String countryOf(String ofNode) {
    return peers.country(ofNode).orElse("");
  }

  /// How colleagues know her.
  String name(Account.@Nullable Id account) {
    return account == null ? "" : accounts.find(account).map(Account::name).orElse("");
  }

  /// What an agreement is called; its identifier where no words know it.
  String agreement(Frame frame, String id) {
    if (id.isEmpty()) {
      return frame.say("referrals.agreement.none");
    }
    return peers.agreements().stream()
        .filter(agreement -> agreement.id().equals(id))
        .findFirst()
        .map(agreement -> frame.say(agreement.words()))
        .orElse(id);
  }

  /// A day, or that there is none.
  static String until(Frame frame, @Nullable LocalDate day) {
    return day == null ? frame.say("referrals.consent.until-withdrawn") : frame.day(day);
  }
}

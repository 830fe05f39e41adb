package org.sampan.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Office;
import org.sampan.casework.Birth;
import org.sampan.casework.CaseFile;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.sampan.casework.RiverSource;
import org.sampan.consents.Category;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.exchange.MessageId;

/// What another office asks of ours for one person.
///
/// @param allowed the categories the consent it rests on covers: also for what is told back
/// @param due by its urgency; it orders the inbox and is no deadline of anybody
record Received(
    Id id,
    From from,
    Office.Id office,
    Agency.Id agency,
    CaseFile.Id caseFile,
    PersonId person,
    Asked asked,
    Set<Category> allowed,
    Instant arrived,
    Instant due,
    State state,
    int version,
    Instant changed) {

  record Id(UUID value) {
    MessageId message() {
      return new MessageId(value);
    }
  }

  /// Who asks.
  record From(String node, String country, String office) {}

  /// What is asked, in codes.
  record Asked(Purpose purpose, Referral.Need need, Referral.Urgency urgency, String language) {}

  /// Where it stands.
  enum State {
    NEW,
    ACCEPTED,
    REFUSED,
    FED_BACK,
    /// Her consent was withdrawn: nothing of it opens any more.
    LOCKED,
    /// The office that asked took it back: nothing of it opens any more.
    TAKEN_BACK;

    boolean readable() {
      return this != LOCKED && this != TAKEN_BACK;
    }

    /// How far it came, as the river draws it.
    RiverSource.State river() {
      return switch (this) {
        case NEW -> RiverSource.State.DELIVERED;
        case ACCEPTED, FED_BACK -> RiverSource.State.ACCEPTED;
        case REFUSED -> RiverSource.State.REFUSED;
        case LOCKED, TAKEN_BACK -> RiverSource.State.WITHDRAWN;
      };
    }

    String words() {
      return "referrals.is." + (this == LOCKED ? "withdrawn" : Referral.code(this));
    }
  }

  /// Whose it is: the office's, nobody's in particular.
  Holding holding() {
    return new Holding(
        Compartment.PROTECTION, new Account.Id(new UUID(0, 0)), Set.of(), office, agency);
  }

  /// The names that came.
  static List<PersonName> names(RequestBody body) {
    return Stream.of(Extract.Item.NAME_TO_USE, Extract.Item.OTHER_NAMES)
        .flatMap(item -> body.told().getOrDefault(item, List.of()).stream())
        .flatMap(value -> RequestBody.name(value).stream())
        .toList();
  }

  /// What of it the case's own questions can hold; codes they do not know stay in the referral.
  static Map<Question, List<String>> values(RequestBody body, Predicate<String> isPlace) {
    Map<Question, List<String>> values = new EnumMap<>(Question.class);
    body.told()
        .forEach((item, answers) ->
            item.question()
                .ifPresent(question ->
                    values
                        .computeIfAbsent(question, q -> new ArrayList<>())
                        .addAll(known(question, answers, isPlace))));
    values.values().removeIf(List::isEmpty);
    return values;
  }

  private static List<String> known(
      Question question, List<String> answers, Predicate<String> isPlace) {
    return switch (question.kind()) {
      case BIRTH -> List.of(birth(answers).text());
      case ONE, MANY -> answers.stream().filter(question.codes()::contains).toList();
      case PROVINCE -> answers.stream().filter(isPlace).toList();
      case COUNTRIES, LANGUAGES, LINE, TEXT -> answers;
    };
  }

  private static Birth birth(List<String> age) {
    LocalDate from = LocalDate.of(Integer.parseInt(age.get(1)), 1, 1);
    LocalDate to = LocalDate.of(Integer.parseInt(age.get(2)), 12, 31);
    Birth.How how = from.getYear() == to.getYear() ? Birth.How.YEAR : Birth.How.RANGE;
    return new Birth(from, to, how, false);
  }

  String path() {
    return "/inbox/" + id.value();
  }
}

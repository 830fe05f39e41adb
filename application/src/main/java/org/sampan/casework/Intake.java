package org.sampan.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Office;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Act;
import org.sampan.consents.PersonId;
import org.sampan.screenings.Screening;
import org.sampan.screenings.ScreeningSummary;
import org.sampan.screenings.Screenings;
import org.sampan.vault.Personal;
import org.sampan.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens cases: of a person who sits before us, and of one another country tells us about.
@Component
public class Intake {

  /// Whoever opened a case that another node sent: nobody of ours.
  static final Account.Id NOBODY = new Account.Id(new UUID(0, 0));

  private final Cases cases;
  private final Writing writing;
  private final NameIndex index;
  private final Vault vault;
  private final Screenings screenings;
  private final Clock clock;

  Intake(
      Cases cases,
      Writing writing,
      NameIndex index,
      Vault vault,
      Screenings screenings,
      Clock clock) {
    this.cases = cases;
    this.writing = writing;
    this.index = index;
    this.vault = vault;
    this.screenings = screenings;
    this.clock = clock;
  }

  /// A case about to be opened here.
  ///
  /// @param id made when the form was drawn: the same form handed in twice opens one case
  @Personal
  public record Opening(
      CaseFile.Id id,
      @Nullable UUID screening,
      Map<Question, List<String>> values,
      List<PersonName> names) {
    @Override
    public String toString() {
      return "Opening[redacted]";
    }
  }

  /// Opens it; the reader owns it and her office answers for it.
  @Transactional
  public CaseFile open(Opening opening, SignedIn reader) {
    Holding holding =
        new Holding(
            Compartment.PROTECTION,
            reader.id(),
            Set.of(),
            reader.office().id(),
            reader.office().agency());
    Optional<Screening> from = linked(opening, reader);
    UUID screening = from.map(one -> one.id().value()).orElse(null);
    PersonId person =
        from.map(one -> new PersonId(one.person().value())).orElseGet(Intake::newPerson);
    Optional<CaseFile> file = add(new New(opening.id(), person, screening, holding, null));
    if (file.isEmpty()) {
      return cases.find(opening.id()).orElseThrow();
    }
    Instant now = file.get().state().opened();
    for (Fact fact : facts(opening.values(), opening.names(), reader.id())) {
      writing.first(file.get(), fact, now);
    }
    Act act = reader.act("casework.case.opened").with("screening", from.isPresent());
    writing.done(file.get(), Acts.What.OPENED, "", now, new Writing.By(reader, act));
    tellOthers(file.get(), opening.names(), now, reader);
    return cases.find(opening.id()).orElseThrow();
  }

  /// A case that arrives from another country: the smallest extract, names only when they came.
  ///
  /// @param id made on arrival, the same however often the message is worked through
  /// @param office the office of ours that it was sent to
  @Personal
  public record Arrival(
      CaseFile.Id id,
      CaseFile.Source source,
      Office office,
      Map<Question, List<String>> values,
      List<PersonName> names) {
    @Override
    public String toString() {
      return "Arrival[redacted]";
    }
  }

  /// Takes it in, held by the receiving office, in the transaction of its message. Doing it again
  /// changes nothing.
  ///
  /// @param reader who accepted it; none when the message alone opens it
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseFile receive(Arrival arrival, @Nullable SignedIn reader) {
    Account.Id owner = reader == null ? NOBODY : reader.id();
    Holding holding =
        new Holding(
            Compartment.PROTECTION,
            owner,
            Set.of(),
            arrival.office().id(),
            arrival.office().agency());
    Optional<CaseFile> file =
        add(new New(arrival.id(), newPerson(), null, holding, arrival.source()));
    if (file.isEmpty()) {
      return cases.find(arrival.id()).orElseThrow();
    }
    Instant now = file.get().state().opened();
    for (Fact fact : facts(arrival.values(), arrival.names(), null)) {
      writing.first(file.get(), fact, now);
    }
    Act act =
        reader == null ? Act.of("casework.case.received") : reader.act("casework.case.received");
    writing.done(
        file.get(),
        Acts.What.RECEIVED,
        arrival.source().node(),
        now,
        new Writing.By(reader, act.with("from", arrival.source().node())));
    return cases.find(arrival.id()).orElseThrow();
  }

  /// The interview it is opened from: its person, and with her the key, becomes the case's. One
  /// interview opens one case.
  private Optional<Screening> linked(Opening opening, SignedIn reader) {
    if (opening.screening() == null || cases.file(opening.id()).isPresent()) {
      return Optional.empty();
    }
    Screening.Id id = new Screening.Id(opening.screening());
    return screenings
        .find(id, reader)
        .map(ScreeningSummary::screening)
        .filter(one -> cases.of(new PersonId(one.person().value())).isEmpty())
        .filter(one -> screenings.opened(id, opening.id().value(), reader));
  }

  private static PersonId newPerson() {
    return new PersonId(UuidCreator.getTimeOrderedEpoch());
  }

  private record New(
      CaseFile.Id id,
      PersonId person,
      @Nullable UUID screening,
      Holding holding,
      CaseFile.@Nullable Source source) {}

  private Optional<CaseFile> add(New added) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CaseFile.State state =
        new CaseFile.State(CaseFile.Status.ACTIVE, 1, now, now, added.source(), null, null);
    CaseFile file =
        new CaseFile(
            added.id(), added.person(), added.screening(), added.holding(), state, Map.of());
    if (!cases.add(file)) {
      return Optional.empty();
    }
    vault.admit(added.person().value());
    return Optional.of(file);
  }

  private static List<Fact> facts(
      Map<Question, List<String>> values, List<PersonName> names, Account.@Nullable Id by) {
    List<Fact> facts = new ArrayList<>();
    for (Question.Section section : Question.Section.values()) {
      List<PersonName> here = section == Question.Section.NAMES ? names : List.of();
      Fact fact = new Fact(section, 1, values, here, null, by);
      if (!fact.empty()) {
        facts.add(fact);
      }
    }
    return facts;
  }

  /// Offices whose case may be of the same person, and which this reader may not see, are told on
  /// their own side: she does not learn who they are.
  private void tellOthers(CaseFile file, List<PersonName> names, Instant now, SignedIn reader) {
    for (CaseFile other : cases.these(List.copyOf(index.likely(names)))) {
      if (!other.id().equals(file.id()) && Cases.access(other, reader) == Access.NONE) {
        Act act = reader.act("casework.match.told").with("to", other.holding().office().value());
        writing.done(other, Acts.What.LIKELY_MATCH, "", now, new Writing.By(reader, act));
      }
    }
  }
}

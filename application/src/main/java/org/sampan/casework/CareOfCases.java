package org.sampan.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.sampan.accounts.SignedIn;
import org.sampan.consents.Care;
import org.sampan.consents.PersonId;
import org.springframework.stereotype.Component;

/// Tells consents whose case a person is.
@Component
class CareOfCases implements Care {

  private final Cases cases;
  private final Clock clock;

  CareOfCases(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public Optional<InCare> of(PersonId person, SignedIn reader) {
    LocalDate today = LocalDate.now(clock.withZone(reader.office().zone()));
    return cases
        .of(person)
        .filter(CaseFile::isReadable)
        .filter(file -> cases.mayOpen(file, reader))
        .map(cases::opened)
        .map(file ->
            new InCare(
                file.id().value(),
                file.holding(),
                file.calledBy().map(PersonName::text).orElse(""),
                file.answer(Question.LANGUAGES),
                file.mayBeChild(today)));
  }
}

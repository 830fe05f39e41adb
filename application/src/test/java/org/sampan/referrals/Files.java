package org.sampan.referrals;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Office;
import org.sampan.casework.CaseFile;
import org.sampan.casework.Fact;
import org.sampan.casework.PersonName;
import org.sampan.casework.Question;
import org.sampan.consents.PersonId;

/// Invented case files, and what stands in them.
final class Files {

  private Files() {}

  static final List<PersonName> NAMES =
      List.of(
          new PersonName("ស្រី ម៉ុម", PersonName.Kind.OFFICIAL, ""),
          new PersonName("Srey Mom", PersonName.Kind.ROMANISED, "UNGEGN"),
          new PersonName("Lek", PersonName.Kind.NICKNAME, ""));

  /// An answer to every question; each text is one that stands nowhere else.
  static final Map<Question, List<String>> ALL = all();

  private static Map<Question, List<String>> all() {
    Map<Question, List<String>> values = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      values.put(
          question,
          switch (question.kind()) {
            case ONE -> List.of(question.codes().getFirst());
            case MANY -> question.codes();
            case COUNTRIES -> List.of("KH");
            case LANGUAGES -> List.of("km", "th");
            case PROVINCE -> List.of("KH-1");
            case BIRTH -> List.of("DAY/2004-03-09/2004-03-09/C");
            case LINE, TEXT -> List.of("typed for " + question.name());
          });
    }
    return values;
  }

  /// A case in which everything is answered.
  static CaseFile full() {
    Map<Question.Section, Fact> facts = new EnumMap<>(Question.Section.class);
    for (Question.Section section : Question.Section.values()) {
      List<PersonName> names = section == Question.Section.NAMES ? NAMES : List.of();
      facts.put(section, new Fact(section, 1, ALL, names, null, new Account.Id(new UUID(1, 1))));
    }
    Account.Id owner = new Account.Id(new UUID(1, 1));
    Instant opened = Instant.parse("2026-11-01T03:00:00Z");
    return new CaseFile(
        new CaseFile.Id(new UUID(7, 7)),
        new PersonId(new UUID(8, 8)),
        null,
        new Holding(
            Compartment.PROTECTION,
            owner,
            Set.of(),
            new Office.Id(new UUID(2, 2)),
            new Agency.Id(new UUID(3, 3))),
        new CaseFile.State(CaseFile.Status.ACTIVE, 1, opened, opened, null, null, null),
        facts);
  }
}

package org.sampan.referrals;

import java.time.Instant;
import java.time.LocalDate;
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
import org.sampan.consents.PersonId;
import org.sampan.vault.Personal;
import org.sampan.web.Problems;
import org.sampan.web.Typed;

/// One follow-up given to one colleague.
record Task(
    Id id,
    Received.Id received,
    CaseFile.Id caseFile,
    PersonId person,
    Assignee assignee,
    Account.Id givenBy,
    Instant given,
    State state,
    int version,
    Instant changed) {

  record Id(UUID value) {}

  /// Who was given it.
  record Assignee(Account.Id account, Office.Id office, Agency.Id agency) {}

  enum State {
    GIVEN,
    /// She wrote down what she found.
    DONE,
    /// Nobody may go there any more.
    CLOSED;

    String words() {
      return switch (this) {
        case GIVEN -> "referrals.is.task-given";
        case DONE -> "referrals.is.visited";
        case CLOSED -> "referrals.is.task-closed";
      };
    }
  }

  /// What she is told beside the extract.
  ///
  /// @param ask what to ask
  /// @param never what never to mention
  @Personal
  record Told(String ask, String never) {
    static final Told NOTHING = new Told("", "");
    private static final int MOST = 2000;

    static Told parsed(String ask, String never, Problems problems) {
      return new Told(
          Typed.required("ask", ask, MOST, problems), Typed.text("never", never, MOST, problems));
    }

    @Override
    public String toString() {
      return "Told[redacted]";
    }
  }

  /// What she found.
  ///
  /// @param outcome in codes
  /// @param note in her words; empty once the person's key is gone
  @Personal
  record Visit(
      UUID id,
      Id task,
      Account.Id by,
      Instant at,
      LocalDate day,
      Map<StatusBody.Found, List<String>> outcome,
      String note) {
    Visit {
      outcome = Map.copyOf(outcome);
    }

    @Override
    public String toString() {
      return "Visit[redacted]";
    }
  }

  /// Only she who was given it may open it.
  Holding holding() {
    return new Holding(
        Compartment.PROTECTION,
        givenBy,
        Set.of(assignee.account()),
        assignee.office(),
        assignee.agency());
  }

  String path() {
    return "/tasks/" + id.value();
  }
}

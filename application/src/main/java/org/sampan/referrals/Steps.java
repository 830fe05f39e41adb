package org.sampan.referrals;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.accounts.SignedIn;
import org.sampan.consents.PersonId;
import org.sampan.vault.Keys;
import org.sampan.vault.Personal;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what was done to a referral, ours or received. Rows are only ever added.
@Repository
class Steps {

  /// What can be done.
  enum What {
    MADE,
    CHANGED,
    HANDED_IN,
    APPROVED,
    SENT_BACK,
    CANCELLED,
    TAKEN_BACK,
    /// Her consent was withdrawn.
    WITHDRAWN,
    /// The other office answered.
    ANSWERED_ACCEPTED,
    ANSWERED_REFUSED,
    ANSWERED_FEEDBACK,
    ARRIVED,
    ACCEPTED,
    REFUSED,
    FED_BACK,
    LOCKED,
    /// The answer could not be written to the other office; its receipt alone tells it.
    NOT_TOLD,
    TASK_GIVEN,
    TASK_CLOSED,
    VISITED;

    /// Whether an office does it that was asked.
    boolean isTheirs() {
      return switch (this) {
        case ACCEPTED, REFUSED, TASK_GIVEN, TASK_CLOSED, VISITED, FED_BACK -> true;
        default -> false;
      };
    }

    /// The key of what crosses back by it, if anything does.
    Optional<String> answer() {
      return switch (this) {
        case ANSWERED_ACCEPTED, ACCEPTED -> Optional.of("referrals.is.accepted");
        case ANSWERED_REFUSED, REFUSED -> Optional.of("referrals.is.refused");
        case ANSWERED_FEEDBACK, FED_BACK -> Optional.of("referrals.is.fed-back");
        default -> Optional.empty();
      };
    }

    String words() {
      return "referrals.is."
          + switch (this) {
            case MADE -> "draft";
            case HANDED_IN -> "waiting";
            case APPROVED -> "sent";
            case ARRIVED -> "new";
            case ANSWERED_ACCEPTED -> "accepted";
            case ANSWERED_REFUSED -> "refused";
            case ANSWERED_FEEDBACK -> "fed-back";
            case LOCKED -> "withdrawn";
            case CHANGED,
                SENT_BACK,
                CANCELLED,
                TAKEN_BACK,
                WITHDRAWN,
                ACCEPTED,
                REFUSED,
                FED_BACK,
                NOT_TOLD,
                TASK_GIVEN,
                TASK_CLOSED,
                VISITED ->
                Referral.code(this);
          };
    }
  }

  /// One step.
  ///
  /// @param reason a code, or empty
  /// @param by none when another node did it
  /// @param words as typed, or the answer's body; empty when there are none or her key is gone
  @Personal
  record Step(
      UUID id,
      What what,
      String reason,
      Instant at,
      Account.@Nullable Id by,
      Office.@Nullable Id office,
      String words) {
    @Override
    public String toString() {
      return "Step[redacted]";
    }
  }

  private final JdbcClient sql;
  private final Vault vault;

  Steps(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  static final String ADD =
      """
      insert into referrals.step (id, person, referral, what, reason, at, account, office, sealed)
      values (:id, :person, :referral, :what, :reason, :at, cast(:account as uuid), cast(:office as uuid),
              cast(:sealed as bytea))
      on conflict (id, person) do nothing
      """;

  /// What is about to be written down.
  record New(UUID referral, PersonId person, What what, String reason, String words) {
    static New of(UUID referral, PersonId person, What what) {
      return new New(referral, person, what, "", "");
    }

    @Override
    public String toString() {
      return "New[redacted]";
    }
  }

  /// Writes a step down.
  void add(New step, @Nullable SignedIn by, Instant now) {
    add(UuidCreator.getTimeOrderedEpoch(), step, by, now);
  }

  /// Writes a step down under the identifier of the message that told it.
  void add(UUID id, New step, @Nullable SignedIn by, Instant now) {
    UUID person = step.person().value();
    sql.sql(ADD)
        .param("id", id)
        .param("person", person)
        .param("referral", step.referral())
        .param("what", step.what().name())
        .param("reason", step.reason())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("account", by == null ? null : by.id().value())
        .param("office", by == null ? null : by.office().id().value())
        .param(
            "sealed",
            step.words().isEmpty() ? null : vault.open(person).seal(person, spot(id), step.words()))
        .update();
  }

  static final String TOLD_BY =
      "select referral, person from referrals.step where id = :id and account is not null";

  /// The step that says that what this message of ours told was not told; none when no step is its.
  Optional<New> notTold(UUID message, String why) {
    return sql.sql(TOLD_BY)
        .param("id", message)
        .query((row, n) ->
            new New(
                row.getObject("referral", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                What.NOT_TOLD,
                why,
                ""))
        .optional();
  }

  static final String OF =
      """
      select id, what, reason, at, account, office, sealed from referrals.step
       where referral = :referral and person = :person order by at, id
      """;

  /// All steps, oldest first.
  List<Step> of(UUID referral, PersonId person, Keys keys) {
    return sql.sql(OF)
        .param("referral", referral)
        .param("person", person.value())
        .query((row, n) -> {
          UUID id = row.getObject("id", UUID.class);
          UUID account = row.getObject("account", UUID.class);
          UUID office = row.getObject("office", UUID.class);
          return new Step(
              id,
              What.valueOf(row.getString("what")),
              row.getString("reason"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              account == null ? null : new Account.Id(account),
              office == null ? null : new Office.Id(office),
              keys.open(person.value(), spot(id), row.getBytes("sealed")).orElse(""));
        })
        .list();
  }

  private static Spot spot(UUID id) {
    return new Spot("referrals.step", "sealed", id);
  }
}

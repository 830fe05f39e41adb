package org.sampan.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Office;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what was done here in a case, of who works on it, and of its findable numbers.
@Repository
class Acts {

  /// What can be done on the near bank.
  enum What {
    OPENED,
    RECEIVED,
    CHANGED,
    ASSIGNED,
    UNASSIGNED,
    STATUS,
    LOCKED,
    ERASED,
    /// Another office opened a case that may be of the same person.
    LIKELY_MATCH,
    CONSENT_GIVEN,
    CONSENT_REFUSED,
    CONSENT_WITHDRAWN;

    String words() {
      return "casework.act." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One act.
  ///
  /// @param detail a code: the section changed, the status given
  record Done(
      What what, String detail, Instant at, Account.@Nullable Id by, Office.@Nullable Id office) {

    /// Whether its detail is an account: who was given the case, or relieved of it.
    boolean isAboutAccount() {
      return what == What.ASSIGNED || what == What.UNASSIGNED;
    }
  }

  private final JdbcClient sql;

  Acts(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into casework.act (id, case_file, what, detail, at, account, office)
      values (:id, :case, :what, :detail, :at, cast(:account as uuid), cast(:office as uuid))
      """;

  void add(CaseFile.Id file, What what, String detail, Instant now, @Nullable SignedIn by) {
    sql.sql(ADD)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("case", file.value())
        .param("what", what.name())
        .param("detail", detail)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("account", by == null ? null : by.id().value())
        .param("office", by == null ? null : by.office().id().value())
        .update();
  }

  static final String OF =
      "select what, detail, at, account, office from casework.act where case_file = :case order by at, id";

  List<Done> of(CaseFile.Id file) {
    return sql.sql(OF)
        .param("case", file.value())
        .query((row, n) -> {
          UUID account = row.getObject("account", UUID.class);
          UUID office = row.getObject("office", UUID.class);
          return new Done(
              What.valueOf(row.getString("what")),
              row.getString("detail"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              account == null ? null : new Account.Id(account),
              office == null ? null : new Office.Id(office));
        })
        .list();
  }

  static final String FORGET =
      "delete from casework.exact_number where case_file = :case and section = :section";
  static final String REMEMBER =
      """
      insert into casework.exact_number (case_file, section, digest) values (:case, :section, :digest)
      on conflict do nothing
      """;

  /// Makes a case findable by these numbers of a section, and no longer by older ones.
  void remember(CaseFile.Id file, Question.Section section, Collection<byte[]> digests) {
    sql.sql(FORGET).param("case", file.value()).param("section", section.name()).update();
    for (byte[] digest : digests) {
      sql.sql(REMEMBER)
          .param("case", file.value())
          .param("section", section.name())
          .param("digest", digest)
          .update();
    }
  }

  static final String FORGET_ALL = "delete from casework.exact_number where case_file = :case";

  void forget(CaseFile.Id file) {
    sql.sql(FORGET_ALL).param("case", file.value()).update();
  }

  static final String NUMBERED =
      "select distinct case_file from casework.exact_number where digest = :digest limit 20";

  /// The cases that have this number.
  List<CaseFile.Id> numbered(byte[] digest) {
    return sql.sql(NUMBERED)
        .param("digest", digest)
        .query((row, n) -> new CaseFile.Id(row.getObject("case_file", UUID.class)))
        .list();
  }

  static final String ASSIGN =
      "insert into casework.assignment (case_file, account, at) values (:case, :account, :at) on conflict do nothing";

  void assign(CaseFile.Id id, Account.Id to, Instant now) {
    sql.sql(ASSIGN)
        .param("case", id.value())
        .param("account", to.value())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String UNASSIGN =
      "delete from casework.assignment where case_file = :case and account = :account";

  boolean unassign(CaseFile.Id id, Account.Id from) {
    return sql.sql(UNASSIGN).param("case", id.value()).param("account", from.value()).update() == 1;
  }

  static final String UNATTENDED =
      """
      select count(*) as many from casework.case_file c
       where c.source_node is not null and c.owner = :nobody and c.office = :office
         and c.status in ('ACTIVE', 'FOLLOW_UP') and c.locked is null and c.erased is null
         and not exists (select from casework.assignment a where a.case_file = c.id)
      """;

  /// How many cases another country sent to her office that nobody works on yet.
  long unattended(SignedIn reader) {
    if (reader.reach(Duty.SEE_CASE).compareTo(Reach.OFFICE) < 0) {
      return 0;
    }
    return sql.sql(UNATTENDED)
        .param("nobody", Intake.NOBODY.value())
        .param("office", reader.office().id().value())
        .query((row, n) -> row.getLong("many"))
        .single();
  }
}

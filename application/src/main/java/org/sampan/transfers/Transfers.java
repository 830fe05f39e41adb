package org.sampan.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Consent;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.exchange.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of transfers, ours and those offered to us.
@Repository
class Transfers {

  private final JdbcClient sql;

  Transfers(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into transfers.transfer (id, ours, case_file, person, node, office, request, purpose, why, giver, agreed,
             consent, state, reason, version, author, author_office, made, changed, changed_by, changed_in)
      values (:id, :ours, :file, :person, :node, :office, :request, :purpose, :why, :giver, :agreed,
              cast(:consent as uuid), :state, '', 1, cast(:author as uuid), cast(:authorOffice as uuid), :made, :made,
              cast(:author as uuid), cast(:authorOffice as uuid))
      on conflict (id) do nothing
      """;

  /// Adds one; false when the same was taken before.
  boolean add(Transfer one) {
    Transfer.Terms terms = one.terms();
    Transfer.By author = one.author();
    return sql.sql(ADD)
            .param("id", one.id().value())
            .param("ours", one.ours())
            .param("file", one.caseFile().value())
            .param("person", one.person().value())
            .param("node", one.other().node())
            .param("office", one.other().office())
            .param("request", terms.request().value())
            .param("purpose", terms.purpose().name())
            .param("why", terms.why().name())
            .param("giver", terms.giver().name())
            .param("agreed", terms.agreed())
            .param("consent", terms.consent())
            .param("state", one.state().name())
            .param("author", author == null ? null : author.account().value())
            .param("authorOffice", author == null ? null : author.office().value())
            .param("made", one.made().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static final String COLUMNS =
      """
      select t.id, t.ours, t.case_file, t.person, t.node, t.office, t.request, t.purpose, t.why, t.giver, t.agreed,
             t.consent, t.state, t.reason, t.version, t.author, t.author_office, t.made, t.changed, t.changed_by,
             t.changed_in
        from transfers.transfer t
      """;
  static final String FIND = COLUMNS + " where t.id = :id";
  static final String LOCK = COLUMNS + " where t.id = :id for update";

  Optional<Transfer> find(Transfer.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  /// One, kept from others until the transaction ends.
  Optional<Transfer> lock(Transfer.Id id) {
    return sql.sql(LOCK).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  /// One of ours that stands there in this version, locked.
  Optional<Transfer> waiting(Transfer.Id id, int basedOn, Transfer.State state) {
    return lock(id).filter(one -> one.ours() && one.version() == basedOn && one.state() == state);
  }

  static final String OF_CASE = COLUMNS + " where t.case_file = :file order by t.made, t.id";

  List<Transfer> of(CaseFile.Id file) {
    return sql.sql(OF_CASE).param("file", file.value()).query((row, n) -> row(row)).list();
  }

  static final String ONE_A_CASE =
      "select pg_advisory_xact_lock(hashtext('transfers'), hashtext(:file))";

  /// One transfer of a case at a time.
  void alone(CaseFile.Id file) {
    sql.sql(ONE_A_CASE).param("file", file.value().toString()).query((row, n) -> true).list();
  }

  static final String RELYING = COLUMNS + " where t.consent = :consent order by t.id for update";

  /// Those of ours under this consent.
  List<Transfer> relyingOn(Consent.Id consent) {
    return sql.sql(RELYING).param("consent", consent.value()).query((row, n) -> row(row)).list();
  }

  static final String OPEN =
      COLUMNS + " where t.state in ('WAITING', 'OFFERED') order by t.changed limit 500";

  /// Those for which an office of ours must act, longest first.
  List<Transfer> open() {
    return sql.sql(OPEN).query((row, n) -> row(row)).list();
  }

  static final String MOVE =
      """
      update transfers.transfer
         set state = :state, reason = :reason, consent = coalesce(cast(:consent as uuid), consent), changed = :at,
             changed_by = cast(:by as uuid), changed_in = cast(:in as uuid), version = version + 1
       where id = :id
      """;

  /// A change of a locked one.
  ///
  /// @param consent what it leaves under, when that is known only now
  record Move(Transfer.State to, String reason, @Nullable UUID consent) {
    static Move to(Transfer.State state) {
      return new Move(state, "", null);
    }
  }

  void move(Transfer.Id id, Move move, Instant at, Transfer.@Nullable By by) {
    sql.sql(MOVE)
        .param("state", move.to().name())
        .param("reason", move.reason())
        .param("consent", move.consent())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by == null ? null : by.account().value())
        .param("in", by == null ? null : by.office().value())
        .param("id", id.value())
        .update();
  }

  private static Transfer row(ResultSet row) throws SQLException {
    return new Transfer(
        new Transfer.Id(row.getObject("id", UUID.class)),
        row.getBoolean("ours"),
        new CaseFile.Id(row.getObject("case_file", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new Transfer.Other(row.getString("node"), row.getString("office")),
        new Transfer.Terms(
            new MessageId(row.getObject("request", UUID.class)),
            Purpose.valueOf(row.getString("purpose")),
            Transfer.Why.valueOf(row.getString("why")),
            Consent.Giver.valueOf(row.getString("giver")),
            row.getObject("agreed", LocalDate.class),
            row.getObject("consent", UUID.class)),
        Transfer.State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getInt("version"),
        by(row, "author", "author_office"),
        moment(row, "made"),
        new Transfer.Changed(moment(row, "changed"), by(row, "changed_by", "changed_in")));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Transfer.@Nullable By by(ResultSet row, String account, String office)
      throws SQLException {
    UUID who = row.getObject(account, UUID.class);
    UUID where = row.getObject(office, UUID.class);
    return who == null || where == null
        ? null
        : new Transfer.By(new Account.Id(who), new Office.Id(where));
  }
}

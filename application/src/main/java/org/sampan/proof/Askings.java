package org.sampan.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Holding;
import org.sampan.casework.CaseFile;
import org.sampan.consents.PersonId;
import org.sampan.vault.Keys;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The askings of this node.
@Repository
class Askings {

  private final JdbcClient sql;
  private final Vault vault;

  Askings(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  static final String ADD =
      """
      insert into proof.asking (id, case_file, person, author, office, agency, asked, ground, why, letters, state, until)
      values (:id, :caseFile, :person, :author, :office, :agency, :asked, :ground, :why, :letters, 'WAITING', :until)
      on conflict (id) do nothing
      """;

  /// Adds one; false when the same form was already taken.
  @Transactional(propagation = Propagation.MANDATORY)
  boolean add(Asking asking, Holding holding) {
    UUID person = asking.person().value();
    return sql.sql(ADD)
            .param("id", asking.id().value())
            .param("caseFile", asking.caseFile().value())
            .param("person", person)
            .param("author", asking.author().value())
            .param("office", holding.office().value())
            .param("agency", holding.agency().value())
            .param("asked", asking.asked().atOffset(ZoneOffset.UTC))
            .param("ground", asking.ground().name())
            .param("why", vault.open(person).seal(person, spot("why", asking.id()), asking.why()))
            .param("letters", asking.letters().toArray(UUID[]::new))
            .param("until", asking.standing().until().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static final String COLUMNS =
      """
      select id, case_file, person, author, asked, ground, why, letters, state, decided_by, decided, answer, until, taken
        from proof.asking
      """;
  static final String FIND = COLUMNS + " where id = :id";

  @Transactional(readOnly = true)
  Optional<Asking> find(Asking.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String LOCK = COLUMNS + " where id = :id for update";

  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Asking> lock(Asking.Id id) {
    return sql.sql(LOCK).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String OF_CASE =
      COLUMNS + " where case_file = :caseFile order by asked desc, id desc";

  /// Those of one case, newest first.
  @Transactional(readOnly = true)
  List<Asking> of(CaseFile.Id caseFile) {
    return sql.sql(OF_CASE).param("caseFile", caseFile.value()).query((row, n) -> row(row)).list();
  }

  static final String UNDER_WAY =
      COLUMNS
          + """
           where state in ('WAITING', 'APPROVED') and until > :now
             and (author = :me or state = 'WAITING' and (office = :office or agency = :agency))
           order by asked, id limit 200
          """;

  /// What waits for a decision near this office, and what its author can still have.
  ///
  /// @param near the office and agency, as a holding says them
  @Transactional(readOnly = true)
  List<Asking> underWay(Account.Id me, Holding near, Instant now) {
    return sql.sql(UNDER_WAY)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("me", me.value())
        .param("office", near.office().value())
        .param("agency", near.agency().value())
        .query((row, n) -> row(row))
        .list();
  }

  static final String DECIDE =
      """
      update proof.asking
         set state = :state, decided_by = :by, decided = :decided, answer = cast(:answer as bytea), until = :until
       where id = :id and state = 'WAITING'
      """;

  @Transactional(propagation = Propagation.MANDATORY)
  void decide(Asking asking, Asking.Standing to) {
    UUID person = asking.person().value();
    sql.sql(DECIDE)
        .param("id", asking.id().value())
        .param("state", to.state().name())
        .param("by", to.by() == null ? null : to.by().value())
        .param("decided", to.decided() == null ? null : to.decided().atOffset(ZoneOffset.UTC))
        .param(
            "answer",
            to.answer().isEmpty()
                ? null
                : vault.open(person).seal(person, spot("answer", asking.id()), to.answer()))
        .param("until", to.until().atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String TAKEN = "update proof.asking set taken = taken + 1 where id = :id";

  @Transactional(propagation = Propagation.MANDATORY)
  void taken(Asking.Id id) {
    sql.sql(TAKEN).param("id", id.value()).update();
  }

  private Asking row(ResultSet row) throws SQLException {
    Asking.Id id = new Asking.Id(row.getObject("id", UUID.class));
    UUID person = row.getObject("person", UUID.class);
    UUID by = row.getObject("decided_by", UUID.class);
    Keys keys = vault.open(person);
    return new Asking(
        id,
        new CaseFile.Id(row.getObject("case_file", UUID.class)),
        new PersonId(person),
        new Account.Id(row.getObject("author", UUID.class)),
        row.getObject("asked", OffsetDateTime.class).toInstant(),
        Asking.Ground.valueOf(row.getString("ground")),
        keys.open(person, spot("why", id), row.getBytes("why")).orElse(""),
        Arrays.asList((UUID[]) row.getArray("letters").getArray()),
        new Asking.Standing(
            Asking.State.valueOf(row.getString("state")),
            by == null ? null : new Account.Id(by),
            moment(row, "decided"),
            keys.open(person, spot("answer", id), row.getBytes("answer")).orElse(""),
            row.getObject("until", OffsetDateTime.class).toInstant(),
            row.getInt("taken")));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Spot spot(String column, Asking.Id id) {
    return new Spot("proof.asking", column, id.value());
  }
}

package org.sampan.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.vault.Keys;
import org.sampan.vault.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what went past people's answers, and of its review.
@Repository
class Overrulings {

  private final JdbcClient sql;

  Overrulings(JdbcClient sql) {
    this.sql = sql;
  }

  private static final String COLUMNS =
      """
      select o.id, o.person, o.case_file, o.purpose, o.country, o.node, o.office, o.categories, o.reason,
             o.at, o.account, o.made_in, o.agency, o.hash,
             v.at as verdict_at, v.account as verdict_by, v.finding
        from consents.overruling o left join consents.verdict v on v.overruling = o.id
      """;
  static final String OF = COLUMNS + " where o.person = :person order by o.at desc, o.id desc";

  List<Overruling> of(PersonId person) {
    return sql.sql(OF).param("person", person.value()).query((row, n) -> row(row)).list();
  }

  static final String FIND = COLUMNS + " where o.id = :id";

  Optional<Overruling> find(Overruling.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String TO_REVIEW =
      COLUMNS
          + """
           where (cast(:agency as uuid) is null or o.agency = cast(:agency as uuid))
             and (v.overruling is null or v.at > cast(:since as timestamptz))
           order by (v.overruling is not null), o.at desc, o.id desc
           limit 200
          """;

  /// Those that wait, then those reviewed since that moment.
  List<Overruling> toReview(Agency.@Nullable Id agency, java.time.Instant since) {
    return sql.sql(TO_REVIEW)
        .param("agency", agency == null ? null : agency.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row(row))
        .list();
  }

  static final String WAITING =
      """
      select count(*) as many from consents.overruling o
       where (cast(:agency as uuid) is null or o.agency = cast(:agency as uuid))
         and o.account <> :reviewer
         and not exists (select from consents.verdict v where v.overruling = o.id)
      """;

  long waiting(Agency.@Nullable Id agency, Account.Id reviewer) {
    return sql.sql(WAITING)
        .param("agency", agency == null ? null : agency.value())
        .param("reviewer", reviewer.value())
        .query((row, n) -> row.getLong("many"))
        .single();
  }

  static final String ADD =
      """
      insert into consents.overruling (id, person, case_file, purpose, country, node, office, categories, reason,
                                       explained, at, account, made_in, agency, hash)
      values (:id, :person, :case, :purpose, :country, :node, :office, :categories, :reason,
              :explained, :at, :account, :in, :agency, :hash)
      on conflict (id) do nothing
      """;

  /// Adds one; false when the same form was already taken.
  boolean add(Overruling overruling, byte[] explained) {
    Scope scope = overruling.scope();
    return sql.sql(ADD)
            .param("id", overruling.id().value())
            .param("person", overruling.person().value())
            .param("case", overruling.caseFile())
            .param("purpose", scope.purpose().name())
            .param("country", scope.recipient().country())
            .param("node", scope.recipient().node())
            .param("office", scope.recipient().office())
            .param("categories", Consents.names(scope.categories()))
            .param("reason", overruling.reason().name())
            .param("explained", explained)
            .param("at", overruling.made().at().atOffset(ZoneOffset.UTC))
            .param("account", overruling.made().by().value())
            .param("in", overruling.made().office().value())
            .param("agency", overruling.made().agency().value())
            .param("hash", overruling.hash())
            .update()
        == 1;
  }

  static final String JUDGE =
      """
      insert into consents.verdict (overruling, at, account, finding) values (:overruling, :at, :account, :finding)
      on conflict (overruling) do nothing
      """;

  /// Keeps the finding; false when there is one already.
  boolean judge(Overruling.Id id, Overruling.Verdict verdict) {
    return sql.sql(JUDGE)
            .param("overruling", id.value())
            .param("at", verdict.at().atOffset(ZoneOffset.UTC))
            .param("account", verdict.by().value())
            .param("finding", verdict.finding().name())
            .update()
        == 1;
  }

  static final String EXPLAINED = "select explained from consents.overruling where id = :id";

  /// The reason in words; none when her key is gone.
  Optional<String> explained(Overruling overruling, Keys keys) {
    byte[] sealed =
        sql.sql(EXPLAINED)
            .param("id", overruling.id().value())
            .query((row, n) -> row.getBytes("explained"))
            .single();
    return keys.open(overruling.person().value(), spot(overruling.id()), sealed);
  }

  static Spot spot(Overruling.Id id) {
    return new Spot("consents.overruling", "explained", id.value());
  }

  private static Overruling row(ResultSet row) throws SQLException {
    OffsetDateTime judged = row.getObject("verdict_at", OffsetDateTime.class);
    return new Overruling(
        new Overruling.Id(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("case_file", UUID.class),
        Consents.scope(row),
        Overruling.Reason.valueOf(row.getString("reason")),
        new Overruling.Made(
            row.getObject("at", OffsetDateTime.class).toInstant(),
            new Account.Id(row.getObject("account", UUID.class)),
            new Office.Id(row.getObject("made_in", UUID.class)),
            new Agency.Id(row.getObject("agency", UUID.class))),
        row.getString("hash"),
        judged == null
            ? null
            : new Overruling.Verdict(
                judged.toInstant(),
                new Account.Id(row.getObject("verdict_by", UUID.class)),
                Overruling.Finding.valueOf(row.getString("finding"))));
  }
}

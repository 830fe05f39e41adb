package org.sampan.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.consents.Category;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.vault.Keys;
import org.sampan.vault.Personal;
import org.sampan.vault.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what others ask of us.
@Repository
class ReceivedReferrals {

  private final JdbcClient sql;

  ReceivedReferrals(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into referrals.received (id, node, country, from_office, office, agency, case_file, person, purpose,
             service, urgency, language, categories, arrived, due, state, version, changed, sealed)
      values (:id, :node, :country, :fromOffice, :office, :agency, :file, :person, :purpose, :service, :urgency,
              :language, :categories, :arrived, :due, 'NEW', 1, :arrived, :sealed)
      on conflict (id) do nothing
      """;

  /// Adds what arrived; false when it is here already.
  boolean add(Received received, RequestBody body, Keys keys) {
    Received.Asked asked = received.asked();
    UUID person = received.person().value();
    return sql.sql(ADD)
            .param("id", received.id().value())
            .param("node", received.from().node())
            .param("country", received.from().country())
            .param("fromOffice", received.from().office())
            .param("office", received.office().value())
            .param("agency", received.agency().value())
            .param("file", received.caseFile().value())
            .param("person", person)
            .param("purpose", asked.purpose().name())
            .param("service", asked.need().name())
            .param("urgency", asked.urgency().name())
            .param("language", asked.language())
            .param("categories", received.allowed().stream().map(Enum::name).toArray(String[]::new))
            .param("arrived", received.arrived().atOffset(ZoneOffset.UTC))
            .param("due", received.due().atOffset(ZoneOffset.UTC))
            .param("sealed", keys.seal(person, spot(received.id()), body.text()))
            .update()
        == 1;
  }

  private static final String COLUMNS =
      """
      select r.id, r.node, r.country, r.from_office, r.office, r.agency, r.case_file, r.person, r.purpose, r.service,
             r.urgency, r.language, r.categories, r.arrived, r.due, r.state, r.version, r.changed
        from referrals.received r
      """;
  static final String FIND = COLUMNS + " where r.id = :id";
  static final String LOCK = COLUMNS + " where r.id = :id for update";

  Optional<Received> find(Received.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  /// What was received, kept from others until the transaction ends.
  Optional<Received> lock(Received.Id id) {
    return sql.sql(LOCK).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String OF_CASE = COLUMNS + " where r.case_file = :file order by r.arrived, r.id";

  List<Received> of(CaseFile.Id file) {
    return sql.sql(OF_CASE).param("file", file.value()).query((row, n) -> row(row)).list();
  }

  private static final String REACHED =
      """
       where ((:reach >= 3 and r.office = :office) or (:reach >= 4 and r.agency = :agency) or :reach >= 5)
         and (not :waiting or r.state = 'NEW')
         and (not :toReview or (r.state = 'ACCEPTED' and exists
               (select from referrals.task t where t.received = r.id and t.state = 'DONE')))
      """;
  static final String LIST =
      COLUMNS
          + REACHED
          + " order by (r.state = 'NEW') desc, case when r.state = 'NEW' then r.due end, r.changed desc, r.id"
          + " limit :most offset :from";
  static final String COUNT = "select count(*) as many from referrals.received r " + REACHED;

  /// Which part of the inbox.
  enum Show {
    WAITING,
    REVIEW,
    ALL;

    String code() {
      return Referral.code(this);
    }
  }

  List<Received> list(Show show, Reach reach, int page, SignedIn reader) {
    return asked(LIST, show, reach, reader)
        .param("most", ListPage.ROWS + 1)
        .param("from", ListPage.ROWS * (page - 1))
        .query((row, n) -> row(row))
        .list();
  }

  long count(Show show, Reach reach, SignedIn reader) {
    return asked(COUNT, show, reach, reader).query((row, n) -> row.getLong("many")).single();
  }

  private JdbcClient.StatementSpec asked(String which, Show show, Reach reach, SignedIn reader) {
    return sql.sql(which)
        .param("office", reader.office().id().value())
        .param("agency", reader.office().agency().value())
        .param("reach", reach.ordinal())
        .param("waiting", show == Show.WAITING)
        .param("toReview", show == Show.REVIEW);
  }

  static final String MOVE =
      "update referrals.received set state = :state, changed = :at, version = version + 1 where id = :id";

  /// Moves what was locked on.
  void move(Received.Id id, Received.State to, Instant now) {
    sql.sql(MOVE)
        .param("state", to.name())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  static final String SEALED = "select sealed from referrals.received where id = :id";

  /// What it says; none when it is locked or the person's key is gone.
  Optional<RequestBody> body(Received received, Keys keys) {
    if (!received.state().readable()) {
      return Optional.empty();
    }
    byte[] sealed =
        sql.sql(SEALED)
            .param("id", received.id().value())
            .query((row, n) -> row.getBytes("sealed"))
            .single();
    return keys.open(received.person().value(), spot(received.id()), sealed).map(Body::own);
  }

  /// A translation of one text, by a named person.
  @Personal
  record Translation(
      UUID id, Extract.Item item, String language, Instant at, Account.Id by, String text) {
    @Override
    public String toString() {
      return "Translation[redacted]";
    }
  }

  static final String TRANSLATE =
      """
      insert into referrals.translation (id, received, item, language, at, account, sealed)
      values (:id, :received, :item, :language, :at, :account, :sealed)
      on conflict (id) do nothing
      """;

  /// Keeps a translation beside the original; false when the same form was taken before.
  boolean translate(Received received, Translation one, Keys keys) {
    return sql.sql(TRANSLATE)
            .param("id", one.id())
            .param("received", received.id().value())
            .param("item", one.item().name())
            .param("language", one.language())
            .param("at", one.at().atOffset(ZoneOffset.UTC))
            .param("account", one.by().value())
            .param("sealed", keys.seal(received.person().value(), beside(one.id()), one.text()))
            .update()
        == 1;
  }

  static final String TRANSLATIONS =
      """
      select id, item, language, at, account, sealed from referrals.translation
       where received = :id order by at, id
      """;

  List<Translation> translations(Received received, Keys keys) {
    UUID person = received.person().value();
    return sql.sql(TRANSLATIONS)
        .param("id", received.id().value())
        .query((row, n) -> {
          UUID id = row.getObject("id", UUID.class);
          return new Translation(
              id,
              Extract.Item.valueOf(row.getString("item")),
              row.getString("language"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              new Account.Id(row.getObject("account", UUID.class)),
              keys.open(person, beside(id), row.getBytes("sealed")).orElse(""));
        })
        .list();
  }

  private static Spot spot(Received.Id id) {
    return new Spot("referrals.received", "sealed", id.value());
  }

  private static Spot beside(UUID id) {
    return new Spot("referrals.translation", "sealed", id);
  }

  private static Received row(ResultSet row) throws SQLException {
    return new Received(
        new Received.Id(row.getObject("id", UUID.class)),
        new Received.From(
            row.getString("node"), row.getString("country"), row.getString("from_office")),
        new Office.Id(row.getObject("office", UUID.class)),
        new Agency.Id(row.getObject("agency", UUID.class)),
        new CaseFile.Id(row.getObject("case_file", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new Received.Asked(
            Purpose.valueOf(row.getString("purpose")),
            Referral.Need.valueOf(row.getString("service")),
            Referral.Urgency.valueOf(row.getString("urgency")),
            row.getString("language")),
        Arrays.stream(Referrals.texts(row, "categories"))
            .map(Category::valueOf)
            .collect(Collectors.toSet()),
        row.getObject("arrived", OffsetDateTime.class).toInstant(),
        row.getObject("due", OffsetDateTime.class).toInstant(),
        Received.State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }
}

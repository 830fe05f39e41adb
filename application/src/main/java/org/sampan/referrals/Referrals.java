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
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.consents.PersonId;
import org.sampan.consents.Purpose;
import org.sampan.consents.Recipient;
import org.sampan.vault.Keys;
import org.sampan.vault.Personal;
import org.sampan.vault.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what we ask of others.
@Repository
class Referrals {

  private final JdbcClient sql;

  Referrals(JdbcClient sql) {
    this.sql = sql;
  }

  /// What of a referral is sealed under her key.
  ///
  /// @param noAgreement why no agreement is named
  /// @param body what leaves, once it was handed in; else empty
  @Personal
  record Sealed(String noAgreement, String body) {
    @Override
    public String toString() {
      return "Sealed[redacted]";
    }
  }

  private static final String COLUMNS =
      """
      select r.id, r.case_file, r.person, r.purpose, r.service, r.country, r.node, r.office, r.agreement, r.urgency,
             r.language, r.kept, r.stays, r.state, r.version, r.author, r.author_office, r.author_agency,
             r.authority, r.made, r.changed
        from referrals.referral r
      """;
  static final String FIND = COLUMNS + " where r.id = :id";
  static final String LOCK = COLUMNS + " where r.id = :id for update";

  Optional<Referral> find(Referral.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  /// The referral, kept from others until the transaction ends.
  Optional<Referral> lock(Referral.Id id) {
    return sql.sql(LOCK).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String OF_CASE = COLUMNS + " where r.case_file = :file order by r.made, r.id";

  List<Referral> of(CaseFile.Id file) {
    return sql.sql(OF_CASE).param("file", file.value()).query((row, n) -> row(row)).list();
  }

  static final String RELYING =
      COLUMNS
          + " where r.authority = :authority and r.state in ('SENT', 'ACCEPTED', 'REFUSED', 'FED_BACK')"
          + " order by r.id for update";

  /// Those that left under this consent or overruling.
  List<Referral> relyingOn(UUID authority) {
    return sql.sql(RELYING).param("authority", authority).query((row, n) -> row(row)).list();
  }

  private static final String REACHED =
      """
       where (r.author = :me or (:reach >= 3 and r.author_office = :office)
              or (:reach >= 4 and r.author_agency = :agency) or :reach >= 5)
         and (cast(:state as text) is null or r.state = cast(:state as text))
         and (not :others or r.author <> :me) and (not :mine or r.author = :me)
      """;
  static final String LIST =
      COLUMNS + REACHED + " order by r.changed desc, r.id desc limit :most offset :from";
  static final String COUNT = "select count(*) as many from referrals.referral r " + REACHED;

  /// Which ones a list shows.
  ///
  /// @param state only those that stand there
  /// @param others only those somebody else wrote
  /// @param mine only those she wrote
  record Shown(Referral.@Nullable State state, boolean others, boolean mine) {}

  List<Referral> list(Shown shown, Reach reach, int page, SignedIn reader) {
    return asked(LIST, shown, reach, reader)
        .param("most", ListPage.ROWS + 1)
        .param("from", ListPage.ROWS * (page - 1))
        .query((row, n) -> row(row))
        .list();
  }

  long count(Shown shown, Reach reach, SignedIn reader) {
    return asked(COUNT, shown, reach, reader).query((row, n) -> row.getLong("many")).single();
  }

  private JdbcClient.StatementSpec asked(String which, Shown shown, Reach reach, SignedIn reader) {
    Referral.State state = shown.state();
    return sql.sql(which)
        .param("me", reader.id().value())
        .param("office", reader.office().id().value())
        .param("agency", reader.office().agency().value())
        .param("reach", reach.ordinal())
        .param("state", state == null ? null : state.name())
        .param("others", shown.others())
        .param("mine", shown.mine());
  }

  static final String ADD =
      """
      insert into referrals.referral (id, case_file, person, purpose, service, country, node, office, agreement,
             urgency, language, kept, stays, state, version, author, author_office, author_agency, sealed, made,
             changed)
      values (:id, :file, :person, :purpose, :service, :country, :node, :office, :agreement, :urgency, :language,
              :kept, :stays, :state, :version, :author, :authorOffice, :authorAgency, :sealed, :made, :changed)
      on conflict (id) do nothing
      """;

  /// Adds a draft; false when the same form was taken before.
  boolean add(Referral referral, Sealed sealed, Keys keys) {
    return written(ADD, referral, sealed, keys)
            .param("file", referral.caseFile().value())
            .param("person", referral.person().value())
            .param("author", referral.author().account().value())
            .param("authorOffice", referral.author().office().value())
            .param("authorAgency", referral.author().agency().value())
            .param("made", referral.made().atOffset(ZoneOffset.UTC))
            .param("version", referral.version())
            .update()
        == 1;
  }

  static final String CHANGE =
      """
      update referrals.referral
         set purpose = :purpose, service = :service, country = :country, node = :node, office = :office,
             agreement = :agreement, urgency = :urgency, language = :language, kept = :kept, stays = :stays,
             state = :state, sealed = :sealed, changed = :changed, version = version + 1
       where id = :id and version = :version
      """;

  /// Writes a draft anew; false when somebody changed it meanwhile.
  boolean change(Referral referral, Sealed sealed, Keys keys) {
    return written(CHANGE, referral, sealed, keys).param("version", referral.version()).update()
        == 1;
  }

  private JdbcClient.StatementSpec written(
      String which, Referral referral, Sealed sealed, Keys keys) {
    Referral.Terms terms = referral.terms();
    return sql.sql(which)
        .param("id", referral.id().value())
        .param("purpose", terms.purpose().name())
        .param("service", terms.need().name())
        .param("country", terms.to().country())
        .param("node", terms.to().node())
        .param("office", terms.to().office())
        .param("agreement", terms.agreement())
        .param("urgency", terms.urgency().name())
        .param("language", terms.language())
        .param("kept", referral.kept().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param(
            "stays",
            referral.stays().stream().map(s -> s.item() + ":" + s.reason()).toArray(String[]::new))
        .param("state", referral.state().name())
        .param(
            "sealed",
            keys.seal(
                referral.person().value(),
                spot(referral.id()),
                Body.JSON.writeValueAsString(sealed)))
        .param("changed", referral.changed().atOffset(ZoneOffset.UTC));
  }

  static final String MOVE =
      """
      update referrals.referral
         set state = :state, authority = coalesce(cast(:authority as uuid), authority), changed = :at,
             version = version + 1
       where id = :id
      """;

  /// Moves a locked referral on.
  void move(Referral.Id id, Referral.State to, @Nullable UUID authority, Instant now) {
    sql.sql(MOVE)
        .param("state", to.name())
        .param("authority", authority)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  static final String SEALED = "select sealed from referrals.referral where id = :id";

  /// What was sealed; empty texts once the person's key is gone.
  Sealed sealed(Referral referral, Keys keys) {
    byte[] sealed =
        sql.sql(SEALED)
            .param("id", referral.id().value())
            .query((row, n) -> row.getBytes("sealed"))
            .single();
    return keys.open(referral.person().value(), spot(referral.id()), sealed)
        .map(text -> Body.JSON.readValue(text, Sealed.class))
        .orElse(new Sealed("", ""));
  }

  private static Spot spot(Referral.Id id) {
    return new Spot("referrals.referral", "sealed", id.value());
  }

  private static Referral row(ResultSet row) throws SQLException {
    Recipient to =
        new Recipient(row.getString("country"), row.getString("node"), row.getString("office"));
    Referral.Terms terms =
        new Referral.Terms(
            to,
            Purpose.valueOf(row.getString("purpose")),
            Referral.Need.valueOf(row.getString("service")),
            row.getString("agreement"),
            Referral.Urgency.valueOf(row.getString("urgency")),
            row.getString("language"));
    return new Referral(
        new Referral.Id(row.getObject("id", UUID.class)),
        new CaseFile.Id(row.getObject("case_file", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        terms,
        Arrays.stream(texts(row, "kept")).map(Extract.Item::valueOf).collect(Collectors.toSet()),
        Arrays.stream(texts(row, "stays")).map(Extract.Stay::of).toList(),
        Referral.State.valueOf(row.getString("state")),
        row.getInt("version"),
        new Referral.Author(
            new Account.Id(row.getObject("author", UUID.class)),
            new Office.Id(row.getObject("author_office", UUID.class)),
            new Agency.Id(row.getObject("author_agency", UUID.class))),
        row.getObject("authority", UUID.class),
        row.getObject("made", OffsetDateTime.class).toInstant(),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }

  static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}

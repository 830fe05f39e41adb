package org.sampan.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.Office;
import org.sampan.vault.Keys;
import org.sampan.vault.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Her answers, and the front door: what may leave, under which of them.
@Repository
public class Consents {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient sql;
  private final Overrulings overrulings;

  Consents(JdbcClient sql, Overrulings overrulings) {
    this.sql = sql;
    this.overrulings = overrulings;
  }

  /// What may be sent of this person for this purpose to this office now. Whoever sends asks in the
  /// transaction that sends: her answers are locked against change until it ends.
  ///
  /// @param to the receiving node and the code of its office
  /// @param categories all that is to be sent; a consent to less is none
  @Transactional
  public Authority authorityFor(
      PersonId person, Purpose purpose, To to, Set<Category> categories, Instant now) {
    lock(person);
    Scope.Wanted wanted = new Scope.Wanted(purpose, to.node(), to.office(), categories);
    List<Consent> hers = of(person);
    // What went past her answers is asked only where they do not allow it themselves.
    return new Standing(hers, List.of()).authorityFor(wanted, now) instanceof Authority.Given given
        ? given
        : new Standing(hers, overrulings.of(person)).authorityFor(wanted, now);
  }

  /// The office something is to be sent to.
  public record To(String node, String office) {}

  /// All her answers, newest first.
  @Transactional(readOnly = true)
  public List<Consent> of(PersonId person) {
    return sql.sql(OF).param("person", person.value()).query((row, n) -> row(row)).list();
  }

  /// All that went past her answers, newest first.
  @Transactional(readOnly = true)
  public List<Overruling> overrulingsOf(PersonId person) {
    return overrulings.of(person);
  }

  /// The consent with this identifier.
  @Transactional(readOnly = true)
  public Optional<Consent> find(Consent.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  Overrulings overrulings() {
    return overrulings;
  }

  Standing standing(PersonId person) {
    return new Standing(of(person), overrulings.of(person));
  }

  static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('consents'), hashtext(:person))";

  /// One change or one sending a person at a time: a withdrawal never slips between the question
  /// and the send.
  void lock(PersonId person) {
    sql.sql(LOCK).param("person", person.value().toString()).query((row, n) -> true).list();
  }

  private static final String COLUMNS =
      """
      select c.id, c.person, c.purpose, c.country, c.node, c.office, c.categories, c.answer, c.giver, c.language,
             c.day, c.valid_until, c.recorded_at, c.recorded_by, c.recorded_in, c.hash,
             w.at as withdrawn_at, w.account as withdrawn_by, w.giver as withdrawn_giver, w.reason as withdrawn_reason
        from consents.consent c left join consents.withdrawal w on w.consent = c.id
      """;
  static final String OF =
      COLUMNS + " where c.person = :person order by c.recorded_at desc, c.id desc";
  static final String FIND = COLUMNS + " where c.id = :id";

  static final String ADD =
      """
      insert into consents.consent (id, person, purpose, country, node, office, categories, answer, giver, language,
                                    day, valid_until, spoken, recorded_at, recorded_by, recorded_in, hash)
      values (:id, :person, :purpose, :country, :node, :office, :categories, :answer, :giver, :language,
              :day, cast(:validUntil as date), :spoken, :at, :by, :in, :hash)
      on conflict (id) do nothing
      """;

  /// Adds a consent; false when the same form was already taken.
  boolean add(Consent consent, byte[] spoken) {
    Scope scope = consent.scope();
    return sql.sql(ADD)
            .param("id", consent.id().value())
            .param("person", consent.person().value())
            .param("purpose", scope.purpose().name())
            .param("country", scope.recipient().country())
            .param("node", scope.recipient().node())
            .param("office", scope.recipient().office())
            .param("categories", names(scope.categories()))
            .param("answer", consent.answer().name())
            .param("giver", consent.giver().name())
            .param("language", consent.language())
            .param("day", consent.day())
            .param("validUntil", consent.validUntil())
            .param("spoken", spoken)
            .param("at", consent.recorded().at().atOffset(ZoneOffset.UTC))
            .param("by", consent.recorded().by().value())
            .param("in", consent.recorded().office().value())
            .param("hash", consent.recorded().hash())
            .update()
        == 1;
  }

  static final String WITHDRAW =
      """
      insert into consents.withdrawal (consent, at, account, giver, reason)
      values (:consent, :at, :account, :giver, :reason)
      on conflict (consent) do nothing
      """;

  /// Takes a consent back; false when it was already.
  boolean withdraw(Consent.Id consent, Consent.Withdrawal withdrawal) {
    return sql.sql(WITHDRAW)
            .param("consent", consent.value())
            .param("at", withdrawal.at().atOffset(ZoneOffset.UTC))
            .param("account", withdrawal.by().value())
            .param("giver", withdrawal.giver().name())
            .param("reason", withdrawal.reason().name())
            .update()
        == 1;
  }

  static final String SPOKEN = "select spoken from consents.consent where id = :id";

  /// What was said around it; nothing when her key is gone.
  @Transactional(readOnly = true)
  public Consent.Spoken spoken(Consent consent, Keys keys) {
    byte[] sealed =
        sql.sql(SPOKEN)
            .param("id", consent.id().value())
            .query((row, n) -> row.getBytes("spoken"))
            .single();
    return keys.open(consent.person().value(), spot(consent.id()), sealed)
        .map(text -> JSON.readValue(text, Consent.Spoken.class))
        .orElse(Consent.Spoken.NOTHING);
  }

  static byte[] seal(PersonId person, Consent.Id id, Consent.Spoken spoken, Keys keys) {
    return keys.seal(person.value(), spot(id), JSON.writeValueAsString(spoken));
  }

  private static Spot spot(Consent.Id id) {
    return new Spot("consents.consent", "spoken", id.value());
  }

  static String[] names(Set<Category> categories) {
    return categories.stream().map(Category::name).sorted().toArray(String[]::new);
  }

  static Scope scope(ResultSet row) throws SQLException {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    Arrays.stream((String[]) row.getArray("categories").getArray())
        .map(Category::valueOf)
        .forEach(categories::add);
    return new Scope(
        Purpose.valueOf(row.getString("purpose")),
        new Recipient(row.getString("country"), row.getString("node"), row.getString("office")),
        categories);
  }

  private static Consent row(ResultSet row) throws SQLException {
    return new Consent(
        new Consent.Id(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        scope(row),
        Consent.Answer.valueOf(row.getString("answer")),
        Consent.Giver.valueOf(row.getString("giver")),
        row.getString("language"),
        row.getObject("day", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        new Consent.Recorded(
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            new Account.Id(row.getObject("recorded_by", UUID.class)),
            new Office.Id(row.getObject("recorded_in", UUID.class)),
            row.getString("hash")),
        withdrawal(row));
  }

  private static Consent.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Consent.Withdrawal(
            at.toInstant(),
            new Account.Id(row.getObject("withdrawn_by", UUID.class)),
            Consent.Giver.valueOf(row.getString("withdrawn_giver")),
            Consent.Reason.valueOf(row.getString("withdrawn_reason")));
  }
}

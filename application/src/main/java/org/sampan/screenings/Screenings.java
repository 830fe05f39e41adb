package org.sampan.screenings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Access;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Compartment;
import org.sampan.accounts.Duty;
import org.sampan.accounts.Holding;
import org.sampan.accounts.Office;
import org.sampan.accounts.Reach;
import org.sampan.accounts.SignedIn;
import org.sampan.audit.Audit;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.IndicatorSets;
import org.sampan.screening.ReadingRule;
import org.sampan.web.Language;
import org.sampan.web.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The screenings of this node, and the front door to them.
@Repository
public class Screenings {

  private final JdbcClient sql;
  private final Entries entries;
  private final Findings findings;
  private final IndicatorSets sets;
  private final Audit audit;

  Screenings(JdbcClient sql, Entries entries, Findings findings, IndicatorSets sets, Audit audit) {
    this.sql = sql;
    this.entries = entries;
    this.findings = findings;
    this.sets = sets;
    this.audit = audit;
  }

  /// The screening, if it is the reader's by duty; that she saw it goes into the audit. Absent and
  /// not hers are the same.
  @Transactional
  public Optional<ScreeningSummary> find(Screening.Id id, SignedIn reader) {
    Optional<Screening> found = hers(id, reader);
    found.ifPresent(screening ->
        audit.write(
            reader.act("screenings.result.seen").on(id.value()).inCase(screening.caseFile())));
    return found.map(this::summary);
  }

  static final String OF_PERSON =
      """
      select id, person, earlier, indicator_set, set_version, reading, age_group, language, interpreter, agreed,
             owner, office, agency, started_at, finished_at, case_file
        from screenings.screening where person = :person order by started_at desc, id desc limit 100
      """;

  /// All screenings of a person, newest first, for whoever may see her case: the caller has asked
  /// that and writes the audit entry.
  @Transactional(readOnly = true)
  public List<ScreeningSummary> of(Screening.Person person) {
    return sql
        .sql(OF_PERSON)
        .param("person", person.value())
        .query((row, n) -> row(row))
        .list()
        .stream()
        .map(this::summary)
        .toList();
  }

  static final String LINK =
      "update screenings.screening set case_file = :case where id = :id and case_file is null";

  /// Notes, in the transaction that opens a case, that it was opened from this screening.
  ///
  /// @return false when a case was opened from it before, or it is absent or not the reader's
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean opened(Screening.Id id, UUID caseFile, SignedIn reader) {
    boolean linked =
        hers(id, reader).isPresent()
            && sql.sql(LINK).param("case", caseFile).param("id", id.value()).update() == 1;
    if (linked) {
      audit.write(reader.act("screenings.case.linked").on(id.value()).inCase(caseFile));
    }
    return linked;
  }

  static final String FIND =
      """
      select id, person, earlier, indicator_set, set_version, reading, age_group, language, interpreter, agreed,
             owner, office, agency, started_at, finished_at, case_file
        from screenings.screening where id = :id
      """;

  /// As [#find], without its result and without an audit entry.
  Optional<Screening> hers(Screening.Id id, SignedIn reader) {
    return sql.sql(FIND)
        .param("id", id.value())
        .query((row, n) -> row(row))
        .optional()
        .filter(screening -> reader.access(Duty.SCREEN, screening.holding()) == Access.BY_DUTY);
  }

  /// As [#hers], by an identifier as an address has it.
  Optional<Screening> hers(String id, SignedIn reader) {
    return Typed.identifier(id).flatMap(uuid -> hers(new Screening.Id(uuid), reader));
  }

  static final String LIST =
      """
      select id, person, earlier, indicator_set, set_version, reading, age_group, language, interpreter, agreed,
             owner, office, agency, started_at, finished_at, case_file
        from screenings.screening
       where owner = :me or office = cast(:office as uuid)
       order by (finished_at is not null), coalesce(finished_at, started_at) desc, id desc
       limit :most offset :skip
      """;

  /// Those within the reader's reach, unfinished first.
  List<Screening> within(SignedIn reader, int most, int skip) {
    boolean officeWide = reader.reach(Duty.SCREEN).compareTo(Reach.OFFICE) >= 0;
    return sql.sql(LIST)
        .param("me", reader.id().value())
        .param("office", officeWide ? reader.office().id().value() : null)
        .param("most", most)
        .param("skip", skip)
        .query((row, n) -> row(row))
        .list();
  }

  /// As [#within], with what a list shows of each.
  List<ScreeningsPage.Row> rows(SignedIn reader, int most, int skip) {
    List<Screening> list = within(reader, most, skip);
    Map<Screening.Id, Integer> answered = entries.answered(list);
    Map<Screening.Id, String> places = entries.places(list);
    Map<Screening.Id, KeptFinding> newest = findings.newest(list);
    return list.stream()
        .map(screening ->
            new ScreeningsPage.Row(
                screening,
                setOf(screening),
                answered.getOrDefault(screening.id(), 0),
                places.getOrDefault(screening.id(), ""),
                Optional.ofNullable(newest.get(screening.id()))))
        .toList();
  }

  static final String UNFINISHED =
      "select count(*) from screenings.screening where owner = :me and finished_at is null";

  long unfinished(Account.Id owner) {
    return sql.sql(UNFINISHED).param("me", owner.value()).query(Long.class).single();
  }

  static final String ADD =
      """
      insert into screenings.screening (id, person, earlier, indicator_set, set_version, reading, age_group,
             language, interpreter, agreed, owner, office, agency, started_at, finished_at, case_file)
      values (:id, :person, cast(:earlier as uuid), :set, :version, :reading, :age,
             :language, :interpreter, :agreed, :owner, :office, :agency, :started, cast(:finished as timestamptz),
             cast(:case as uuid))
      on conflict (id) do nothing
      """;

  /// Adds it; false when its identifier is taken, as when a form is sent twice.
  boolean add(Screening screening) {
    Screening.Id earlier = screening.earlier();
    return sql.sql(ADD)
            .param("id", screening.id().value())
            .param("person", screening.person().value())
            .param("earlier", earlier == null ? null : earlier.value())
            .param("set", screening.set().name())
            .param("version", screening.set().version())
            .param("reading", screening.reading().name())
            .param("age", screening.age().name())
            .param("language", screening.language().tag())
            .param("interpreter", screening.interpreter())
            .param("agreed", screening.agreed())
            .param("owner", screening.holding().owner().value())
            .param("office", screening.holding().office().value())
            .param("agency", screening.holding().agency().value())
            .param("started", at(screening.started()))
            .param("finished", at(screening.finished()))
            .param("case", screening.caseFile())
            .update()
        == 1;
  }

  static final String FINISH =
      """
      update screenings.screening
         set reading = :reading, finished_at = coalesce(finished_at, :now)
       where id = :id
      """;

  void finish(Screening.Id id, ReadingRule reading, Instant now) {
    sql.sql(FINISH)
        .param("reading", reading.name())
        .param("now", at(now))
        .param("id", id.value())
        .update();
  }

  /// The set a screening was done by; sets that were used are never taken away.
  IndicatorSet setOf(Screening screening) {
    return sets.find(screening.set())
        .orElseThrow(() -> new IllegalStateException("a used set is gone"));
  }

  /// The set of this name and version, as `name/version`, if the node asks by it.
  Optional<IndicatorSet> offered(String nameAndVersion) {
    return sets.all().stream()
        .filter(set -> set.id().toString().equals(nameAndVersion))
        .findFirst();
  }

  private ScreeningSummary summary(Screening screening) {
    return new ScreeningSummary(
        screening,
        setOf(screening),
        entries.danger(screening.id()),
        findings.newest(screening.id()));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static Screening row(ResultSet row) throws SQLException {
    UUID earlier = row.getObject("earlier", UUID.class);
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Screening(
        new Screening.Id(row.getObject("id", UUID.class)),
        new Screening.Person(row.getObject("person", UUID.class)),
        earlier == null ? null : new Screening.Id(earlier),
        new IndicatorSet.Id(row.getString("indicator_set"), row.getInt("set_version")),
        ReadingRule.valueOf(row.getString("reading")),
        AgeGroup.valueOf(row.getString("age_group")),
        Language.of(row.getString("language")).orElse(Language.ENGLISH),
        row.getBoolean("interpreter"),
        row.getBoolean("agreed"),
        new Holding(
            Compartment.PROTECTION,
            new Account.Id(row.getObject("owner", UUID.class)),
            Set.of(),
            new Office.Id(row.getObject("office", UUID.class)),
            new Agency.Id(row.getObject("agency", UUID.class))),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getObject("case_file", UUID.class));
  }
}

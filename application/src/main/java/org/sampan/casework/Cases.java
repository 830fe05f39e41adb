package org.sampan.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.sampan.consents.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The case files of this node, and the front door to them.
@Repository
public class Cases {

  private final JdbcClient sql;
  private final Facts facts;

  Cases(JdbcClient sql, Facts facts) {
    this.sql = sql;
    this.facts = facts;
  }

  /// The case, when it is this reader's to see: by duty, or because she lately said why. The caller
  /// writes the look into the audit.
  @Transactional(readOnly = true)
  public Optional<CaseFile> find(CaseFile.Id id, SignedIn reader) {
    return file(id).filter(file -> mayOpen(file, reader)).map(this::opened);
  }

  /// The case for work no person does: what arrives from another node, what is sent on.
  @Transactional(readOnly = true)
  public Optional<CaseFile> find(CaseFile.Id id) {
    return file(id).map(this::opened);
  }

  /// The case of this person, without anything personal.
  @Transactional(readOnly = true)
  public Optional<CaseFile> of(PersonId person) {
    return sql.sql(OF_PERSON)
        .param("person", person.value())
        .query((row, n) -> row(row))
        .optional();
  }

  /// The case without anything personal: whose it is and where it stands.
  @Transactional(readOnly = true)
  public Optional<CaseFile> file(CaseFile.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  /// How this reader may see the case now, before she says why.
  static Access access(CaseFile file, SignedIn reader) {
    return reader.access(Duty.SEE_CASE, file.holding());
  }

  boolean mayOpen(CaseFile file, SignedIn reader) {
    return switch (access(file, reader)) {
      case BY_DUTY -> true;
      case WITH_PURPOSE -> facts.saidWhy(file.id(), reader.id());
      case NONE -> false;
    };
  }

  CaseFile opened(CaseFile file) {
    return facts.of(List.of(file)).getFirst();
  }

  private static final String COLUMNS =
      """
      select c.id, c.person, c.screening, c.compartment, c.owner, c.office, c.agency, c.source_node, c.source_office,
             c.status, c.version, c.opened, c.touched, c.lock_reason, c.locked, c.erased,
             array(select a.account from casework.assignment a where a.case_file = c.id) as assigned
        from casework.case_file c
      """;
  static final String FIND = COLUMNS + " where c.id = :id";
  static final String OF_PERSON = COLUMNS + " where c.person = :person";

  /// Which cases a list shows.
  ///
  /// @param mine only those she opened or was given
  /// @param open open ones, or closed ones
  record Shown(boolean mine, boolean open, int page) {
    static final int PAGE = 20;
  }

  private static final String REACHED =
      """
       where (c.status in ('ACTIVE', 'FOLLOW_UP')) = :open and c.erased is null
         and (c.owner = :me or exists (select from casework.assignment a where a.case_file = c.id and a.account = :me)
              or (not :mine and ((:reach >= 3 and c.office = :office) or (:reach >= 4 and c.agency = :agency)
                                 or :reach >= 5)))
      """;
  static final String LIST =
      COLUMNS + REACHED + " order by c.touched desc, c.id desc limit :most offset :from";
  static final String COUNT = "select count(*) as many from casework.case_file c " + REACHED;

  List<CaseFile> list(Shown shown, SignedIn reader) {
    List<CaseFile> files =
        reached(LIST, shown, reader)
            .param("most", Shown.PAGE)
            .param("from", Shown.PAGE * (shown.page() - 1))
            .query((row, n) -> row(row))
            .list();
    return facts.of(files);
  }

  long count(Shown shown, SignedIn reader) {
    return reached(COUNT, shown, reader).query((row, n) -> row.getLong("many")).single();
  }

  private JdbcClient.StatementSpec reached(String statement, Shown shown, SignedIn reader) {
    Reach reach = reader.reach(Duty.SEE_CASE);
    return sql.sql(statement)
        .param("open", shown.open())
        .param("mine", shown.mine())
        .param("me", reader.id().value())
        .param("reach", reach.ordinal())
        .param("office", reader.office().id().value())
        .param("agency", reader.office().agency().value());
  }

  static final String THESE =
      COLUMNS + " where c.id = any(:ids) and c.erased is null order by c.touched desc";

  /// These cases without anything personal.
  List<CaseFile> these(List<CaseFile.Id> ids) {
    UUID[] all = ids.stream().map(CaseFile.Id::value).toArray(UUID[]::new);
    return sql.sql(THESE).param("ids", all).query((row, n) -> row(row)).list();
  }

  static final String NAMED_AFTER =
      COLUMNS
          + " where c.id > :after and c.locked is null and c.erased is null order by c.id limit 500";

  /// The next 500 readable cases by identifier, with the names of their persons only.
  @Transactional(readOnly = true)
  List<CaseFile> named(CaseFile.Id after) {
    List<CaseFile> files =
        sql.sql(NAMED_AFTER).param("after", after.value()).query((row, n) -> row(row)).list();
    return facts.namesOf(files);
  }

  static final String ADD =
      """
      insert into casework.case_file (id, person, screening, compartment, owner, office, agency, source_node,
                                      source_office, status, version, opened, touched)
      values (:id, :person, cast(:screening as uuid), :compartment, :owner, :office, :agency, cast(:node as text),
              cast(:from as text), :status, 1, :at, :at)
      on conflict (id) do nothing
      """;

  /// Adds a case; false when the same form was already taken.
  @Transactional(propagation = Propagation.MANDATORY)
  boolean add(CaseFile file) {
    CaseFile.Source source = file.state().source();
    return sql.sql(ADD)
            .param("id", file.id().value())
            .param("person", file.person().value())
            .param("screening", file.screening())
            .param("compartment", file.holding().compartment().name())
            .param("owner", file.holding().owner().value())
            .param("office", file.holding().office().value())
            .param("agency", file.holding().agency().value())
            .param("node", source == null ? null : source.node())
            .param("from", source == null ? null : source.office())
            .param("status", file.state().status().name())
            .param("at", file.state().opened().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  static final String CHANGE =
      """
      update casework.case_file
         set status = :status, office = :office, agency = :agency, lock_reason = cast(:lock as text),
             locked = cast(:locked as timestamptz), erased = cast(:erased as timestamptz),
             version = version + 1, touched = :at
       where id = :id and version = :version
      """;

  /// Changes where the case stands; false when somebody else did meanwhile.
  @Transactional(propagation = Propagation.MANDATORY)
  boolean change(CaseFile file, CaseFile.State to, Instant now) {
    CaseFile.Lock lock = to.lock();
    return sql.sql(CHANGE)
            .param("id", file.id().value())
            .param("version", file.state().version())
            .param("status", to.status().name())
            .param("office", file.holding().office().value())
            .param("agency", file.holding().agency().value())
            .param("lock", lock == null ? null : lock.reason())
            .param("locked", lock == null ? null : lock.at().atOffset(ZoneOffset.UTC))
            .param("erased", to.erased() == null ? null : to.erased().atOffset(ZoneOffset.UTC))
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static CaseFile row(ResultSet row) throws SQLException {
    UUID[] assigned = (UUID[]) row.getArray("assigned").getArray();
    Holding holding =
        new Holding(
            Compartment.valueOf(row.getString("compartment")),
            new Account.Id(row.getObject("owner", UUID.class)),
            Arrays.stream(assigned).map(Account.Id::new).collect(Collectors.toSet()),
            new Office.Id(row.getObject("office", UUID.class)),
            new Agency.Id(row.getObject("agency", UUID.class)));
    return new CaseFile(
        new CaseFile.Id(row.getObject("id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        row.getObject("screening", UUID.class),
        holding,
        state(row),
        Map.of());
  }

  private static CaseFile.State state(ResultSet row) throws SQLException {
    String node = row.getString("source_node");
    Instant locked = moment(row, "locked");
    return new CaseFile.State(
        CaseFile.Status.valueOf(row.getString("status")),
        row.getInt("version"),
        row.getObject("opened", OffsetDateTime.class).toInstant(),
        row.getObject("touched", OffsetDateTime.class).toInstant(),
        node == null ? null : new CaseFile.Source(node, row.getString("source_office")),
        locked == null ? null : new CaseFile.Lock(row.getString("lock_reason"), locked),
        moment(row, "erased"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

package org.sampan.referrals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.accounts.Agency;
import org.sampan.accounts.Office;
import org.sampan.accounts.SignedIn;
import org.sampan.casework.CaseFile;
import org.sampan.consents.PersonId;
import org.sampan.vault.Keys;
import org.sampan.vault.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The SQL of follow-ups and of what they found.
@Repository
class Tasks {

  private final JdbcClient sql;

  Tasks(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ADD =
      """
      insert into referrals.task (id, received, case_file, person, assignee, office, agency, given_by, given, state,
             version, changed, sealed)
      values (:id, :received, :file, :person, :assignee, :office, :agency, :givenBy, :given, 'GIVEN', 1, :given,
              :sealed)
      on conflict (id) do nothing
      """;

  /// Gives a task; false when the same form was taken before.
  boolean add(Task task, Task.Told told, Keys keys) {
    UUID person = task.person().value();
    return sql.sql(ADD)
            .param("id", task.id().value())
            .param("received", task.received().value())
            .param("file", task.caseFile().value())
            .param("person", person)
            .param("assignee", task.assignee().account().value())
            .param("office", task.assignee().office().value())
            .param("agency", task.assignee().agency().value())
            .param("givenBy", task.givenBy().value())
            .param("given", task.given().atOffset(ZoneOffset.UTC))
            .param("sealed", keys.seal(person, spot(task.id()), Body.JSON.writeValueAsString(told)))
            .update()
        == 1;
  }

  private static final String COLUMNS =
      """
      select t.id, t.received, t.case_file, t.person, t.assignee, t.office, t.agency, t.given_by, t.given, t.state,
             t.version, t.changed
        from referrals.task t
      """;
  static final String FIND = COLUMNS + " where t.id = :id";
  static final String LOCK = COLUMNS + " where t.id = :id for update";
  static final String OF = COLUMNS + " where t.received = :received order by t.given, t.id";
  static final String MINE =
      COLUMNS
          + " where t.assignee = :me order by (t.state = 'GIVEN') desc, t.given desc, t.id"
          + " limit :most offset :from";
  static final String WAITING =
      "select count(*) as many from referrals.task t where t.assignee = :me and t.state = 'GIVEN'";

  Optional<Task> find(Task.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  /// The task, kept from others until the transaction ends.
  Optional<Task> lock(Task.Id id) {
    return sql.sql(LOCK).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  List<Task> of(Received.Id received) {
    return sql.sql(OF).param("received", received.value()).query((row, n) -> row(row)).list();
  }

  List<Task> of(SignedIn reader, int page) {
    return sql.sql(MINE)
        .param("me", reader.id().value())
        .param("most", ListPage.ROWS + 1)
        .param("from", ListPage.ROWS * (page - 1))
        .query((row, n) -> row(row))
        .list();
  }

  long waiting(SignedIn reader) {
    return sql.sql(WAITING)
        .param("me", reader.id().value())
        .query((row, n) -> row.getLong("many"))
        .single();
  }

  static final String MOVE =
      "update referrals.task set state = :state, changed = :at, version = version + 1 where id = :id";

  void move(Task.Id id, Task.State to, Instant now) {
    sql.sql(MOVE)
        .param("state", to.name())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  static final String SEALED = "select sealed from referrals.task where id = :id";

  /// What she was told; nothing once the task is closed or the person's key is gone.
  Task.Told told(Task task, Keys keys) {
    if (task.state() == Task.State.CLOSED) {
      return Task.Told.NOTHING;
    }
    byte[] sealed =
        sql.sql(SEALED)
            .param("id", task.id().value())
            .query((row, n) -> row.getBytes("sealed"))
            .single();
    return keys.open(task.person().value(), spot(task.id()), sealed)
        .map(text -> Body.JSON.readValue(text, Task.Told.class))
        .orElse(Task.Told.NOTHING);
  }

  static final String VISITED =
      """
      insert into referrals.visit (id, task, at, account, day, outcome, sealed)
      values (:id, :task, :at, :account, :day, cast(:outcome as jsonb), :sealed)
      on conflict do nothing
      """;

  /// Keeps what she found; false when it is here already.
  boolean visited(Task task, Task.Visit visit, Keys keys) {
    Map<String, List<String>> outcome = new HashMap<>();
    visit.outcome().forEach((found, codes) -> outcome.put(found.name(), codes));
    return sql.sql(VISITED)
            .param("id", visit.id())
            .param("task", task.id().value())
            .param("at", visit.at().atOffset(ZoneOffset.UTC))
            .param("account", visit.by().value())
            .param("day", visit.day())
            .param("outcome", Body.JSON.writeValueAsString(outcome))
            .param("sealed", keys.seal(task.person().value(), note(visit.id()), visit.note()))
            .update()
        == 1;
  }

  static final String VISIT =
      "select id, task, at, account, day, outcome, sealed from referrals.visit where task = :task";

  Optional<Task.Visit> visit(Task task, Keys keys) {
    return sql.sql(VISIT)
        .param("task", task.id().value())
        .query((row, n) -> visit(row, task, keys))
        .optional();
  }

  private static Task.Visit visit(ResultSet row, Task task, Keys keys) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Map<StatusBody.Found, List<String>> outcome = new EnumMap<>(StatusBody.Found.class);
    Body.JSON
        .readValue(row.getString("outcome"), new TypeReference<Map<String, List<String>>>() {})
        .forEach((name, codes) -> outcome.put(StatusBody.Found.valueOf(name), codes));
    return new Task.Visit(
        id,
        task.id(),
        new Account.Id(row.getObject("account", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("day", LocalDate.class),
        outcome,
        keys.open(task.person().value(), note(id), row.getBytes("sealed")).orElse(""));
  }

  private static Spot spot(Task.Id id) {
    return new Spot("referrals.task", "sealed", id.value());
  }

  private static Spot note(UUID id) {
    return new Spot("referrals.visit", "sealed", id);
  }

  private static Task row(ResultSet row) throws SQLException {
    return new Task(
        new Task.Id(row.getObject("id", UUID.class)),
        new Received.Id(row.getObject("received", UUID.class)),
        new CaseFile.Id(row.getObject("case_file", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        new Task.Assignee(
            new Account.Id(row.getObject("assignee", UUID.class)),
            new Office.Id(row.getObject("office", UUID.class)),
            new Agency.Id(row.getObject("agency", UUID.class))),
        new Account.Id(row.getObject("given_by", UUID.class)),
        row.getObject("given", OffsetDateTime.class).toInstant(),
        Task.State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("changed", OffsetDateTime.class).toInstant());
  }
}

package org.sampan.casework;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.consents.PersonId;
import org.sampan.vault.Keys;
import org.sampan.vault.Personal;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of what is known, version by version, and of why somebody looked.
@Repository
class Facts {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int HOURS_A_PURPOSE_LASTS = 3;

  private final JdbcClient sql;
  private final Vault vault;
  private final java.time.Clock clock;

  Facts(JdbcClient sql, Vault vault, java.time.Clock clock) {
    this.sql = sql;
    this.vault = vault;
    this.clock = clock;
  }

  /// What of a fact is sealed under her key.
  @Personal
  private record Sealed(Map<String, List<String>> values, List<PersonName> names) {
    @Override
    public String toString() {
      return "Sealed[redacted]";
    }
  }

  /// A fact as it is stored.
  private record Row(
      UUID caseFile, UUID person, UUID id, String codes, byte[] sealed, Fact plain) {}

  private static final String COLUMNS =
      """
      select f.id, f.case_file, c.person, f.section, f.version, f.codes, f.sealed, f.at, f.account
        from casework.fact f join casework.case_file c on c.id = f.case_file
      """;
  static final String NEWEST =
      COLUMNS
          + """
           where f.case_file = any(:cases) and (cast(:section as text) is null or f.section = :section)
             and f.version = (select max(g.version) from casework.fact g
                               where g.case_file = f.case_file and g.section = f.section)
          """;

  /// These cases with their newest facts; those locked or erased stay closed.
  List<CaseFile> of(List<CaseFile> files) {
    return of(files, null);
  }

  /// These cases with the names of their persons only.
  List<CaseFile> namesOf(List<CaseFile> files) {
    return of(files, Question.Section.NAMES);
  }

  private List<CaseFile> of(List<CaseFile> files, Question.@Nullable Section only) {
    UUID[] readable =
        files.stream()
            .filter(CaseFile::isReadable)
            .map(file -> file.id().value())
            .toArray(UUID[]::new);
    Map<UUID, Map<Question.Section, Fact>> byCase = new HashMap<>();
    if (readable.length > 0) {
      Keys keys = vault.open(files.stream().map(file -> file.person().value()).toList());
      List<Row> rows =
          sql.sql(NEWEST)
              .param("cases", readable)
              .param("section", only == null ? null : only.name())
              .query((row, n) -> row(row))
              .list();
      for (Row row : rows) {
        byCase
            .computeIfAbsent(row.caseFile(), id -> new EnumMap<>(Question.Section.class))
            .put(row.plain().section(), open(row, keys));
      }
    }
    return files.stream()
        .map(file ->
            new CaseFile(
                file.id(),
                file.person(),
                file.screening(),
                file.holding(),
                file.state(),
                byCase.getOrDefault(file.id().value(), Map.of())))
        .toList();
  }

  static final String HISTORY =
      COLUMNS + " where f.case_file = :case and f.section = :section order by f.version desc";

  /// All versions of a section, the newest first.
  List<Fact> history(CaseFile file, Question.Section section) {
    if (!file.isReadable()) {
      return List.of();
    }
    Keys keys = vault.open(file.person().value());
    return sql
        .sql(HISTORY)
        .param("case", file.id().value())
        .param("section", section.name())
        .query((row, n) -> row(row))
        .list()
        .stream()
        .map(row -> open(row, keys))
        .toList();
  }

  static final String ADD =
      """
      insert into casework.fact (id, case_file, section, version, codes, sealed, at, account)
      values (:id, :case, :section, :version, cast(:codes as jsonb), :sealed, :at, cast(:account as uuid))
      on conflict (case_file, section, version) do nothing
      """;

  /// Adds a version; false when somebody else wrote that version first.
  boolean add(CaseFile.Id file, PersonId person, Fact fact, Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Map<String, List<String>> codes = new HashMap<>();
    Map<String, List<String>> typed = new HashMap<>();
    fact.values()
        .forEach((question, answers) ->
            (question.kind().isSealed() ? typed : codes).put(question.name(), answers));
    Keys keys = vault.open(person.value());
    byte[] sealed =
        keys.seal(
            person.value(), spot(id), JSON.writeValueAsString(new Sealed(typed, fact.names())));
    Account.Id by = fact.by();
    return sql.sql(ADD)
            .param("id", id)
            .param("case", file.value())
            .param("section", fact.section().name())
            .param("version", fact.version())
            .param("codes", JSON.writeValueAsString(codes))
            .param("sealed", sealed)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .param("account", by == null ? null : by.value())
            .update()
        == 1;
  }

  static final String SAY_WHY =
      """
      insert into casework.stated_purpose (id, case_file, account, purpose, at)
      values (:id, :case, :account, :purpose, :at)
      """;

  /// Keeps why somebody opens what is not hers by duty.
  void sayWhy(CaseFile.Id file, Account.Id account, String purpose) {
    sql.sql(SAY_WHY)
        .param("id", UuidCreator.getTimeOrderedEpoch())
        .param("case", file.value())
        .param("account", account.value())
        .param("purpose", purpose)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String SAID_WHY =
      """
      select exists (select from casework.stated_purpose
                      where account = :account and case_file = :case and at > :since) as said
      """;

  /// Whether she said why, not longer ago than a purpose lasts.
  boolean saidWhy(CaseFile.Id file, Account.Id account) {
    Instant since = clock.instant().minus(java.time.Duration.ofHours(HOURS_A_PURPOSE_LASTS));
    return sql.sql(SAID_WHY)
        .param("account", account.value())
        .param("case", file.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getBoolean("said"))
        .single();
  }

  private static Fact open(Row row, Keys keys) {
    Map<Question, List<String>> values = new EnumMap<>(Question.class);
    read(row.codes()).forEach((name, answers) -> values.put(Question.valueOf(name), answers));
    Sealed sealed =
        keys.open(row.person(), spot(row.id()), row.sealed())
            .map(text -> JSON.readValue(text, Sealed.class))
            .orElse(new Sealed(Map.of(), List.of()));
    sealed.values().forEach((name, answers) -> values.put(Question.valueOf(name), answers));
    Fact plain = row.plain();
    return new Fact(
        plain.section(), plain.version(), values, sealed.names(), plain.at(), plain.by());
  }

  private static Map<String, List<String>> read(String codes) {
    return JSON.readValue(codes, new TypeReference<Map<String, List<String>>>() {});
  }

  private static Spot spot(UUID fact) {
    return new Spot("casework.fact", "sealed", fact);
  }

  private static Row row(ResultSet row) throws SQLException {
    UUID account = row.getObject("account", UUID.class);
    Fact plain =
        new Fact(
            Question.Section.valueOf(row.getString("section")),
            row.getInt("version"),
            Map.of(),
            List.of(),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            account == null ? null : new Account.Id(account));
    return new Row(
        row.getObject("case_file", UUID.class),
        row.getObject("person", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("codes"),
        row.getBytes("sealed"),
        plain);
  }
}

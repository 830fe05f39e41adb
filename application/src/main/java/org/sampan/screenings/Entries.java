package org.sampan.screenings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.screening.Answer;
import org.sampan.vault.Keys;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of answers and notes: it adds and reads, and changes none. Words are sealed under the
/// person's key.
@Repository
class Entries {

  private final JdbcClient sql;
  private final Vault vault;

  Entries(JdbcClient sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /// Gives a person her key; again, nothing changes.
  void admit(Screening.Person person) {
    vault.admit(person.value());
  }

  static final String ADD =
      """
      insert into screenings.entry (id, screening, question, reply, source, words, instead_of, given_by, given_at)
      values (:id, :screening, :question, cast(:reply as text), cast(:source as text), cast(:words as bytea),
              :insteadOf, :by, :at)
      on conflict (id) do nothing
      """;

  /// Adds entries; one that is there already stays as it is. Returns how many are new.
  int add(Screening screening, List<Entry> all) {
    Keys keys = vault.open(screening.person().value());
    int added = 0;
    for (Entry entry : all) {
      Answer answer = entry.answer();
      added +=
          sql.sql(ADD)
              .param("id", entry.id().value())
              .param("screening", screening.id().value())
              .param("question", entry.question())
              .param("reply", answer == null ? null : answer.reply().name())
              .param("source", answer == null ? null : answer.source().name())
              .param("words", sealed(keys, screening, entry))
              .param(
                  "insteadOf", entry.insteadOf().stream().map(Entry.Id::value).toArray(UUID[]::new))
              .param("by", entry.by().value())
              .param("at", entry.at().atOffset(ZoneOffset.UTC))
              .update();
    }
    return added;
  }

  private static byte @Nullable [] sealed(Keys keys, Screening screening, Entry entry) {
    return entry.words().isEmpty()
        ? null
        : keys.seal(screening.person().value(), spot(entry.id().value()), entry.words());
  }

  static final String OF =
      """
      select id, question, reply, source, words, instead_of, given_by, given_at
        from screenings.entry where screening = :screening order by given_at, id
      """;

  /// Everything given in one screening.
  Sheet of(Screening screening) {
    Keys keys = vault.open(screening.person().value());
    return new Sheet(
        sql.sql(OF)
            .param("screening", screening.id().value())
            .query((row, n) -> row(row, keys, screening.person()))
            .list());
  }

  static final String DANGER =
      """
      select e.reply from screenings.entry e
       where e.screening = :screening and e.question = 'DANGER'
         and not exists (select from screenings.entry l
                          where l.screening = e.screening and e.id = any(l.instead_of))
      """;

  /// Whether she was in danger at once: yes as soon as one standing answer says so.
  Answer.@Nullable Reply danger(Screening.Id id) {
    List<Answer.Reply> replies =
        sql
            .sql(DANGER)
            .param("screening", id.value())
            .query((row, n) -> row.getString("reply"))
            .list()
            .stream()
            .filter(reply -> reply != null)
            .map(Answer.Reply::valueOf)
            .sorted()
            .toList();
    return replies.isEmpty() ? null : replies.getFirst();
  }

  static final String ANSWERED =
      """
      select e.screening, count(distinct e.question) as many from screenings.entry e
       where e.screening = any(:screenings) and e.reply is not null and e.question <> 'DANGER'
         and not exists (select from screenings.entry l
                          where l.screening = e.screening and e.id = any(l.instead_of))
       group by e.screening
      """;

  /// How many questions of each screening have an answer.
  Map<Screening.Id, Integer> answered(Collection<Screening> screenings) {
    Map<Screening.Id, Integer> many = new HashMap<>();
    sql.sql(ANSWERED)
        .param("screenings", ids(screenings))
        .query((row, n) -> many.put(id(row), row.getInt("many")))
        .list();
    return many;
  }

  static final String PLACES =
      """
      select e.id, e.screening, s.person, e.words
        from screenings.entry e join screenings.screening s on s.id = e.screening
       where e.screening = any(:screenings) and e.question = 'PLACE' and e.words is not null
       order by e.given_at
      """;

  /// Where each interview was held, as written; without those whose person was erased.
  Map<Screening.Id, String> places(Collection<Screening> screenings) {
    Keys keys =
        vault.open(
            screenings.stream().map(screening -> screening.person().value()).distinct().toList());
    Map<Screening.Id, String> places = new HashMap<>();
    sql.sql(PLACES)
        .param("screenings", ids(screenings))
        .query((row, n) -> {
          Screening.Id screening = id(row);
          return keys.open(
                  row.getObject("person", UUID.class),
                  spot(row.getObject("id", UUID.class)),
                  row.getBytes("words"))
              .map(words -> places.put(screening, words));
        })
        .list();
    return places;
  }

  private static UUID[] ids(Collection<Screening> screenings) {
    return screenings.stream().map(screening -> screening.id().value()).toArray(UUID[]::new);
  }

  private static Screening.Id id(ResultSet row) throws SQLException {
    return new Screening.Id(row.getObject("screening", UUID.class));
  }

  private static Spot spot(UUID entry) {
    return new Spot("screenings.entry", "words", entry);
  }

  private static Entry row(ResultSet row, Keys keys, Screening.Person person) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    @Nullable String reply = row.getString("reply");
    @Nullable String source = row.getString("source");
    return new Entry(
        new Entry.Id(id),
        row.getString("question"),
        reply == null || source == null
            ? null
            : new Answer(Answer.Reply.valueOf(reply), Answer.Source.valueOf(source)),
        keys.open(person.value(), spot(id), row.getBytes("words")).orElse(""),
        Arrays.stream((UUID[]) row.getArray("instead_of").getArray()).map(Entry.Id::new).toList(),
        new Account.Id(row.getObject("given_by", UUID.class)),
        row.getObject("given_at", OffsetDateTime.class).toInstant());
  }
}

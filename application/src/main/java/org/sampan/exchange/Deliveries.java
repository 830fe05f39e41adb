package org.sampan.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Account;
import org.sampan.accounts.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where messages stand, for people: the river of a case, and the page of what waits. No content.
@Repository
public class Deliveries {

  /// After this long an urgent message that still waits is somebody's concern.
  static final Duration URGENT_WAITS = Duration.ofMinutes(15);

  /// After this long any other message is.
  static final Duration ROUTINE_WAITS = Duration.ofHours(24);

  /// A message of ours and what is known of it.
  ///
  /// @param office the code of the office it is addressed to
  /// @param queued when it was sealed
  /// @param relayed when R1 came: the other node has it
  /// @param delivered when R2 came: the office has it
  /// @param decided when R3 came: a person decided
  /// @param reason the code of that decision
  /// @param ended when it expired, bounced or was cancelled
  /// @param failure the code of the last attempt that failed
  public record Delivery(
      MessageId id,
      String kind,
      String peer,
      @Nullable String office,
      DeliveryState state,
      boolean urgent,
      Instant queued,
      @Nullable Instant relayed,
      @Nullable Instant delivered,
      @Nullable Instant decided,
      @Nullable String reason,
      @Nullable Instant ended,
      @Nullable String failure,
      int attempts,
      @Nullable MessageId inReplyTo) {}

  /// A person took back a message of ours that still waited: published inside the transaction that
  /// did it.
  ///
  /// @param tried whether it may be over there nevertheless; then their copy is locked
  public record Cancelled(MessageId message, boolean tried, SignedIn by) {}

  /// A message of ours stands somewhere new: published inside the transaction that changed it.
  public record Changed(MessageId message, DeliveryState state) {}

  /// A message of ours is about to be written: published inside the transaction that writes it, so
  /// that what must be told ahead of it still can be.
  ///
  /// @param kind its name without the version
  /// @param consent the consent it leaves under; none when it needs none or goes past it
  /// @param author none when the node itself writes
  public record Leaving(
      String kind,
      String peer,
      @Nullable String office,
      @Nullable UUID caseFile,
      @Nullable UUID consent,
      @Nullable UUID author) {

    Leaving(
        String kind,
        Threads.Line line,
        @Nullable String office,
        Scribe.Rests rests,
        Scribe.@Nullable Author author) {
      this(
          kind,
          line.peer(),
          office,
          line.caseFile(),
          rests.consent(),
          author == null ? null : author.account());
    }
  }

  /// Who sent a message of ours.
  ///
  /// @param approver the second pair of eyes, where its kind demands it
  public record Sender(UUID author, UUID office, UUID agency, @Nullable UUID approver) {}

  private final JdbcClient sql;
  private final Clock clock;

  Deliveries(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private static final String COLUMNS =
      """
      select o.id, o.kind, o.peer, o.office, o.state, o.urgent, o.created, o.r1_at, o.r2_at, o.r3_at, o.r3_reason,
             o.ended, o.last_failure, o.attempts, o.in_reply_to
        from exchange.outbox o
      """;
  static final String OF_CASE =
      COLUMNS
          + """
           join exchange.thread t on t.id = o.thread
           where t.case_file = :caseFile and o.kind not like 'sys.%' order by o.created, o.id
          """;

  /// What was sent about this case, oldest first; not the nodes' own messages.
  @Transactional(readOnly = true)
  public List<Delivery> of(UUID caseFile) {
    return sql.sql(OF_CASE).param("caseFile", caseFile).query((row, n) -> delivery(row)).list();
  }

  static final String OF_MESSAGE = COLUMNS + " where o.id = :id";

  /// One message of ours.
  @Transactional(readOnly = true)
  public Optional<Delivery> of(MessageId message) {
    return sql.sql(OF_MESSAGE)
        .param("id", message.value())
        .query((row, n) -> delivery(row))
        .optional();
  }

  /// What another node asked of ours about a case of ours.
  ///
  /// @param office the code of the office of ours it was addressed to
  /// @param allowed what the consent it rests on covers, by name
  /// @param stands whether its consent was not withdrawn since
  /// @param reliesOn the digest of that consent at the node that asked
  public record Request(
      MessageId id,
      String from,
      String office,
      Set<String> allowed,
      String reliesOn,
      boolean stands) {}

  static final String REQUESTS =
      """
      select i.id, i.sender, i.office, i.consent_scope, i.consent_hash, i.state from exchange.inbox i
        join exchange.thread t on t.id = i.thread
       where t.case_file = :caseFile and i.kind like 'referral.request/%' and i.state in ('PROCESSED', 'LOCKED')
         and i.office is not null and i.consent_hash is not null order by i.received desc, i.id
      """;

  /// What was asked of ours about this case, newest first.
  @Transactional(readOnly = true)
  public List<Request> requestsOf(UUID caseFile) {
    return sql.sql(REQUESTS)
        .param("caseFile", caseFile)
        .query((row, n) ->
            new Request(
                new MessageId(row.getObject("id", UUID.class)),
                row.getString("sender"),
                row.getString("office"),
                Set.copyOf(List.of((String[]) row.getArray("consent_scope").getArray())),
                row.getString("consent_hash"),
                row.getString("state").equals("PROCESSED")))
        .list();
  }

  static final String SENDER =
      """
      select author, author_office, author_agency, approver from exchange.outbox
       where id = :id and author is not null
      """;

  /// Who sent a message of ours; nobody when the node itself did.
  @Transactional(readOnly = true)
  public Optional<Sender> senderOf(MessageId message) {
    return sql.sql(SENDER)
        .param("id", message.value())
        .query((row, n) ->
            new Sender(
                row.getObject("author", UUID.class),
                row.getObject("author_office", UUID.class),
                row.getObject("author_agency", UUID.class),
                row.getObject("approver", UUID.class)))
        .optional();
  }

  /// Whose messages somebody may watch.
  public record Whose(@Nullable UUID author, @Nullable UUID office, @Nullable UUID agency) {
    /// Everybody's.
    public static final Whose ALL = new Whose(null, null, null);

    /// Those of one author.
    public static Whose of(Account.Id author) {
      return new Whose(author.value(), null, null);
    }
  }

  private static final String SEEN_BY =
      """
         and (cast(:author as uuid) is null or o.author = cast(:author as uuid))
         and (cast(:office as uuid) is null or o.author_office = cast(:office as uuid))
         and (cast(:agency as uuid) is null or o.author_agency = cast(:agency as uuid))
      """;
  static final String CONCERNS =
      """
       where (o.state in ('QUEUED', 'SENDING', 'KEPT')
          or (o.state in ('EXPIRED', 'BOUNCED', 'CANCELLED') and o.kind not like 'sys.%' and o.ended > :since))
      """
          + SEEN_BY;
  static final String UNDER_WAY =
      COLUMNS
          + " join (select o.id as one, row_number() over (partition by o.peer order by"
          + " o.state not in ('QUEUED', 'SENDING'), o.urgent desc, o.created) as place"
          + " from exchange.outbox o"
          + CONCERNS
          + ") first on first.one = o.id and first.place <= 50 order by o.peer, first.place";

  /// What waits, the most urgent first, and what came to nothing lately: at most 50 a peer.
  @Transactional(readOnly = true)
  public List<Delivery> waiting(Whose whose) {
    return whose(sql, UNDER_WAY, whose)
        .param("since", lately(clock.instant()))
        .query((row, n) -> delivery(row))
        .list();
  }

  /// Since when something that came to nothing is still shown.
  static OffsetDateTime lately(Instant now) {
    return now.minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC);
  }

  static final String TOO_LONG =
      "select count(*) as many from exchange.outbox o where o.state in ('QUEUED', 'SENDING')"
          + " and o.created < (case when o.urgent then cast(:urgent as timestamptz)"
          + " else cast(:routine as timestamptz) end)"
          + SEEN_BY;

  /// How many have waited longer than anybody should.
  @Transactional(readOnly = true)
  public long tooLong(Whose whose) {
    Instant now = clock.instant();
    return whose(sql, TOO_LONG, whose)
        .param("urgent", now.minus(URGENT_WAITS).atOffset(ZoneOffset.UTC))
        .param("routine", now.minus(ROUTINE_WAITS).atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getLong("many"))
        .single();
  }

  static JdbcClient.StatementSpec whose(JdbcClient sql, String question, Whose whose) {
    return sql.sql(question)
        .param("author", whose.author())
        .param("office", whose.office())
        .param("agency", whose.agency());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    UUID reply = row.getObject("in_reply_to", UUID.class);
    return new Delivery(
        new MessageId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("peer"),
        row.getString("office"),
        DeliveryState.valueOf(row.getString("state")),
        row.getBoolean("urgent"),
        row.getObject("created", OffsetDateTime.class).toInstant(),
        moment(row, "r1_at"),
        moment(row, "r2_at"),
        moment(row, "r3_at"),
        row.getString("r3_reason"),
        moment(row, "ended"),
        row.getString("last_failure"),
        row.getInt("attempts"),
        reply == null ? null : new MessageId(reply));
  }

  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

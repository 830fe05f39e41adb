package org.sampan.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Statement;
import org.sampan.web.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers another node's hello: it is written to again at once, gets again what it asks for, and
/// is told how far its numbers reach here.
@Repository
class Answers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PAGE = 100;

  private final JdbcClient sql;
  private final Threads threads;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Circuits circuits;
  private final Dispatches dispatches;
  private final Carriage carriage;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Answers(
      JdbcClient sql,
      Threads threads,
      Inbox inbox,
      Outbox outbox,
      Circuits circuits,
      Dispatches dispatches,
      Carriage carriage,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.threads = threads;
    this.inbox = inbox;
    this.outbox = outbox;
    this.circuits = circuits;
    this.dispatches = dispatches;
    this.carriage = carriage;
    this.events = events;
    this.clock = clock;
  }

  /// What is said back.
  ///
  /// @param to the nonce of the hello it answers
  /// @param next where the next page begins; none when this was the last
  record Answer(String to, List<Of> threads, @Nullable String next) {

    /// One thread: what we hold of theirs, and the highest number we sent.
    record Of(Rollbacks.Held held, long sent) {}

    static Optional<Answer> read(CanonicalJson body) {
      JsonNode tree = JSON.readTree(body.text());
      List<Of> threads = new ArrayList<>();
      for (JsonNode one : tree.path("threads")) {
        List<Rollbacks.Place> beyond = new ArrayList<>();
        one.path("beyond").forEach(b -> beyond.add(place(b)));
        Optional<UUID> pairCase = Typed.identifier(one.path("case").asString(""));
        if (pairCase.isEmpty() || !one.path("number").isIntegralNumber()) {
          return Optional.empty();
        }
        threads.add(
            new Of(
                new Rollbacks.Held(pairCase.get(), place(one), beyond),
                one.path("sent").asLong(0)));
      }
      String next = tree.path("next").asString("");
      return Optional.of(
          new Answer(tree.path("to").asString(""), threads, next.isEmpty() ? null : next));
    }

    private static Rollbacks.Place place(JsonNode node) {
      String digest = node.path("digest").asString("");
      return new Rollbacks.Place(node.path("number").asLong(0), digest.isEmpty() ? null : digest);
    }
  }

  static final String ONCE =
      "insert into exchange.statement (sender, nonce, at) values (:sender, :nonce, :now) on conflict do nothing";
  static final String FORGET = "delete from exchange.statement where at < :before";

  /// Takes a verified hello once, and says what to answer. Nothing when it was taken before.
  @Transactional
  public Optional<CanonicalJson> to(Statement hello) {
    Instant now = clock.instant();
    String peer = hello.from().value();
    sql.sql(FORGET)
        .param("before", now.minus(Statement.LIFE.multipliedBy(2)).atOffset(ZoneOffset.UTC))
        .update();
    boolean first =
        sql.sql(ONCE)
                .param("sender", peer)
                .param("nonce", hello.nonce())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (!first) {
      return Optional.empty();
    }
    JsonNode asked = JSON.readTree(hello.body().text());
    circuits.of(peer, now);
    circuits.heard(peer, now);
    for (JsonNode wanted : asked.path("wanted")) {
      Typed.identifier(wanted.path("case").asString(""))
          .flatMap(pairCase -> threads.find(peer, pairCase))
          .ifPresent(
              line -> outbox.sendAgain(line.id(), wanted.path("from").asLong(Long.MAX_VALUE)));
    }
    asked
        .path("receipts")
        .properties()
        .forEach(one ->
            Typed.identifier(one.getKey())
                .ifPresent(id -> carriage.takeReceipt(peer, id, one.getValue().asString(""))));
    events.publishEvent(new Courier.Waiting(peer));
    Map<String, Object> answer = new TreeMap<>();
    answer.put("to", hello.nonce());
    answer.put("threads", List.of());
    if (asked.path("all").asBoolean(false)) {
      page(peer, asked.path("after").asString(""), answer);
    }
    return Optional.of(json(answer));
  }

  /// What goes with the answer to a node that fetches its messages itself: some of what waits, each
  /// under a lease as if it were on its way.
  List<byte[]> letters(Statement hello) {
    List<byte[]> letters = new ArrayList<>();
    long bytes = 0;
    if (!JSON.readTree(hello.body().text()).path("take").asBoolean(false)) {
      return letters;
    }
    // As many as may be on their way at once; the next hello brings more.
    for (Optional<Dispatches.Outgoing> next = dispatches.claim(hello.from().value());
        next.isPresent();
        next = dispatches.claim(hello.from().value())) {
      letters.add(next.get().sealed());
      bytes += next.get().sealed().length;
      if (bytes > Polling.MOST_BYTES / 2) {
        break;
      }
    }
    return letters;
  }

  static final String LINES =
      Threads.COLUMNS
          + """
          where peer = :peer and (cast(:after as uuid) is null or pair_case > cast(:after as uuid))
          order by pair_case limit :most
          """;

  /// The threads with a peer, a page at a time.
  private List<Threads.Line> lines(String peer, @Nullable UUID after) {
    return sql.sql(LINES)
        .param("peer", peer)
        .param("after", after)
        .param("most", PAGE)
        .query((row, n) -> Threads.line(row))
        .list();
  }

  private void page(String peer, String after, Map<String, Object> answer) {
    List<Threads.Line> lines = lines(peer, Typed.identifier(after).orElse(null));
    answer.put("threads", lines.stream().map(this::of).toList());
    if (lines.size() == PAGE) {
      answer.put("next", lines.getLast().pairCase().toString());
    }
  }

  private Map<String, Object> of(Threads.Line line) {
    Map<String, Object> one = place(line.seen(), line.seenDigest());
    one.put("case", line.pairCase().toString());
    one.put("sent", line.nextOut() - 1);
    List<Map<String, Object>> beyond =
        inbox.beyond(line.id(), line.seen()).stream()
            .map(m -> place(m.seq(), m.identity()))
            .toList();
    one.put("beyond", beyond);
    return one;
  }

  private static Map<String, Object> place(long number, @Nullable String digest) {
    Map<String, Object> place = new TreeMap<>();
    place.put("number", number);
    if (digest != null) {
      place.put("digest", digest);
    }
    return place;
  }

  static CanonicalJson json(Map<String, Object> body) {
    return CanonicalJson.of(JSON.writeValueAsString(body));
  }
}

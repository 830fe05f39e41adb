package org.sampan.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.Checked;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.TrustList;
import org.sampan.trust.Trust;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a node does that was put back from a copy: it is silent to each peer until that peer has
/// said which number and digest it received last, then goes on after those.
///
/// Otherwise it would give numbers a second time that the peer knows with another content, and look
/// like a node that says two things. The mark of a restored copy is the file `restored` in the
/// node's folder.
@Repository
class Rollbacks {

  /// The name of the mark that a restore leaves in the node's folder.
  static final String MARK = "restored";

  private final JdbcClient sql;
  private final Threads threads;
  private final Outbox outbox;
  private final Scribe scribe;
  private final Trust trust;
  private final Audit audit;
  private final Clock clock;
  private final Path mark;

  Rollbacks(
      JdbcClient sql,
      Threads threads,
      Outbox outbox,
      Scribe scribe,
      Trust trust,
      Audit audit,
      Clock clock,
      @Value("${sampan.folder}") Path folder) {
    this.sql = sql;
    this.threads = threads;
    this.outbox = outbox;
    this.scribe = scribe;
    this.trust = trust;
    this.audit = audit;
    this.clock = clock;
    this.mark = folder.resolve(MARK);
  }

  static final String ADD = "insert into exchange.rollback (id, noticed) values (:id, :now)";

  /// Looks for the mark of a restore, at start, before anything is sent.
  @Transactional
  public void notice() {
    if (Files.exists(mark)) {
      UUID id = UuidCreator.getTimeOrderedEpoch();
      sql.sql(ADD).param("id", id).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
      audit.write(Act.of("exchange.rollback.noticed").on(id));
    }
  }

  /// Takes the mark away, once what it says is committed; a stop in between only says it twice.
  void unmark() throws IOException {
    Files.deleteIfExists(mark);
  }

  static final String AWAITS =
      """
      select exists (select from exchange.rollback r
                      where not exists (select from exchange.confirmed c
                                         where c.rollback = r.id and c.peer = :peer)) as awaits
      """;

  /// Whether this peer must first say where we stand.
  boolean awaits(String peer) {
    return sql.sql(AWAITS).param("peer", peer).query((row, n) -> row.getBoolean("awaits")).single();
  }

  static final String SINCE =
      """
      select min(r.noticed) as noticed from exchange.rollback r
       where not exists (select from exchange.confirmed c where c.rollback = r.id and c.peer = :peer)
      """;
  static final String CONFIRM =
      """
      insert into exchange.confirmed (rollback, peer, at)
      select r.id, :peer, :now from exchange.rollback r
      on conflict (rollback, peer) do nothing
      """;

  /// The peer has told all: from now on it is written to again.
  @Transactional
  public void confirmed(String peer) {
    sql.sql(CONFIRM)
        .param("peer", peer)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.write(Act.of("exchange.rollback.confirmed").with("peer", peer));
  }

  /// A number in a thread and the identity digest of the letter that has it.
  record Place(long number, @Nullable String digest) {}

  /// What a peer has of ours in one thread.
  ///
  /// @param received the highest number without a gap; 0 for none
  /// @param beyond what it has beyond a gap, in order
  record Held(UUID pairCase, Place received, List<Place> beyond) {
    Place highest() {
      return beyond.isEmpty() ? received : beyond.getLast();
    }
  }

  /// Takes one thread's position from the peer: what we lost keeps its numbers, and what we wrote
  /// since gets the numbers after them.
  @Transactional
  public void take(String peer, Held held) {
    Threads.Line line = threads.open(peer, held.pairCase(), null, null, clock.instant());
    List<Outbox.Sent> ours = queuedSince(line.id(), since(peer));
    long first = ours.isEmpty() ? line.nextOut() : ours.getFirst().seq();
    long highest = held.highest().number();
    if (highest < first) {
      return;
    }
    // First out of the way: a number stands once in a thread.
    ours.forEach(sent -> sql.sql(ASIDE).param("id", sent.id()).update());
    threads.numbered(line.id(), highest + 1, held.highest().digest());
    fill(line, first, ours.isEmpty() ? line.lastOut() : ours.getFirst().prev(), held);
    renumber(threads.lock(line.id()), ours);
    audit.write(
        Act.of("exchange.rollback.lost")
            .on(line.id())
            .with("peer", peer)
            .with("numbers", highest - first + 1)
            .with("renumbered", ours.size()));
  }

  private Instant since(String peer) {
    return sql.sql(SINCE)
        .param("peer", peer)
        .query((row, n) -> row.getObject("noticed", OffsetDateTime.class))
        .single()
        .toInstant();
  }

  /// Numbers lost on both sides get tombstones, or the peer would wait for them for ever.
  private void fill(Threads.Line line, long first, @Nullable String beforeFirst, Held held) {
    long number = Math.max(first, held.received().number() + 1);
    String prev = number == held.received().number() + 1 ? held.received().digest() : beforeFirst;
    for (; number < held.highest().number(); number++) {
      long wanted = number;
      Optional<Place> there =
          held.beyond().stream().filter(place -> place.number() == wanted).findFirst();
      if (there.isPresent()) {
        prev = there.get().digest();
        continue;
      }
      Map<String, Object> body = Map.of("reason", "LOST");
      Scribe.Note note = Scribe.Note.ofNode(Kinds.TOMBSTONE, threads.lock(line.id()), null, body);
      prev = scribe.instead(note, number, prev);
    }
  }

  private void renumber(Threads.Line line, List<Outbox.Sent> ours) {
    long number = line.nextOut();
    String prev = line.lastOut();
    for (Outbox.Sent sent : ours) {
      Letter before = letter(sent);
      Letter after =
          new Letter(
              before.id(),
              before.route(),
              new Letter.Order(
                  before.order().caseId(),
                  number,
                  prev == null ? null : new Digest(prev),
                  line.seen()),
              before.life(),
              before.terms(),
              before.actor(),
              before.content(),
              before.knowledge());
      Scribe.Written written = scribe.seal(after, sent.person());
      renumbered(after, written);
      prev = written.envelope().identity().hex();
      number++;
    }
    threads.numbered(line.id(), number, prev);
  }

  private Letter letter(Outbox.Sent sent) {
    byte[] kept =
        sql.sql(INNER).param("id", sent.id()).query((row, n) -> row.getBytes("inner_jws")).single();
    String inner = scribe.innerJws(sent.id(), sent.person(), kept);
    TrustList list = trust.list().orElseThrow();
    Checked<Opener.Opened> opened =
        Opener.reopen(
            inner, new Digest(sent.sealed()), list, new NodeId(sent.peer()), sent.created());
    if (opened instanceof Checked.Valid<Opener.Opened>(Opener.Opened ours)) {
      return ours.letter();
    }
    throw new IllegalStateException("a letter of ours does not open again");
  }

  static final String QUEUED_SINCE =
      """
      select o.id, o.thread, o.seq, o.prev, o.peer, o.kind, o.state, o.created, o.not_after, o.sealed_digest,
             o.identity, o.person, o.consent, o.overruling, o.relies_on, o.attempts, o.files
        from exchange.outbox o
       where o.thread = :thread and o.created >= :since and o.state = 'QUEUED' order by o.seq for update
      """;

  private List<Outbox.Sent> queuedSince(UUID thread, Instant since) {
    return sql.sql(QUEUED_SINCE)
        .param("thread", thread)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((row, n) -> Outbox.sent(row))
        .list();
  }

  static final String INNER = "select inner_jws from exchange.outbox where id = :id";
  static final String ASIDE =
      "update exchange.outbox set seq = seq + 4503599627370496 where id = :id";
  static final String RENUMBER =
      """
      update exchange.outbox
         set seq = :seq, prev = cast(:prev as text), sealed = :sealed, sealed_digest = :sealedDigest,
             identity = :identity, inner_jws = :inner
       where id = :id and state = 'QUEUED'
      """;

  private void renumbered(Letter letter, Scribe.Written written) {
    sql.sql(RENUMBER)
        .param("seq", letter.order().seq())
        .param("prev", letter.order().prev() == null ? null : letter.order().prev().hex())
        .param("sealed", written.envelope().bytes())
        .param("sealedDigest", written.envelope().sealed().hex())
        .param("identity", written.envelope().identity().hex())
        .param("inner", written.innerJws())
        .param("id", letter.id().value())
        .update();
  }
}

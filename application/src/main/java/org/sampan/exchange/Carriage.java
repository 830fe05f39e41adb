package org.sampan.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sampan.sealing.Checked;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Reason;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.TrustList;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The front door for another way than the wire, as a stick: what waits for a peer, byte for byte
/// as the wire would send it, and what came from one, taken exactly as from the wire.
@Repository
public class Carriage {

  /// How long the receipts of what came are given along.
  private static final Duration RECEIPTS_FOR = Duration.ofDays(120);

  private static final int MOST = 100_000;

  /// Something that goes along, by its name and length.
  public record Item(UUID id, long length) {}

  /// What became of a letter that came.
  public sealed interface Taken {
    /// It is here, now or since earlier; the signed receipt.
    record Stored(UUID id, String receipt) implements Taken {}

    /// It can never be taken.
    record Refused(String code) implements Taken {}

    /// Not now: the same bytes may be taken later.
    record Later(String code) implements Taken {}
  }

  private final JdbcClient sql;
  private final Arrivals arrivals;
  private final Dispatches dispatches;
  private final Outbox outbox;
  private final Rollbacks rollbacks;
  private final Keyring keys;
  private final Trust trust;
  private final Clock clock;

  Carriage(
      JdbcClient sql,
      Arrivals arrivals,
      Dispatches dispatches,
      Outbox outbox,
      Rollbacks rollbacks,
      Keyring keys,
      Trust trust,
      Clock clock) {
    this.sql = sql;
    this.arrivals = arrivals;
    this.dispatches = dispatches;
    this.outbox = outbox;
    this.rollbacks = rollbacks;
    this.keys = keys;
    this.trust = trust;
    this.clock = clock;
  }

  /// Whether nothing may go to this peer before it has said where a restored node stands.
  public boolean awaits(String peer) {
    return rollbacks.awaits(peer);
  }

  static final String WAITING =
      """
      select id, length(sealed) as length from exchange.outbox
       where peer = :peer and sealed is not null
         and (again or state in ('QUEUED', 'SENDING') and not_after > :now) and (:fresh or not personal)
       order by urgent desc, created, id limit :most
      """;

  /// What waits for a peer: urgent ones first, in their order within a case.
  @Transactional(readOnly = true)
  public List<Item> waiting(String peer) {
    Instant now = clock.instant();
    return sql.sql(WAITING)
        .param("peer", peer)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("fresh", trust.isFresh(now))
        .param("most", MOST)
        .query((row, n) -> new Item(row.getObject("id", UUID.class), row.getLong("length")))
        .list();
  }

  static final String ALONG =
      """
      update exchange.outbox set attempts = attempts + 1
       where id = :id and sealed is not null and (again or state in ('QUEUED', 'SENDING')) returning sealed
      """;

  /// Gives the bytes of one along, and notes that they left: from now on a withdrawal is told over
  /// there too. Nothing when it no longer waits.
  @Transactional
  public Optional<byte[]> along(UUID id) {
    Optional<byte[]> sealed =
        sql.sql(ALONG).param("id", id).query((row, n) -> row.getBytes("sealed")).optional();
    sealed.ifPresent(bytes -> dispatches.carried(id));
    return sealed;
  }

  static final String RECEIPTS =
      """
      select id, length(r1) as length from exchange.inbox
       where sender = :peer and received > :since order by received limit :most
      """;

  /// What came from a peer lately, whose receipts go back along.
  @Transactional(readOnly = true)
  public List<Item> receipts(String peer) {
    return sql.sql(RECEIPTS)
        .param("peer", peer)
        .param("since", clock.instant().minus(RECEIPTS_FOR).atOffset(ZoneOffset.UTC))
        .param("most", MOST)
        .query((row, n) -> new Item(row.getObject("id", UUID.class), row.getLong("length")))
        .list();
  }

  static final String R1 = "select r1 from exchange.inbox where sender = :peer and id = :id";

  /// The receipt of one.
  @Transactional(readOnly = true)
  public Optional<String> receipt(String peer, UUID id) {
    return sql.sql(R1)
        .param("peer", peer)
        .param("id", id)
        .query((row, n) -> row.getString("r1"))
        .optional();
  }

  /// Takes a letter of this peer, as the border would.
  public Taken take(String peer, byte[] sealed) {
    TrustList list = trust.list().orElseThrow();
    return switch (Opener.open(sealed, keys.opening(), list, trust.self(), clock.instant())) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened)
          when !opened.letter().route().from().value().equals(peer) ->
          new Taken.Refused(Reason.SIGNER_NOT_SENDER.name());
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) ->
          switch (arrivals.take(opened, sealed)) {
            case Arrivals.Answer.Stored(String receipt) ->
                new Taken.Stored(opened.letter().id().value(), receipt);
            case Arrivals.Answer.Bounced bounced -> new Taken.Refused("EQUIVOCATION");
          };
      case Checked.Refused<Opener.Opened>(Reason reason) ->
          reason.permanent() ? new Taken.Refused(reason.name()) : new Taken.Later(reason.name());
    };
  }

  /// Takes a receipt of this peer for a letter of ours. False when it proves nothing.
  public boolean takeReceipt(String peer, UUID id, String receipt) {
    Optional<Outbox.Sent> sent = outbox.find(id).filter(one -> one.peer().equals(peer));
    if (sent.isEmpty()) {
      return false;
    }
    TrustList list = trust.list().orElseThrow();
    NodeId from = new NodeId(peer);
    if (org.sampan.sealing.Receipts.check(
            receipt, sent.get().subject(), from, list, clock.instant())
        instanceof Checked.Valid<Receipt>(Receipt.Relayed relayed)) {
      dispatches.relayed(sent.get(), receipt);
      return true;
    }
    return false;
  }
}

package org.sampan.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.sampan.sealing.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The receipts beside messages: ours beside what we received, theirs beside what we sent.
///
/// A message may be answered twice by rule: first that it was put aside, later what became of it.
/// The first word is kept; the later one counts.
@Repository
class Replies {

  private final JdbcClient sql;

  Replies(JdbcClient sql) {
    this.sql = sql;
  }

  static final String ANSWERED_ASIDE =
      "update exchange.inbox set aside = :text where sender = :sender and id = :id and aside is null";
  static final String ANSWERED_2 =
      "update exchange.inbox set r2 = :text where sender = :sender and id = :id and r2 is null";
  static final String ANSWERED_3 =
      "update exchange.inbox set r3 = :text where sender = :sender and id = :id and r3 is null";

  /// We put it aside. False when its sender was told so before.
  boolean aside(Inbox.Kept message, String receipt) {
    return answered(ANSWERED_ASIDE, message, receipt);
  }

  /// Our R2. False when there was one.
  boolean delivered(Inbox.Kept message, String receipt) {
    return answered(ANSWERED_2, message, receipt);
  }

  /// Our R3. False when there was one.
  boolean decided(Inbox.Kept message, String receipt) {
    return answered(ANSWERED_3, message, receipt);
  }

  private boolean answered(String which, Inbox.Kept message, String receipt) {
    return sql.sql(which)
            .param("text", receipt)
            .param("sender", message.sender())
            .param("id", message.id())
            .update()
        == 1;
  }

  static final String RELAYED =
      """
      with before as (select id, state from exchange.outbox where id = :id for update),
      tried as (insert into exchange.attempt (message, at, outcome) values (:id, :now, 'RELAYED') on conflict do nothing),
      near as (
      """
          + Circuits.HEARD
          + """
          )
          update exchange.outbox o
             set r1 = coalesce(o.r1, :receipt), r1_at = coalesce(o.r1_at, :now), lease_until = null, again = false,
                 last_failure = null,
                 state = case when o.state in ('QUEUED', 'SENDING') then 'RELAYED' else o.state end
            from before where o.id = before.id
          returning before.state
          """;

  /// Keeps their R1 beside the message, with the attempt that brought it and that they were heard:
  /// one statement, because every letter asks it. Returns where the message stood before.
  DeliveryState heardRelayed(Outbox.Sent sent, String receipt, Instant now) {
    return sql.sql(RELAYED)
        .param("receipt", receipt)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("lately", Circuits.lately(now))
        .param("peer", sent.peer())
        .param("id", sent.id())
        .query((row, n) -> DeliveryState.valueOf(row.getString("state")))
        .single();
  }

  static final String TAKEN_UP =
      """
      update exchange.outbox
         set aside = r3, r3 = null, r3_at = null, r3_reason = null, state = 'RELAYED'
       where id = :id and state = 'KEPT'
      """;
  static final String RECEIVED_2 =
      """
      update exchange.outbox
         set r2 = coalesce(r2, :text), r2_at = coalesce(r2_at, :at),
             state = case when state in ('QUEUED', 'SENDING', 'RELAYED') then 'DELIVERED' else state end,
             again = again or r1 is null
       where id = :id
      returning state
      """;
  static final String RECEIVED_3 =
      """
      update exchange.outbox
         set r3_at = case when r3 is null then cast(:at as timestamptz) else r3_at end,
             r3_reason = case when r3 is null then cast(:reason as text) else r3_reason end,
             state = case when r3 is null and state in ('QUEUED', 'SENDING', 'RELAYED', 'DELIVERED') then :state else state end,
             again = again or r1 is null, r3 = coalesce(r3, :text)
       where id = :id
      returning state
      """;

  /// Keeps their R2 for a message of ours that is locked. A late one is evidence and changes no
  /// ended state.
  ///
  /// @return where the message stands after it
  DeliveryState heardDelivered(Outbox.Sent sent, String receipt, Instant at) {
    takenUp(sent);
    return after(
        sql.sql(RECEIVED_2)
            .param("text", receipt)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", sent.id()));
  }

  /// Keeps their R3, the first one: a decision is made once. That it was put aside is none.
  ///
  /// @return where the message, which is locked, stands after it
  DeliveryState heardDecided(
      Outbox.Sent sent, String receipt, Receipt.Decided decided, Instant at) {
    boolean kept = Quarantine.isAside(decided);
    if (!kept) {
      takenUp(sent);
    }
    return after(
        sql.sql(RECEIVED_3)
            .param("text", receipt)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("reason", decided.reasonCode())
            .param("state", kept ? DeliveryState.KEPT.name() : decided.decision().name())
            .param("id", sent.id()));
  }

  private void takenUp(Outbox.Sent sent) {
    if (sent.state() == DeliveryState.KEPT) {
      sql.sql(TAKEN_UP).param("id", sent.id()).update();
    }
  }

  private static DeliveryState after(JdbcClient.StatementSpec receipt) {
    return receipt.query((row, n) -> DeliveryState.valueOf(row.getString("state"))).single();
  }

  static final String UNTOLD =
      """
      select i.sender, i.id, i.thread, i.aside, i.r2, i.r3,
             (select count(*) from exchange.outbox o
               where o.in_reply_to = i.id and o.kind like 'sys.receipt/%') as told
        from exchange.inbox i
       where (i.aside is not null)::int + (i.r2 is not null)::int + (i.r3 is not null)::int
             > (select count(*) from exchange.outbox o
                 where o.in_reply_to = i.id and o.kind like 'sys.receipt/%')
       order by i.received limit 200
      """;

  /// Receipts of a message that its sender was not told of, in their order.
  record Untold(UUID thread, UUID message, List<String> receipts) {}

  /// What could not be written when it was decided: the sender was suspended, or had no key.
  List<Untold> untold() {
    return sql.sql(UNTOLD)
        .query((row, n) -> {
          List<String> receipts =
              Stream.of(row.getString("aside"), row.getString("r2"), row.getString("r3"))
                  .filter(Objects::nonNull)
                  .skip(row.getLong("told"))
                  .toList();
          return new Untold(
              row.getObject("thread", UUID.class), row.getObject("id", UUID.class), receipts);
        })
        .list();
  }
}

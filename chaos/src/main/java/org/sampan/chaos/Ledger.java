package org.sampan.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What was committed on one side against what it did on the other: identifiers, not counts.
final class Ledger {

  private final Station from;
  private final Station to;

  /// The identifiers whose commit was told to us.
  private final Set<UUID> told = ConcurrentHashMap.newKeySet();

  Ledger(Station from, Station to) {
    this.from = from;
    this.to = to;
  }

  /// What a comparison found. Everything after `effects` must be zero.
  ///
  /// @param committed messages in the sender's database
  /// @param effects effects in the receiver's
  /// @param vanished told as committed and not in the sender's database
  /// @param lost committed and without effect
  /// @param doubled with more than one effect
  /// @param disordered effects of a case before that of a lower number
  /// @param unbacked acknowledged by R1 and not in the receiver's inbox
  /// @param ended expired, refused or cancelled though nobody asked
  record Finding(
      long committed,
      long effects,
      long vanished,
      long lost,
      long doubled,
      long disordered,
      long unbacked,
      long ended) {
    boolean holds() {
      return vanished + lost + doubled + disordered + unbacked + ended == 0;
    }
  }

  void told(UUID id) {
    told.add(id);
  }

  long told() {
    return told.size();
  }

  private record Sent(String state, boolean acknowledged) {}

  private static final String SENT =
      "select id, state, r1 is not null as acknowledged from exchange.outbox"
          + " where kind like 'referral.request/%'";
  private static final String EFFECTS =
      "select message, pair_case, seq from chaos.effect where sender = ? order by place";
  private static final String INBOX = "select id from exchange.inbox where sender = ?";

  Finding compare() throws SQLException {
    Map<UUID, Sent> sent = sent();
    Map<UUID, Integer> effects = new HashMap<>();
    Map<UUID, Long> highest = new HashMap<>();
    Set<UUID> inbox = new HashSet<>();
    long disordered = 0;
    try (Connection database = to.database();
        PreparedStatement ask = database.prepareStatement(EFFECTS);
        PreparedStatement arrived = database.prepareStatement(INBOX)) {
      ask.setString(1, from.name);
      arrived.setString(1, from.name);
      ResultSet row = ask.executeQuery();
      while (row.next()) {
        effects.merge(row.getObject("message", UUID.class), 1, Integer::sum);
        long seq = row.getLong("seq");
        Long before = highest.put(row.getObject("pair_case", UUID.class), seq);
        disordered += before != null && before >= seq ? 1 : 0;
      }
      row = arrived.executeQuery();
      while (row.next()) {
        inbox.add(row.getObject("id", UUID.class));
      }
    }
    return new Finding(
        sent.size(),
        effects.size(),
        told.stream().filter(id -> !sent.containsKey(id)).count(),
        sent.keySet().stream().filter(id -> !effects.containsKey(id)).count(),
        effects.values().stream().filter(times -> times > 1).count(),
        disordered,
        sent.entrySet().stream()
            .filter(one -> one.getValue().acknowledged() && !inbox.contains(one.getKey()))
            .count(),
        sent.values().stream().filter(one -> isEnded(one.state())).count());
  }

  private static boolean isEnded(String state) {
    return state.equals("EXPIRED") || state.equals("BOUNCED") || state.equals("CANCELLED");
  }

  private Map<UUID, Sent> sent() throws SQLException {
    Map<UUID, Sent> sent = new HashMap<>();
    try (Connection database = from.database();
        PreparedStatement ask = database.prepareStatement(SENT);
        ResultSet row = ask.executeQuery()) {
      while (row.next()) {
        sent.put(
            row.getObject("id", UUID.class),
            new Sent(row.getString("state"), row.getBoolean("acknowledged")));
      }
    }
    return sent;
  }

  private static final String ATTEMPTS =
      "select outcome, count(*) from exchange.attempt group by outcome order by 2 desc, 1";

  /// What became of the attempts so far, the commonest first.
  String attempts() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection database = from.database();
        PreparedStatement ask = database.prepareStatement(ATTEMPTS);
        ResultSet row = ask.executeQuery()) {
      while (row.next()) {
        all.append(all.isEmpty() ? "" : ", ")
            .append(row.getString(1))
            .append(' ')
            .append(row.getLong(2));
      }
    }
    return all.toString();
  }

  private static final String WAITING =
      "select count(*) from exchange.outbox where state in ('QUEUED', 'SENDING') or again"
          + " or (kind like 'referral.request/%' and r2 is null and state = 'RELAYED')";

  /// How many messages and answers are still under way on either side.
  long underWay() throws SQLException {
    long waiting = 0;
    for (Station station : java.util.List.of(from, to)) {
      waiting += station.number(WAITING);
    }
    return waiting;
  }
}

package org.sampan.chaos;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Set;
import java.util.UUID;
import org.sampan.exchange.Receiver;
import org.sampan.vault.Vault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes requests before the capability of that name does, and writes one row for each time it was
/// called. The row is part of the arrival's own commit; no constraint hides a second one.
@Order(Ordered.HIGHEST_PRECEDENCE)
class Taker implements Receiver {

  private final Vault vault;
  private final JdbcClient sql;

  Taker(Vault vault, JdbcClient sql) {
    this.vault = vault;
    this.sql = sql;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("referral.request/1.0");
  }

  @Override
  public Reception receive(Received message) {
    sql.sql(
            "insert into chaos.effect (message, sender, pair_case, seq)"
                + " values (:message, :sender, :pairCase, :seq)")
        .param("message", message.id().value())
        .param("sender", message.from())
        .param("pairCase", message.letter().order().caseId().value())
        .param("seq", message.letter().order().seq())
        .update();
    UUID person = message.person() == null ? UuidCreator.getTimeOrderedEpoch() : message.person();
    vault.admit(person);
    return new Reception.Taken(person);
  }
}

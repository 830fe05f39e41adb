package org.sampan.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of passwords, second factors, failures and invitations.
@Repository
class Credentials {

  /// What a sign-in is checked against.
  record Credential(
      Account.Id account,
      boolean active,
      @Nullable String password,
      byte @Nullable [] secondFactor,
      long lastStep,
      int failures,
      @Nullable Instant lockedUntil) {
    @Override
    public String toString() {
      return "Credential[" + account.value() + "]";
    }
  }

  private final JdbcClient sql;

  Credentials(JdbcClient sql) {
    this.sql = sql;
  }

  static final String NAMED =
      """
      select id, active, password, second_factor, last_step, failures, locked_until
        from accounts.account where sign_in_name = :name for update
      """;

  Optional<Credential> named(String signInName) {
    return sql.sql(NAMED).param("name", signInName).query((row, n) -> credential(row)).optional();
  }

  static final String SUCCEEDED =
      "update accounts.account set failures = 0, locked_until = null, last_step = :step where id = :id";

  void succeeded(Account.Id id, long step) {
    sql.sql(SUCCEEDED).param("step", step).param("id", id.value()).update();
  }

  static final String FAILED =
      "update accounts.account set failures = :failures, locked_until = cast(:until as timestamptz) where id = :id";

  void failed(Account.Id id, int failures, @Nullable Instant lockedUntil) {
    sql.sql(FAILED)
        .param("failures", failures)
        .param("until", lockedUntil == null ? null : lockedUntil.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  static final String SET =
      """
      update accounts.account
         set password = :password, second_factor = :secondFactor, last_step = 0, failures = 0, locked_until = null
       where id = :id
      """;

  void set(Account.Id id, String passwordHash, byte[] sealedSecondFactor) {
    sql.sql(SET)
        .param("password", passwordHash)
        .param("secondFactor", sealedSecondFactor)
        .param("id", id.value())
        .update();
  }

  static final String TAKE_BACK =
      "update accounts.invitation set used = :now where account = :account and used is null";

  /// Earlier links of hers no longer open.
  void takeBack(Account.Id account, Instant now) {
    sql.sql(TAKE_BACK)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("account", account.value())
        .update();
  }

  static final String INVITE =
      "insert into accounts.invitation (digest, account, expires) values (:digest, :account, :expires)";

  void invite(byte[] digest, Account.Id account, Instant expires) {
    sql.sql(INVITE)
        .param("digest", digest)
        .param("account", account.value())
        .param("expires", expires.atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String INVITED =
      "select account from accounts.invitation where digest = :digest and used is null and expires > :now";

  Optional<Account.Id> invited(byte[] digest, Instant now) {
    return sql.sql(INVITED)
        .param("digest", digest)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Account.Id(row.getObject("account", UUID.class)))
        .optional();
  }

  static final String USE =
      """
      update accounts.invitation set used = :now
       where digest = :digest and used is null and expires > :now
      """;

  boolean use(byte[] digest, Instant now) {
    return sql.sql(USE).param("digest", digest).param("now", now.atOffset(ZoneOffset.UTC)).update()
        == 1;
  }

  private static Credential credential(ResultSet row) throws SQLException {
    OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
    return new Credential(
        new Account.Id(row.getObject("id", UUID.class)),
        row.getBoolean("active"),
        row.getString("password"),
        row.getBytes("second_factor"),
        row.getLong("last_step"),
        row.getInt("failures"),
        lockedUntil == null ? null : lockedUntil.toInstant());
  }
}

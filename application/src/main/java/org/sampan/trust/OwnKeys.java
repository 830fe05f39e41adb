package org.sampan.trust;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the node's own keys. A private half in the vault is sealed for its row; one in a
/// token is only named here.
@Repository
class OwnKeys {

  private static final byte[] NOT_HERE = {};

  private final JdbcClient sql;
  private final Vault vault;
  private final Token token;

  OwnKeys(JdbcClient sql, Vault vault, Token token) {
    this.sql = sql;
    this.vault = vault;
    this.token = token;
  }

  static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('trust.node_key'))";

  /// Until the end of the transaction nobody else makes or destroys keys.
  void lock() {
    sql.sql(ONE_AT_A_TIME).query((row, n) -> true).list();
  }

  static final String ADD =
      """
      insert into trust.node_key (id, use, public_part, sealed, made, kept_in)
      values (:id, :use, :publicPart, :sealed, :made, :keptIn)
      """;

  /// Makes a pair for this use, in the token if there is one.
  OwnKey make(PublicPart.Use use, Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    // The line's key is used at every handshake and proves nothing to a court: it stays here.
    boolean inToken = token.isThere() && use != PublicPart.Use.TLS;
    OwnKey key = inToken ? token.make(id, use, now) : here(id, use, now);
    sql.sql(ADD)
        .param("id", id)
        .param("use", use.name())
        .param("publicPart", key.publicPart().toJwk())
        .param("sealed", inToken ? NOT_HERE : vault.sealForNode(spot(id), written(key)))
        .param("made", now.atOffset(ZoneOffset.UTC))
        .param("keptIn", key.keptIn().name())
        .update();
    return key;
  }

  private static OwnKey here(UUID id, PublicPart.Use use, Instant now) {
    SigningKey pair = SigningKey.generate();
    PublicPart part = new PublicPart(use, pair.publicPart().key());
    return new OwnKey(id, part, pair.privateKey(), OwnKey.KeptIn.VAULT, now, null);
  }

  static final String ALL =
      "select id, use, public_part, sealed, kept_in, made, until from trust.node_key order by made, id";

  /// All of them, oldest first.
  List<OwnKey> all() {
    return sql.sql(ALL).query((row, n) -> key(row)).list();
  }

  static final String UNTIL = "update trust.node_key set until = :until where id = :id";

  void until(UUID id, Instant until) {
    sql.sql(UNTIL).param("until", until.atOffset(ZoneOffset.UTC)).param("id", id).update();
  }

  static final String DESTROY = "delete from trust.node_key where id = :id";

  /// Destroys a pair: what was sealed to it and not opened yet never will be.
  void destroy(OwnKey key) {
    sql.sql(DESTROY).param("id", key.id()).update();
    if (key.keptIn() == OwnKey.KeptIn.TOKEN) {
      token.destroy(key.id());
    }
  }

  private OwnKey key(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    PublicPart part = PublicPart.fromJwk(row.getString("public_part"));
    OwnKey.KeptIn keptIn = OwnKey.KeptIn.valueOf(row.getString("kept_in"));
    PrivateKey privateKey =
        switch (keptIn) {
          case TOKEN -> token.find(id);
          case VAULT -> read(part, vault.openForNode(spot(id), row.getBytes("sealed")));
        };
    OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
    return new OwnKey(
        id,
        part,
        privateKey,
        keptIn,
        row.getObject("made", OffsetDateTime.class).toInstant(),
        until == null ? null : until.toInstant());
  }

  /// Signing and opening keys are kept as private JWKs, the line's as PKCS#8.
  private static byte[] written(OwnKey key) {
    return switch (key.use()) {
      case SIGN ->
          new SigningKey(key.publicPart(), key.privateKey())
              .toPrivateJwk()
              .getBytes(StandardCharsets.UTF_8);
      case ENCRYPT ->
          new DecryptionKey(key.publicPart(), key.privateKey())
              .toPrivateJwk()
              .getBytes(StandardCharsets.UTF_8);
      case TLS -> key.privateKey().getEncoded();
    };
  }

  private static PrivateKey read(PublicPart part, byte[] written) {
    return switch (part.use()) {
      case SIGN ->
          SigningKey.fromPrivateJwk(new String(written, StandardCharsets.UTF_8)).privateKey();
      case ENCRYPT ->
          DecryptionKey.fromPrivateJwk(new String(written, StandardCharsets.UTF_8)).privateKey();
      case TLS -> pkcs8(written);
    };
  }

  private static PrivateKey pkcs8(byte[] written) {
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(written));
    } catch (GeneralSecurityException notAKey) {
      throw new IllegalStateException(notAKey);
    }
  }

  private static Spot spot(UUID id) {
    // The name the spot had when the first keys were sealed: it is bound into their seals.
    return new Spot("exchange.node_key", "sealed", id);
  }
}

package org.sampan.trust;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// The node's own keys: one pair signs, one opens. Made at the first start; private halves are
/// sealed under the node's key, and only public ones are ever handed out.
@Repository
public class Keyring implements InitializingBean {

  private final JdbcClient sql;
  private final Vault vault;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Path publicKeys;

  Keyring(
      JdbcClient sql,
      Vault vault,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${sampan.folder}") Path folder) {
    this.sql = sql;
    this.vault = vault;
    this.transaction = transaction;
    this.clock = clock;
    this.publicKeys = folder.resolve("public-keys.json");
  }

  static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('trust.node_key'))";

  /// Makes the keys at the first start; afterwards changes nothing. The public halves stand in the
  /// node's folder as `public-keys.json`, a list of JWKs, for whoever makes the trust list.
  @Override
  public void afterPropertiesSet() throws IOException {
    transaction.executeWithoutResult(alone -> make());
    List<String> jwks = publicParts().stream().map(PublicPart::toJwk).toList();
    Files.writeString(publicKeys, "[" + String.join(",\n", jwks) + "]\n");
  }

  private void make() {
    sql.sql(ONE_AT_A_TIME).query((row, n) -> true).list();
    if (jwks("SIGN").isEmpty()) {
      SigningKey signing = SigningKey.generate();
      add("SIGN", signing.publicPart(), signing.toPrivateJwk());
    }
    if (jwks("ENCRYPT").isEmpty()) {
      DecryptionKey opening = DecryptionKey.generate();
      add("ENCRYPT", opening.publicPart(), opening.toPrivateJwk());
    }
  }

  /// The key that signs now: the newest.
  public SigningKey signing() {
    return SigningKey.fromPrivateJwk(jwks("SIGN").getFirst());
  }

  /// The keys that open, newest first: letters sealed to a former one still arrive.
  public List<DecryptionKey> opening() {
    return jwks("ENCRYPT").stream().map(DecryptionKey::fromPrivateJwk).toList();
  }

  static final String PUBLIC = "select public_part from trust.node_key order by made, id";

  /// The public halves, for the trust list.
  public List<PublicPart> publicParts() {
    return sql.sql(PUBLIC)
        .query((row, n) -> PublicPart.fromJwk(row.getString("public_part")))
        .list();
  }

  static final String ADD =
      """
      insert into trust.node_key (id, use, public_part, sealed, made)
      values (:id, :use, :publicPart, :sealed, :made)
      """;

  private void add(String use, PublicPart publicPart, String privateJwk) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    sql.sql(ADD)
        .param("id", id)
        .param("use", use)
        .param("publicPart", publicPart.toJwk())
        .param("sealed", vault.sealForNode(spot(id), privateJwk.getBytes(StandardCharsets.UTF_8)))
        .param("made", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  static final String SEALED =
      "select id, sealed from trust.node_key where use = :use order by made desc, id desc";

  private List<String> jwks(String use) {
    return sql.sql(SEALED)
        .param("use", use)
        .query((row, n) ->
            new String(
                vault.openForNode(spot(row.getObject("id", UUID.class)), row.getBytes("sealed")),
                StandardCharsets.UTF_8))
        .list();
  }

  private static Spot spot(UUID id) {
    // The name the spot had when the first keys were sealed: it is bound into their seals.
    return new Spot("exchange.node_key", "sealed", id);
  }
}

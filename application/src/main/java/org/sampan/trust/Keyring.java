package org.sampan.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.audit.Act;
import org.sampan.audit.Audit;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustedNode;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The node's own keys: some sign, some open, one is shown on the line. Private halves never leave
/// unsealed, and only public ones are ever handed out.
///
/// Keys rotate without silence: the next pair is made while the current one has weeks to go, and
/// waits on the list beside it; which of them signs, the list decides. Opening keys last until
/// nothing sealed to them can still be on its way.
@Component
public class Keyring implements InitializingBean {

  /// How long before a key ends its successor is made, so that the signers have time.
  static final Map<PublicPart.Use, Duration> AHEAD =
      Map.of(
          PublicPart.Use.SIGN, Duration.ofDays(60),
          PublicPart.Use.ENCRYPT, Duration.ofDays(30),
          PublicPart.Use.TLS, Duration.ofDays(60));

  /// How long a key is proposed for: signing and line keys a year, opening keys 90 days.
  static final Map<PublicPart.Use, Duration> LIFE =
      Map.of(
          PublicPart.Use.SIGN, Duration.ofDays(365),
          PublicPart.Use.ENCRYPT, Duration.ofDays(90),
          PublicPart.Use.TLS, Duration.ofDays(365));

  /// How long an opening key stays after its end: the longest a letter of this release lives (90
  /// days), and 30 days more.
  public static final Duration OPENS_AFTER_ITS_END = Duration.ofDays(120);

  private final OwnKeys keys;
  private final Trust trust;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Path publicKeys;
  private volatile List<OwnKey> held = List.of();

  Keyring(
      OwnKeys keys,
      Trust trust,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${sampan.folder}") Path folder) {
    this.keys = keys;
    this.trust = trust;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
    this.publicKeys = folder.resolve("public-keys.json");
  }

  /// Makes the keys at the first start; afterwards changes nothing. The public halves stand in the
  /// node's folder as `public-keys.json`, a list of JWKs, for whoever makes the trust list.
  @Override
  public void afterPropertiesSet() throws IOException {
    transaction.executeWithoutResult(alone -> {
      keys.lock();
      List<OwnKey> there = keys.all();
      for (PublicPart.Use use : PublicPart.Use.values()) {
        if (there.stream().noneMatch(key -> key.use() == use)) {
          keys.make(use, clock.instant());
        }
      }
    });
    read();
  }

  private void read() throws IOException {
    held = List.copyOf(keys.all());
    List<String> jwks = publicParts().stream().map(PublicPart::toJwk).toList();
    Files.writeString(publicKeys, "[" + String.join(",\n", jwks) + "]\n");
  }

  /// All own keys, oldest first.
  List<OwnKey> all() {
    return held;
  }

  /// The key that signs now: of those the list holds valid, the one that became valid last; before
  /// there is a list, the newest.
  public SigningKey signing() {
    OwnKey key = now(PublicPart.Use.SIGN);
    return new SigningKey(key.publicPart(), key.privateKey());
  }

  /// The keys that open, newest first: letters sealed to a former one still arrive.
  public List<DecryptionKey> opening() {
    return held.reversed().stream()
        .filter(key -> key.use() == PublicPart.Use.ENCRYPT)
        .map(key -> new DecryptionKey(key.publicPart(), key.privateKey()))
        .toList();
  }

  /// The public halves, for the trust list.
  public List<PublicPart> publicParts() {
    return held.stream().map(OwnKey::publicPart).toList();
  }

  /// The key of this use that counts now.
  OwnKey now(PublicPart.Use use) {
    Instant now = clock.instant();
    Optional<OwnKey> listed =
        held.stream()
            .filter(key -> key.use() == use)
            .filter(key -> listed(key).filter(on -> isValid(on, now)).isPresent())
            .max(
                Comparator.comparing((OwnKey key) -> listed(key).orElseThrow().from())
                    .thenComparing(OwnKey::made, Comparator.reverseOrder()));
    return listed.orElseGet(
        () -> held.reversed().stream().filter(key -> key.use() == use).findFirst().orElseThrow());
  }

  /// What the list in use says of an own key.
  Optional<TrustedNode.Key> listed(OwnKey key) {
    return trust.list().flatMap(list -> list.node(trust.self())).stream()
        .flatMap(node -> node.keys().stream())
        .filter(on -> on.part().equals(key.publicPart()))
        .findFirst();
  }

  private static boolean isValid(TrustedNode.Key key, Instant now) {
    return !now.isBefore(key.from())
        && now.isBefore(key.until())
        && (key.revoked() == null || now.isBefore(key.revoked()));
  }

  /// Makes what will be needed, and destroys what no letter can need any more.
  @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = java.util.concurrent.TimeUnit.MINUTES)
  void rotate() throws IOException {
    if (trust.list().flatMap(list -> list.node(trust.self())).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    transaction.executeWithoutResult(alone -> {
      keys.lock();
      note();
      for (PublicPart.Use use : PublicPart.Use.values()) {
        if (needsNext(use, now)) {
          make(use, now);
        }
      }
      keys.all().stream().filter(key -> isOver(key, now)).forEach(this::destroy);
    });
    read();
  }

  /// Makes new pairs of every use at once: after a suspicion, or when a person asks for it.
  void renew() throws IOException {
    Instant now = clock.instant();
    transaction.executeWithoutResult(alone -> {
      keys.lock();
      for (PublicPart.Use use : PublicPart.Use.values()) {
        make(use, now);
      }
    });
    read();
  }

  private void make(PublicPart.Use use, Instant now) {
    OwnKey made = keys.make(use, now);
    audit.write(Act.of("trust.key.made").on(made.id()).with("kid", made.publicPart().kid()));
  }

  private void destroy(OwnKey key) {
    keys.destroy(key);
    audit.write(Act.of("trust.key.destroyed").on(key.id()).with("kid", key.publicPart().kid()));
  }

  /// Remembers what the list says of each end: an old key may later be off the list.
  private void note() {
    for (OwnKey key : keys.all()) {
      listed(key)
          .map(TrustedNode.Key::until)
          .filter(until -> !until.equals(key.until()))
          .ifPresent(until -> keys.until(key.id(), until));
    }
  }

  /// Whether every listed key of this use ends soon, and none waits to be listed.
  private boolean needsNext(PublicPart.Use use, Instant now) {
    List<OwnKey> of = keys.all().stream().filter(key -> key.use() == use).toList();
    boolean oneWaits = of.stream().anyMatch(key -> key.until() == null && listed(key).isEmpty());
    Instant soon = now.plus(AHEAD.getOrDefault(use, Duration.ZERO));
    return !oneWaits
        && of.stream()
            .flatMap(key -> listed(key).stream())
            .noneMatch(on -> on.revoked() == null && on.until().isAfter(soon));
  }

  private static boolean isOver(OwnKey key, Instant now) {
    Instant until = key.until();
    return key.use() == PublicPart.Use.ENCRYPT
        && until != null
        && now.isAfter(until.plus(OPENS_AFTER_ITS_END));
  }
}

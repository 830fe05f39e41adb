package org.sampan.trust;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Office;
import org.sampan.accounts.Offices;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Notice;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.TrustedNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Asks the signers to be put on the list, or to have new keys put there: a *request*.
///
/// A request is a list of one: this node as it would like to stand, signed by its own newest key,
/// which proves that it holds it. It is no trust list to anybody, for nobody pins that key.
@Component
class Joining {

  private static final int LONGEST_NAME = 200;

  private final Keyring keys;
  private final Trust trust;
  private final Offices offices;
  private final Clock clock;
  private final Path file;
  private final String country;
  private final String name;
  private final @Nullable URI endpoint;
  private volatile @Nullable Request written;

  Joining(
      Keyring keys,
      Trust trust,
      Offices offices,
      Clock clock,
      @Value("${sampan.folder}") Path folder,
      @Value("${sampan.country}") String country,
      @Value("${sampan.name}") String name,
      @Value("${sampan.peer-address:#{null}}") @Nullable URI endpoint) {
    this.keys = keys;
    this.trust = trust;
    this.offices = offices;
    this.clock = clock;
    this.file = folder.resolve("join-request.json");
    this.country = country;
    this.name = name;
    this.endpoint = endpoint;
  }

  /// A request and what is read aloud of it.
  record Request(String text, Fingerprint fingerprint) {}

  /// Puts the request into the node's folder, where `./sampan node join` finds it; again when a key
  /// or an office was added since.
  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(fixedDelay = 60, initialDelay = 60, timeUnit = TimeUnit.SECONDS)
  void write() throws IOException {
    Request now = request();
    Request before = written;
    if (before == null || !before.fingerprint().equals(now.fingerprint())) {
      Files.writeString(file, now.text());
      written = now;
    }
  }

  /// The request as it stands now. It is the same each time until a key, an office or the address
  /// changes, so that a fingerprint read aloud today still fits tomorrow.
  Request request() {
    List<OwnKey> current = keys.all().stream().filter(this::isWanted).toList();
    Instant newest = current.getLast().made();
    TrustList proposed =
        new TrustList(1, null, newest, newest.plus(TrustList.LONGEST_LIFE), List.of(node(current)));
    OwnKey signs =
        current.reversed().stream()
            .filter(key -> key.use() == PublicPart.Use.SIGN)
            .findFirst()
            .orElseThrow();
    String text =
        TrustLists.sign(proposed, List.of(new SigningKey(signs.publicPart(), signs.privateKey())));
    return new Request(text, Fingerprint.of(TrustLists.mark(proposed).sha256()));
  }

  /// Whether every key and the address stand on the list as they should; else signers are waited
  /// for.
  boolean waits() {
    return keys.all().stream().filter(this::isWanted).anyMatch(key -> keys.listed(key).isEmpty());
  }

  /// This node asks not to be believed any more, by its own key; every node that hears of it obeys.
  ///
  /// @return the notice, to be handed on by hand where no line leads
  String suspend() {
    OwnKey signs = keys.now(PublicPart.Use.SIGN);
    String notice =
        Notice.sign(
            new Notice.Suspended(trust.self(), clock.instant()),
            List.of(new SigningKey(signs.publicPart(), signs.privateKey())));
    trust.offer(notice);
    return notice;
  }

  /// Old keys that are over are not asked for again.
  private boolean isWanted(OwnKey key) {
    Instant until = key.until();
    boolean revoked = keys.listed(key).filter(on -> on.revoked() != null).isPresent();
    return !revoked && (until == null || until.isAfter(clock.instant()));
  }

  private TrustedNode node(List<OwnKey> current) {
    List<TrustedNode.Key> proposed = new ArrayList<>();
    for (OwnKey key : current) {
      Instant from = key.made().minus(Duration.ofDays(1));
      Instant usual = key.made().plus(Keyring.LIFE.getOrDefault(key.use(), Duration.ofDays(365)));
      proposed.add(
          keys.listed(key)
              .orElseGet(() -> new TrustedNode.Key(key.publicPart(), from, usual, null)));
    }
    return new TrustedNode(
        new NodeId(trust.self().value()),
        country,
        "government",
        TrustedNode.Status.PROBATION,
        TrustedNode.Names.of(Map.of("en", name)),
        endpoint,
        proposed,
        List.of(),
        offices.all().stream().map(Joining::office).toList());
  }

  private static TrustedNode.Office office(Office office) {
    String latin = office.latinName();
    return new TrustedNode.Office(
        office.code().toLowerCase(Locale.ROOT),
        TrustedNode.Names.of(
            Map.of("en", latin.substring(0, Math.min(latin.length(), LONGEST_NAME)))),
        List.of());
  }
}

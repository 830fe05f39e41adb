package org.sampan.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustedNode;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Says hello to the other nodes: at start, when a number has been missing for a minute, and after
/// a restore until each has said where we stand.
///
/// A hello says `{"all": true|false, "after": cursor, "wanted": [{"case", "from"}]}`; the answer
/// says `{"threads": [{"case", "received", "digest", "beyond": [{"number", "digest"}], "sent"}],
/// "next": cursor}`.
@Component
class Hellos {

  static final String KIND = "sys.hello";

  private static final Logger LOG = LoggerFactory.getLogger(Hellos.class);

  private final Trust trust;
  private final Keyring keys;
  private final Threads threads;
  private final Rollbacks rollbacks;
  private final Circuits circuits;
  private final Courier.Link link;
  private final Schemas schemas;
  private final Clock clock;

  /// Whom we are greeting at this moment.
  private final Set<String> greeted = ConcurrentHashMap.newKeySet();

  Hellos(
      Trust trust,
      Keyring keys,
      Threads threads,
      Rollbacks rollbacks,
      Circuits circuits,
      Courier.Link link,
      Schemas schemas,
      Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.threads = threads;
    this.rollbacks = rollbacks;
    this.circuits = circuits;
    this.link = link;
    this.schemas = schemas;
    this.clock = clock;
  }

  /// A number from which something is wanted again.
  record Wanted(UUID pairCase, long from) {
    Map<String, Object> json() {
      return Map.of("case", pairCase.toString(), "from", from);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void back() {
    peers().forEach(this::aside);
  }

  /// Greets whoever owes us something, and whoever did not answer lately while something waits for
  /// it: so a link that is back is noticed within seconds, however long it was away. One that
  /// swallows what it is told holds up no other.
  @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
  void ask() {
    Map<String, Circuits.State> states = circuits.all();
    Set<String> waitedFor = Set.copyOf(circuits.waitedFor());
    for (TrustedNode peer : peers()) {
      String name = peer.id().value();
      Circuits.State state = states.get(name);
      boolean silent = state != null && state.failures() > 0 && waitedFor.contains(name);
      if (silent || rollbacks.awaits(name) || !gaps(peer).isEmpty()) {
        aside(peer);
      }
    }
  }

  private void aside(TrustedNode peer) {
    if (greeted.add(peer.id().value())) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              greet(peer);
            } finally {
              greeted.remove(peer.id().value());
            }
          });
    }
  }

  /// Says hello to one peer and takes its answer. False when it did not answer as it should.
  boolean greet(TrustedNode peer) {
    String name = peer.id().value();
    if (!rollbacks.awaits(name)) {
      return say(peer, false, null, gaps(peer)).isPresent();
    }
    List<Wanted> wanted = new ArrayList<>();
    String after = null;
    do {
      Optional<Answers.Answer> answer = say(peer, true, after, List.of());
      if (answer.isEmpty()) {
        return false;
      }
      for (Answers.Answer.Of thread : answer.get().threads()) {
        rollbacks.take(name, thread.held());
        long seen = threads.find(name, thread.held().pairCase()).map(Threads.Line::seen).orElse(0L);
        if (thread.sent() > seen) {
          wanted.add(new Wanted(thread.held().pairCase(), seen + 1));
        }
      }
      after = answer.get().next();
    } while (after != null);
    for (int at = 0; at < wanted.size(); at += 100) {
      if (say(peer, false, null, wanted.subList(at, Math.min(at + 100, wanted.size()))).isEmpty()) {
        return false;
      }
    }
    rollbacks.confirmed(name);
    LOG.info("rollback confirmed by {}", name);
    return true;
  }

  private List<Wanted> gaps(TrustedNode peer) {
    Instant before = clock.instant().minus(Duration.ofSeconds(60));
    return threads.gaps(peer.id().value(), before).stream()
        .map(line -> new Wanted(line.pairCase(), line.seen() + 1))
        .toList();
  }

  private Optional<Answers.Answer> say(
      TrustedNode peer, boolean all, @Nullable String after, List<Wanted> wanted) {
    URI address = peer.endpoint();
    if (address == null) {
      return Optional.empty();
    }
    Map<String, Object> body = new TreeMap<>();
    body.put("all", all);
    body.put("wanted", wanted.stream().map(Wanted::json).toList());
    if (after != null) {
      body.put("after", after);
    }
    Instant now = clock.instant();
    CanonicalJson said = schemas.ours(Schemas.HELLO, Answers.json(body));
    Statement hello = Statement.of(KIND, trust.self(), peer.id(), now, said);
    byte[] text = hello.sign(keys.signing()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Optional<Answers.Answer> answer =
        switch (link.post(address, "/x/v1/hello", text)) {
          case Courier.Link.Reply.Answered(int status, String answered) ->
              checked(peer.id(), hello, answered);
          case Courier.Link.Reply.Silent silent -> Optional.empty();
        };
    answer.ifPresent(heard -> circuits.heard(peer.id().value(), now));
    return answer;
  }

  private Optional<Answers.Answer> checked(NodeId peer, Statement hello, String text) {
    TrustList list = trust.list().orElseThrow();
    return switch (Statement.check(text, list, trust.self(), clock.instant())) {
      case Checked.Valid<Statement>(Statement said)
          when said.from().equals(peer) && schemas.fits(Schemas.ANSWER, said.body()) -> {
        Optional<Answers.Answer> answer = Answers.Answer.read(said.body());
        // An answer names the hello it is for: an old one cannot be passed off as new.
        yield answer.filter(read -> read.to().equals(hello.nonce()));
      }
      case Checked.Valid<Statement> another -> Optional.empty();
      case Checked.Refused<Statement> refused -> Optional.empty();
    };
  }

  private List<TrustedNode> peers() {
    return trust.list().stream()
        .flatMap(list -> list.nodes().stream())
        .filter(node -> !node.id().equals(trust.self()))
        .filter(node -> node.status() != TrustedNode.Status.SUSPENDED)
        .toList();
  }
}

package org.sampan.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.audit.Log;
import org.sampan.consents.Category;
import org.sampan.schemas.Schemas;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.TrustLists;
import org.sampan.trust.Keyring;
import org.sampan.trust.Trust;
import org.sampan.vault.Keys;
import org.sampan.vault.Spot;
import org.sampan.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes letters: numbers them in their thread, seals them once and puts them into the outbox, all
/// in the caller's transaction. What may be written is decided by who asks ([Post], [Receipts],
/// [Withdrawals]).
@Component
class Scribe {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What a message rests on.
  record Rests(@Nullable UUID consent, @Nullable UUID overruling, Letter.Consent terms) {
    static final Rests NOTHING = new Rests(null, null, Letter.Consent.notNeeded());

    /// What the letter says of it.
    static Letter.Consent terms(
        Letter.ConsentState state,
        Set<Category> categories,
        String recordHash,
        @Nullable Instant until) {
      List<String> scope = categories.stream().map(Category::name).sorted().toList();
      return new Letter.Consent(state, scope, new Digest(recordHash), until);
    }

    @Nullable String recordHash() {
      Digest hash = terms.recordHash();
      return hash == null ? null : hash.hex();
    }
  }

  /// Who wrote it, and who approved.
  record Author(UUID account, UUID office, UUID agency, String role, @Nullable UUID approver) {}

  /// A letter to be written in a thread that the caller has locked.
  ///
  /// @param replaces the message whose number a tombstone takes
  record Note(
      MessageId id,
      Kinds kind,
      Threads.Line line,
      @Nullable String office,
      String purpose,
      Letter.LegalBasis basis,
      Rests rests,
      Letter.Urgency urgency,
      @Nullable Author author,
      @Nullable MessageId inReplyTo,
      @Nullable UUID replaces,
      Letter.Content said) {

    /// Whose key keeps it; what says nothing about a person is kept under the node's.
    @Nullable UUID person() {
      return kind.personal() ? line.person() : null;
    }

    /// A message of the nodes themselves.
    static Note ofNode(Kinds kind, Threads.Line line, @Nullable MessageId inReplyTo, Object body) {
      return new Note(
          MessageId.next(),
          kind,
          line,
          null,
          kind.kind().name(),
          new Letter.LegalBasis("sampan-exchange-1", kind.kind().name()),
          Rests.NOTHING,
          kind == Kinds.RECEIPT ? Letter.Urgency.ROUTINE : Letter.Urgency.URGENT,
          null,
          inReplyTo,
          null,
          kind.says(CanonicalJson.of(JSON.writeValueAsString(body)), List.of()));
    }

    Note insteadOf(UUID message) {
      return new Note(
          id, kind, line, office, purpose, basis, rests, urgency, author, inReplyTo, message, said);
    }
  }

  /// A sealed letter, and what is kept of it for proof.
  record Written(SealedEnvelope envelope, byte[] innerJws) {}

  /// The other node cannot be written to: not on the list, suspended, or without a key to seal to.
  static final class Unreachable extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Unreachable() {
      super("the trust list names no key to seal to");
    }
  }

  private final Trust trust;
  private final Keyring keys;
  private final Vault vault;
  private final Threads threads;
  private final Outbox outbox;
  private final Schemas schemas;
  private final ApplicationEventPublisher events;
  private final Log log;
  private final Clock clock;

  Scribe(
      Trust trust,
      Keyring keys,
      Vault vault,
      Threads threads,
      Outbox outbox,
      Schemas schemas,
      ApplicationEventPublisher events,
      Log log,
      Clock clock) {
    this.trust = trust;
    this.keys = keys;
    this.vault = vault;
    this.threads = threads;
    this.outbox = outbox;
    this.schemas = schemas;
    this.events = events;
    this.log = log;
    this.clock = clock;
  }

  /// Writes the next letter of the thread.
  ///
  /// @return the thread as it stands after it
  Threads.Line next(Note note) {
    events.publishEvent(leaving(note));
    // What was told ahead of it has the number before.
    Threads.Line line = threads.lock(note.line().id());
    Written written = place(note, line.nextOut(), line.lastOut());
    String identity = written.envelope().identity().hex();
    threads.numbered(line.id(), line.nextOut() + 1, identity);
    return line.numbered(line.nextOut() + 1, identity);
  }

  private static Deliveries.Leaving leaving(Note note) {
    return new Deliveries.Leaving(
        note.kind().kind().name(), note.line(), note.office(), note.rests(), note.author());
  }

  /// Writes a tombstone with the number of a message that was ended.
  ///
  /// @return its identity digest
  String instead(Note note, long seq, @Nullable String prev) {
    String identity = place(note, seq, prev).envelope().identity().hex();
    if (seq == note.line().nextOut() - 1) {
      threads.numbered(note.line().id(), seq + 1, identity);
    }
    return identity;
  }

  /// Seals a letter for its peer and, for proof, for ourselves.
  ///
  /// @throws Unreachable when there is no key to seal to
  Written seal(Letter letter, @Nullable UUID person) {
    SealedEnvelope envelope = Sealer.seal(letter, keys.signing(), sealingKey(letter.route().to()));
    Proof proof = proof(letter.id().value(), person, envelope.innerJws());
    if (person != null && proof.person() == null) {
      throw new IllegalStateException("the person has no key here: never admitted, or erased");
    }
    return new Written(envelope, proof.sealed());
  }

  /// What was signed, readable again only by us, and not at all once the person is erased.
  String innerJws(UUID message, @Nullable UUID person, byte[] kept) {
    if (person == null) {
      return new String(vault.openForNode(spot(message), kept), StandardCharsets.US_ASCII);
    }
    return vault.open(person).open(person, spot(message), kept).orElseThrow(Unreachable::new);
  }

  private Written place(Note note, long seq, @Nullable String prev) {
    Letter letter = letter(note, seq, prev);
    schemas.ours(letter.route().kind(), letter.content().body());
    Written written = seal(letter, note.person());
    outbox.add(note, letter, written);
    events.publishEvent(new Deliveries.Changed(note.id(), DeliveryState.QUEUED));
    events.publishEvent(new Courier.Waiting(note.line().peer()));
    return written;
  }

  private Letter letter(Note note, long seq, @Nullable String prev) {
    TrustLists.Trusted trusted = trust.current().orElseThrow(Unreachable::new);
    Threads.Line line = note.line();
    Letter.Id reply = note.inReplyTo() == null ? null : new Letter.Id(note.inReplyTo().value());
    return new Letter(
        new Letter.Id(note.id().value()),
        new Letter.Route(trust.self(), new NodeId(line.peer()), note.kind().kind(), reply),
        new Letter.Order(
            new Letter.CaseId(line.pairCase()),
            seq,
            prev == null ? null : new Digest(prev),
            line.seen()),
        life(note, clock.instant()),
        new Letter.Terms(
            note.purpose(),
            note.basis(),
            new Letter.Handling(false, null, null),
            note.rests().terms()),
        actor(note, line.peer()),
        note.said(),
        new Letter.Knowledge(trusted.mark(), log.head().told()));
  }

  /// The smallest limit counts: the kind's, or the end of the consent.
  private static Letter.Life life(Note note, Instant now) {
    Duration life = note.kind().life();
    Instant until = now.plus(life);
    Instant consented = note.rests().terms().validUntil();
    return new Letter.Life(
        now, consented != null && consented.isBefore(until) ? consented : until, note.urgency());
  }

  private Letter.Actor actor(Note note, String peer) {
    Author author = note.author();
    if (author == null) {
      return new Letter.Actor("NODE", trust.self().value(), null);
    }
    UUID approver = author.approver();
    return new Letter.Actor(
        author.role(),
        pseudonym(peer, author.account()),
        approver == null ? null : pseudonym(peer, approver));
  }

  /// The same for the same peer, so that it can ask about a person's acts; no name, and no number
  /// at home.
  private String pseudonym(String peer, UUID account) {
    byte[] index = vault.blindIndex("exchange.actor", peer + '|' + account);
    return java.util.HexFormat.of().formatHex(index, 0, 8);
  }

  private PublicPart sealingKey(NodeId peer) {
    return trust
        .list()
        .flatMap(list -> list.sealingKey(peer, clock.instant()))
        .orElseThrow(Unreachable::new);
  }

  /// What was signed, as it is kept.
  ///
  /// @param person under whose key; none is the node's
  record Proof(byte[] sealed, @Nullable UUID person) {}

  /// Seals what was signed under her key, or under the node's when she has none here.
  Proof proof(UUID message, @Nullable UUID person, String innerJws) {
    Keys keys = vault.open(person == null ? Set.of() : Set.of(person));
    if (person != null && keys.has(person)) {
      return new Proof(keys.seal(person, spot(message), innerJws), person);
    }
    byte[] clear = innerJws.getBytes(StandardCharsets.US_ASCII);
    return new Proof(vault.sealForNode(spot(message), clear), null);
  }

  private static Spot spot(UUID message) {
    return new Spot("exchange.message", "inner_jws", message);
  }
}

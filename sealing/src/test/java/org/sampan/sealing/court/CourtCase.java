package org.sampan.sealing.court;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.TrustList;
import org.sampan.sealing.TrustLists;
import org.sampan.sealing.log.Checkpoint;
import org.sampan.sealing.log.Hash;
import org.sampan.sealing.log.MerkleTree;

/// A case between Thailand and Cambodia with two to four letters each way, and Thailand's bundle of
/// it; all of it drawn from one seed.
final class CourtCase {
  static final Instant START = Instant.parse("2026-11-01T03:00:00Z");
  static final NodeId TH = new NodeId("th");
  static final NodeId KH = new NodeId("kh");
  static final SigningKey TH_SIGNS = SigningKey.generate();
  static final SigningKey KH_SIGNS = SigningKey.generate();
  static final DecryptionKey TH_OPENS = DecryptionKey.generate();
  static final DecryptionKey KH_OPENS = DecryptionKey.generate();
  static final SigningKey SECRETARIAT = SigningKey.generate();
  static final SigningKey STRANGER = SigningKey.generate();
  static final TrustLists.Anchor ANCHOR =
      new TrustLists.Anchor(List.of(SECRETARIAT.publicPart()), 1);
  static final TrustList FIRST = CourtLists.list(1, null, null);
  static final TrustList SECOND = CourtLists.list(2, TrustLists.mark(FIRST).sha256(), null);

  final Random random;
  final List<CourtBundle.Exhibit> exhibits = new ArrayList<>();
  final List<byte[]> log = new ArrayList<>();
  final Letter.CaseId caseId;
  private final List<Letter.LogHead> told = new ArrayList<>();
  private Instant clock = START.plus(Duration.ofHours(1));
  private @Nullable SealedEnvelope lastOut;
  private @Nullable SealedEnvelope lastIn;

  CourtCase(long seed) {
    random = new Random(seed);
    caseId =
        new Letter.CaseId(
            new UUID(
                random.nextLong() & ~0xf000L | 0x4000L,
                random.nextLong() & (-1L >>> 2) | 1L << 63));
    noise(1 + random.nextInt(60));
  }

  /// The bundle of a case that went well.
  CourtBundle bundle() {
    int letters = 2 + random.nextInt(3);
    for (int n = 0; n < letters; n++) {
      sent(n + 1, TH_SIGNS);
      noise(random.nextInt(8));
    }
    lastIn = null;
    for (int n = 0; n < letters - 1; n++) {
      received(n + 1);
      noise(random.nextInt(8));
    }
    return closed(List.of(FIRST, SECOND));
  }

  /// A letter of ours, with what Cambodia said of it.
  void sent(int seq, SigningKey signer) {
    SealedEnvelope sealed =
        Sealer.seal(
            letter(TH, KH, "referral.request/1.0", seq, lastOut), signer, KH_OPENS.publicPart());
    Letter.Id id = id(seq, TH);
    entry("exchange.message.queued", id);
    lastOut = sealed;
    List<String> receipts = receipts(Receipt.Subject.of(id, sealed), KH, KH_SIGNS);
    entry("exchange.message.relayed", id);
    exhibit(sealed, receipts, id);
  }

  /// A letter of ours that is taken back: a tombstone has its number, and the next one names it.
  ///
  /// @param known whether the tombstone says which letter it was
  /// @param arrived whether the letter arrived all the same and is shown
  void buried(int seq, boolean known, boolean arrived) {
    SealedEnvelope lost =
        Sealer.seal(
            letter(TH, KH, "referral.request/1.0", seq, lastOut), TH_SIGNS, KH_OPENS.publicPart());
    Letter is = letter(TH, KH, "sys.tombstone/1.0", seq, lastOut);
    if (arrived) {
      entry("exchange.message.queued", id(seq, TH));
      Receipt.Subject of = Receipt.Subject.of(id(seq, TH), lost);
      exhibit(lost, receipts(of, KH, KH_SIGNS), id(seq, TH));
    }
    String which = known ? ",\"identity\":\"" + lost.identity().hex() + "\"" : "";
    Letter stone = Bend.instead(is, id(seq + 1000, TH), "{\"reason\":\"CANCELLED\"" + which + "}");
    SealedEnvelope sealed = Sealer.seal(stone, TH_SIGNS, KH_OPENS.publicPart());
    exhibit(sealed, receipts(Receipt.Subject.of(stone.id(), sealed), KH, KH_SIGNS), stone.id());
    lastOut = lost;
  }

  private void received(int seq) {
    SealedEnvelope sealed =
        Sealer.seal(
            letter(KH, TH, "referral.status/1.0", seq, lastIn), KH_SIGNS, TH_OPENS.publicPart());
    Letter.Id id = id(seq, KH);
    lastIn = sealed;
    entry("exchange.message.received", id);
    exhibit(sealed, receipts(Receipt.Subject.of(id, sealed), TH, TH_SIGNS), id);
  }

  private void exhibit(SealedEnvelope sealed, List<String> receipts, Letter.Id id) {
    List<CourtBundle.Logged> entries = new ArrayList<>();
    for (int at = 0; at < log.size(); at++) {
      if (new String(log.get(at), StandardCharsets.UTF_8).contains(id.toString())) {
        // Placed for good by `closed`, when the log's length is known.
        entries.add(
            new CourtBundle.Logged(
                log.get(at), new org.sampan.sealing.log.InclusionProof(at, at + 1, List.of())));
      }
    }
    exhibits.add(new CourtBundle.Exhibit(sealed.innerJws(), sealed.sealed(), receipts, entries));
  }

  /// The bundle over what was written, with a log cosigned by Cambodia.
  CourtBundle closed(List<TrustList> lists) {
    MerkleTree tree = tree();
    List<CourtBundle.Exhibit> placed =
        exhibits.stream()
            .map(exhibit ->
                new CourtBundle.Exhibit(
                    exhibit.inner(),
                    exhibit.sealed(),
                    exhibit.receipts(),
                    exhibit.entries().stream()
                        .map(entry ->
                            new CourtBundle.Logged(
                                entry.content(), tree.inclusion(entry.path().index(), log.size())))
                        .toList()))
            .toList();
    Checkpoint head = new Checkpoint(TH, log.size(), tree.root(log.size()));
    clock = clock.plusSeconds(60);
    return new CourtBundle(
        TH,
        lists.stream().map(list -> TrustLists.sign(list, List.of(SECRETARIAT))).toList(),
        head.sign(TH_SIGNS, clock).with(head.cosign(KH, KH_SIGNS, clock.plusSeconds(5))).toString(),
        placed,
        told.stream()
            .map(head1 -> new CourtBundle.Told(head1, tree.consistency(head1.size(), log.size())))
            .toList());
  }

  MerkleTree tree() {
    List<Hash> leaves = log.stream().map(Hash::ofLeaf).toList();
    Map<Long, Hash> known = new HashMap<>();
    MerkleTree tree = MerkleTree.of(leaves);
    return new MerkleTree((height, at) ->
        known.computeIfAbsent(height * 10_000L + at, each -> tree.subtrees().at(height, at)));
  }

  Instant now() {
    return clock;
  }

  private List<String> receipts(Receipt.Subject of, NodeId by, SigningKey key) {
    List<String> receipts = new ArrayList<>();
    int how = random.nextInt(3);
    clock = clock.plusSeconds(1 + random.nextInt(3600));
    receipts.add(Receipts.sign(new Receipt.Relayed(of, stamp(by)), key));
    if (how > 0) {
      receipts.add(Receipts.sign(new Receipt.Delivered(of, stamp(by)), key));
    }
    if (how > 1) {
      receipts.add(
          Receipts.sign(
              new Receipt.Decided(of, stamp(by), Receipt.Decision.ACCEPTED, "ACCEPTED"), key));
    }
    return receipts;
  }

  private Receipt.Stamp stamp(NodeId by) {
    return new Receipt.Stamp(by, clock, by.equals(TH) ? head() : null);
  }

  private Letter.LogHead head() {
    Letter.LogHead head = new Letter.LogHead(log.size(), tree().root(log.size()).digest());
    if (!told.contains(head)) {
      told.add(head);
    }
    return head;
  }

  private Letter letter(
      NodeId from, NodeId to, String kind, int seq, @Nullable SealedEnvelope before) {
    clock = clock.plusSeconds(1 + random.nextInt(7200));
    return new Letter(
        id(seq, from),
        new Letter.Route(from, to, Letter.Kind.parse(kind), null),
        new Letter.Order(caseId, seq, before == null ? null : before.identity(), 0),
        new Letter.Life(clock, clock.plus(Duration.ofDays(90)), Letter.Urgency.ROUTINE),
        new Letter.Terms(
            "Protection",
            new Letter.LegalBasis("COMMIT MoU 2004", "art. 17"),
            new Letter.Handling(false, null, null),
            new Letter.Consent(
                Letter.ConsentState.GIVEN, List.of("kh"), Digest.of("consent"), null)),
        new Letter.Actor("labour-inspector", "p-17", "p-3"),
        new Letter.Content(
            CanonicalJson.of("{\"text\":\"invented " + random.nextInt(1000) + "\"}"),
            new Letter.Schema("urn:sampan:" + kind, Digest.of("schema"))),
        new Letter.Knowledge(TrustLists.mark(FIRST), from.equals(TH) ? head() : null));
  }

  private Letter.Id id(int seq, NodeId from) {
    long high = (caseId.value().getMostSignificantBits() & ~0xffffL) | 0x7000L | seq;
    return new Letter.Id(new UUID(high, 1L << 63 | from.value().hashCode()));
  }

  private void noise(int entries) {
    for (int n = 0; n < entries; n++) {
      entry("casework.case.seen", new UUID(random.nextLong(), random.nextLong()).toString());
    }
  }

  private void entry(String act, Letter.Id record) {
    entry(act, record.toString());
  }

  private void entry(String act, String record) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    byte[] text =
        CanonicalJson.of(
                "{\"act\":\"%s\",\"at\":\"%s\",\"detail\":{},\"id\":\"%s\",\"record\":\"%s\"}"
                    .formatted(act, clock, new UUID(random.nextLong(), random.nextLong()), record))
            .bytes();
    byte[] both = java.util.Arrays.copyOf(salt, salt.length + text.length);
    System.arraycopy(text, 0, both, salt.length, text.length);
    log.add(both);
  }
}

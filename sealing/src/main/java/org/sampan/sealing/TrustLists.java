package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.Letter.ListMark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Trust lists as signed text: JWS JSON serialisation (RFC 7515 section 7.2.1) with the signatures
/// of m of n pinned signers, so that no secretariat adds a node alone.
public final class TrustLists {
  static final int MAX_BYTES = 1024 * 1024;
  static final int MAX_SIGNATURES = 32;
  private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TrustLists() {}

  /// Who may sign the list and how many must, pinned by hand at each node.
  ///
  /// @param needed 1 up to the number of signers
  public record Anchor(List<PublicPart> signers, int needed) {
    public Anchor {
      signers = List.copyOf(signers);
      signers.forEach(signer -> signer.must(PublicPart.Use.SIGN));
      long distinct = signers.stream().map(PublicPart::kid).distinct().count();
      Refusal.unless(distinct == signers.size(), Reason.LIST_SIGNER_TWICE);
      Refusal.unless(needed >= 1 && needed <= signers.size(), Reason.LIST_SIGNATURES_TOO_FEW);
    }

    /// How many must sign the revocation of a key: two, or the one of a list that one signs. Fewer
    /// than a list needs, because a stolen key cannot wait for a quorum.
    public int neededToRevoke() {
      return Math.min(2, needed);
    }
  }

  /// A list with its proof; keep the mark as the last one accepted, and name it in letters.
  public record Trusted(TrustList list, ListMark mark) {}

  /// Version and digest of the list as [#sign] writes it; the digest is the next version's `prev`.
  public static ListMark mark(TrustList list) {
    return new ListMark(list.version(), TrustListForm.write(list).digest());
  }

  /// Writes the list with these signatures.
  public static String sign(TrustList list, List<SigningKey> signers) {
    var payload = TrustListForm.write(list);
    var entries = new ArrayList<Entry>();
    for (var signer : signers) {
      entries.add(entry(payload, Signed.Type.TRUST_LIST, signer));
    }
    return write(payload, Signed.Type.TRUST_LIST, entries);
  }

  /// Adds one signature to a signed list, as it travels from signer to signer.
  ///
  /// @throws IllegalArgumentException if the text is not a signed list
  public static String addSignature(String text, SigningKey signer) {
    return addSignature(parse(text, Signed.Type.TRUST_LIST), signer);
  }

  static String addSignature(Gathered gathered, SigningKey signer) {
    var entries = new ArrayList<>(gathered.entries);
    entries.removeIf(entry -> entry.kid.equals(signer.kid()));
    entries.add(entry(gathered.payload, gathered.type, signer));
    return write(gathered.payload, gathered.type, entries);
  }

  /// What a signed list says, without asking who signed it: to show it before it is signed. Nothing
  /// may be built on it.
  ///
  /// @throws IllegalArgumentException if the text is not a list
  public static TrustList unproved(String text) {
    return TrustListForm.read(parse(text, Signed.Type.TRUST_LIST).tree);
  }

  /// The thumbprints of the keys that signed a list or a notice, whether or not they count.
  ///
  /// @throws IllegalArgumentException if the text is neither
  public static List<String> signedBy(String text) {
    var outer = new Fields(StrictJson.canonical(text.getBytes(StandardCharsets.UTF_8)));
    return outer.list(
        "signatures",
        node -> {
          var header = Base64Url.decode(new Fields(node).text("protected"), Reason.NOT_BASE64URL);
          return Signed.Compact.kid(StrictJson.canonical(header));
        });
  }

  /// Checks a list that was fetched, handed over, or read back from disk.
  ///
  /// Refused: a signature by anyone not pinned, a signer twice, fewer than needed; a version lower
  /// than the last accepted, or the same with other content, or the next one without its digest as
  /// `prev`; issued more than 24 h ahead; expired, unless it is the very list accepted last (an
  /// expired list still receives).
  ///
  /// @param last the mark accepted last, null only on a node's first start
  public static Checked<Trusted> check(
      String text, Anchor anchor, @Nullable ListMark last, Instant now) {
    return Checked.by(() -> {
      var parsed = parse(text, Signed.Type.TRUST_LIST);
      parsed.verify(anchor.signers(), anchor.needed());
      var list = TrustListForm.read(parsed.tree);
      var mark = new ListMark(list.version(), parsed.payload.digest());
      continues(list, mark, last);
      Refusal.unless(!list.issued().isAfter(now.plus(CLOCK_TOLERANCE)), Reason.LIST_NOT_YET);
      Refusal.unless(list.isFresh(now) || mark.equals(last), Reason.LIST_EXPIRED);
      return new Trusted(list, mark);
    });
  }

  record Entry(String kid, String signature) {}

  /// A text with the signatures of several, gathered one after the other.
  record Gathered(Signed.Type type, CanonicalJson payload, JsonNode tree, List<Entry> entries) {

    /// Refuses unless enough of these signed, and nobody else.
    void verify(Collection<PublicPart> signers, int needed) {
      Map<String, PublicPart> pinned = new HashMap<>();
      signers.forEach(signer -> pinned.put(signer.kid(), signer));
      Refusal.unless(entries.size() >= needed, Reason.LIST_SIGNATURES_TOO_FEW);
      for (var entry : entries) {
        var key = pinned.get(entry.kid);
        if (key == null) {
          throw new Refusal(Reason.LIST_SIGNER_UNKNOWN);
        }
        Signed.verify(Signed.signingInput(type, payload, entry.kid), entry.signature, key);
      }
    }
  }

  private static void continues(TrustList list, ListMark mark, @Nullable ListMark last) {
    if (last == null) {
      return;
    }
    Refusal.unless(mark.version() >= last.version(), Reason.LIST_ROLLBACK);
    if (mark.version() == last.version()) {
      Refusal.unless(mark.equals(last), Reason.LIST_FORKED);
    }
    if (mark.version() == last.version() + 1) {
      Refusal.unless(last.sha256().equals(list.prev()), Reason.LIST_FORKED);
    }
  }

  static Gathered parse(String text, Signed.Type type) {
    Refusal.unless(!text.isEmpty(), Reason.EMPTY);
    Refusal.unless(text.length() <= MAX_BYTES, Reason.TOO_LARGE);
    var outer = new Fields(StrictJson.canonical(text.getBytes(StandardCharsets.UTF_8)));
    Refusal.unless(outer.node().size() == 2, Reason.HEADER_REFUSED);
    var payload = Base64Url.decode(outer.text("payload"), Reason.NOT_BASE64URL);
    var tree = StrictJson.canonical(payload);
    var entries = outer.list("signatures", node -> readEntry(node, type));
    Refusal.unless(entries.size() <= MAX_SIGNATURES, Reason.TOO_LARGE);
    for (int at = 1; at < entries.size(); at++) {
      boolean rising = entries.get(at - 1).kid.compareTo(entries.get(at).kid) < 0;
      Refusal.unless(rising, Reason.LIST_SIGNER_TWICE);
    }
    return new Gathered(type, CanonicalJson.of(tree), tree, entries);
  }

  private static Entry readEntry(JsonNode node, Signed.Type type) {
    var fields = new Fields(node);
    Refusal.unless(node.size() == 2, Reason.HEADER_REFUSED);
    var header = Base64Url.decode(fields.text("protected"), Reason.NOT_BASE64URL);
    return new Entry(Signed.kid(header, type), fields.text("signature"));
  }

  static Entry entry(CanonicalJson payload, Signed.Type type, SigningKey signer) {
    var input = Signed.signingInput(type, payload, signer.kid());
    return new Entry(signer.kid(), Signed.signature(input, signer));
  }

  static String write(CanonicalJson payload, Signed.Type type, List<Entry> entries) {
    var tree = NODES.objectNode().put("payload", Base64Url.encode(payload.bytes()));
    var signatures = tree.putArray("signatures");
    entries.stream()
        .sorted(Comparator.comparing(Entry::kid))
        .forEach(entry ->
            signatures
                .addObject()
                .put("protected", Signed.encodedHeader(type, entry.kid))
                .put("signature", entry.signature));
    return CanonicalJson.write(tree);
  }
}

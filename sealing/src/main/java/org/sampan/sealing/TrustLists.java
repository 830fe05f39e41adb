package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
      entries.add(entry(payload, signer));
    }
    return write(payload, entries);
  }

  /// Adds one signature to a signed list, as it travels from signer to signer.
  ///
  /// @throws IllegalArgumentException if the text is not a signed list
  public static String addSignature(String text, SigningKey signer) {
    var parsed = parse(text);
    var entries = new ArrayList<>(parsed.entries);
    entries.removeIf(entry -> entry.kid.equals(signer.kid()));
    entries.add(entry(parsed.payload, signer));
    return write(parsed.payload, entries);
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
      var parsed = parse(text);
      verify(parsed, anchor);
      var list = TrustListForm.read(parsed.tree);
      var mark = new ListMark(list.version(), parsed.payload.digest());
      continues(list, mark, last);
      Refusal.unless(!list.issued().isAfter(now.plus(CLOCK_TOLERANCE)), Reason.LIST_NOT_YET);
      Refusal.unless(list.isFresh(now) || mark.equals(last), Reason.LIST_EXPIRED);
      return new Trusted(list, mark);
    });
  }

  private record Entry(String kid, String signature) {}

  private record Parsed(CanonicalJson payload, JsonNode tree, List<Entry> entries) {}

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

  private static void verify(Parsed parsed, Anchor anchor) {
    Map<String, PublicPart> pinned = new HashMap<>();
    anchor.signers().forEach(signer -> pinned.put(signer.kid(), signer));
    Refusal.unless(parsed.entries.size() >= anchor.needed(), Reason.LIST_SIGNATURES_TOO_FEW);
    for (var entry : parsed.entries) {
      var key = pinned.get(entry.kid);
      if (key == null) {
        throw new Refusal(Reason.LIST_SIGNER_UNKNOWN);
      }
      var input = Signed.signingInput(Signed.Type.TRUST_LIST, parsed.payload, entry.kid);
      Signed.verify(input, entry.signature, key);
    }
  }

  private static Parsed parse(String text) {
    Refusal.unless(!text.isEmpty(), Reason.EMPTY);
    Refusal.unless(text.length() <= MAX_BYTES, Reason.TOO_LARGE);
    var outer = new Fields(StrictJson.canonical(text.getBytes(StandardCharsets.UTF_8)));
    Refusal.unless(outer.node().size() == 2, Reason.HEADER_REFUSED);
    var payload = Base64Url.decode(outer.text("payload"), Reason.NOT_BASE64URL);
    var tree = StrictJson.canonical(payload);
    var entries = outer.list("signatures", TrustLists::readEntry);
    Refusal.unless(entries.size() <= MAX_SIGNATURES, Reason.TOO_LARGE);
    for (int at = 1; at < entries.size(); at++) {
      boolean rising = entries.get(at - 1).kid.compareTo(entries.get(at).kid) < 0;
      Refusal.unless(rising, Reason.LIST_SIGNER_TWICE);
    }
    return new Parsed(CanonicalJson.of(tree), tree, entries);
  }

  private static Entry readEntry(JsonNode node) {
    var fields = new Fields(node);
    Refusal.unless(node.size() == 2, Reason.HEADER_REFUSED);
    var header = Base64Url.decode(fields.text("protected"), Reason.NOT_BASE64URL);
    return new Entry(Signed.kid(header, Signed.Type.TRUST_LIST), fields.text("signature"));
  }

  private static Entry entry(CanonicalJson payload, SigningKey signer) {
    var input = Signed.signingInput(Signed.Type.TRUST_LIST, payload, signer.kid());
    return new Entry(signer.kid(), Signed.signature(input, signer));
  }

  private static String write(CanonicalJson payload, List<Entry> entries) {
    var tree = NODES.objectNode().put("payload", Base64Url.encode(payload.bytes()));
    var signatures = tree.putArray("signatures");
    entries.stream()
        .sorted(Comparator.comparing(Entry::kid))
        .forEach(entry ->
            signatures
                .addObject()
                .put("protected", Signed.encodedHeader(Signed.Type.TRUST_LIST, entry.kid))
                .put("signature", entry.signature));
    return CanonicalJson.write(tree);
  }
}

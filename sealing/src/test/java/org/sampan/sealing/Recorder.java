package org.sampan.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a file of vectors for a new version of the formats, never over an old one: `java -cp ...
/// org.sampan.sealing.Recorder version-N.tsv`.
final class Recorder {
  private Recorder() {}

  public static void main(String[] arguments) throws IOException {
    var first = SigningKey.generate();
    var second = SigningKey.generate();
    var listText = TrustLists.sign(Letters.TRUST, List.of(first, second));
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("th-signs", Letters.TH_SIGNS.toPrivateJwk());
    lines.put("th-kid", Letters.TH_SIGNS.kid());
    lines.put("kh-opens", Letters.KH_OPENS.toPrivateJwk());
    lines.put("kh-kid", Letters.KH_OPENS.kid());
    lines.put("list-signer-1", first.publicPart().toJwk());
    lines.put("list-signer-2", second.publicPart().toJwk());
    lines.put("trust-list", listText);
    lines.put("trust-digest", TrustLists.mark(Letters.TRUST).sha256().hex());
    letterAndReceipts(lines);
    var body = CanonicalJson.of("{\"received\":[{\"case\":\"7e1d\",\"seq\":3}]}");
    var statement = Statement.of("sys.position", Letters.TH, Letters.KH, Letters.NOW, body);
    lines.put("statement", statement.sign(Letters.TH_SIGNS));
    var text =
        new StringBuilder("# Recorded texts of the formats; the keys serve this file only.\n");
    lines.forEach((name, value) -> text.append(name).append('\t').append(value).append('\n'));
    Files.writeString(Path.of(arguments[0]), text);
  }

  private static void letterAndReceipts(Map<String, String> lines) {
    var sealed = Letters.sealed();
    var opened = ((Checked.Valid<Opener.Opened>) Letters.open(sealed.bytes())).value();
    lines.put("sealed", sealed.text());
    lines.put("inner", opened.innerJws());
    lines.put("identity", sealed.identity().hex());
    var subject = Receipt.Subject.of(opened);
    var head = new Letter.LogHead(12, Digest.of("head"));
    var stamp = new Receipt.Stamp(Letters.KH, Letters.NOW.plus(Duration.ofHours(3)), head);
    var key = Letters.KH_SIGNS;
    lines.put("r1", Receipts.sign(new Receipt.Relayed(subject, stamp), key));
    lines.put("r2", Receipts.sign(new Receipt.Delivered(subject, stamp), key));
    var decided = new Receipt.Decided(subject, stamp, Receipt.Decision.ACCEPTED, "PLACE_FREE");
    lines.put("r3", Receipts.sign(decided, key));
    var bounced = Receipt.Bounced.of(subject.sealed(), stamp, Reason.EXPIRED);
    lines.put("bounced", Receipts.sign(bounced, key));
  }
}

package org.sampan.chaos.inputs;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Checked;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;
import org.sampan.sealing.Receipt;
import org.sampan.sealing.Receipts;
import org.sampan.sealing.SealedEnvelope;
import org.sampan.sealing.Sealer;
import org.sampan.sealing.SigningKey;
import org.sampan.sealing.Statement;
import org.sampan.sealing.TrustList;

/// Inputs that only a node on the trust list could send: bent first, then signed with its true key
/// and sealed to the addressee. They pass the cover and the signature and try what stands behind.
public final class SealedInputs {

  private static final String PAD = "\"pad\":\"";

  /// Who signs, who opens, by which list, and when.
  public record Border(SigningKey signs, DecryptionKey opens, TrustList list, Instant now) {}

  private final Border border;
  private final NodeId from;
  private final NodeId to;
  private final Forger forger;
  private final String letter;
  private final String statement;
  private final String receipt;

  /// Inputs from one node of the list to another.
  public SealedInputs(Border border, NodeId from, NodeId to) {
    this.border = border;
    this.from = from;
    this.to = to;
    this.forger = new Forger(border.signs(), border.opens().publicPart());
    Letter plain = letter();
    SealedEnvelope sealed = Sealer.seal(plain, border.signs(), border.opens().publicPart());
    this.letter = sealed.innerJws();
    this.statement =
        Statement.of("sys.hello", from, to, border.now(), CanonicalJson.of("{\"all\":false}"))
            .sign(border.signs());
    this.receipt =
        Receipts.sign(
            new Receipt.Relayed(
                Receipt.Subject.of(plain.id(), sealed),
                new Receipt.Stamp(from, border.now(), null)),
            border.signs());
  }

  private Letter letter() {
    return new Letter(
        new Letter.Id(UuidCreator.getTimeOrderedEpoch()),
        new Letter.Route(from, to, Letter.Kind.parse("referral.request/1.0"), null),
        new Letter.Order(new Letter.CaseId(UUID.randomUUID()), 1, null, 0),
        new Letter.Life(
            border.now(), border.now().plus(Duration.ofDays(30)), Letter.Urgency.ROUTINE),
        new Letter.Terms(
            "Protection and safe return",
            new Letter.LegalBasis("th-kh-2003", "5"),
            new Letter.Handling(false, null, null),
            new Letter.Consent(
                Letter.ConsentState.GIVEN, List.of(to.value()), Digest.of("consent"), null)),
        new Letter.Actor("case-manager", "p-17", "p-3"),
        new Letter.Content(
            CanonicalJson.of("{\"told\":{\"needs\":[\"shelter\"]}}"),
            new Letter.Schema("urn:sampan:referral.request:1.0", Digest.of("schema"))),
        new Letter.Knowledge(new Letter.ListMark(1, Digest.of("list")), null));
  }

  /// Tries one. True when something was read that nobody signed, which may never be.
  public boolean one(Random random, long turn) {
    return switch ((int) (turn % 6)) {
      case 0, 1, 2 -> readsAnother(signed(letter, false, random));
      case 3 -> readsAnother(signed(letter, true, random));
      case 4 -> readsAnother(Bent.text(letter, random));
      default -> statementOrReceipt(random);
    };
  }

  private boolean readsAnother(String inner) {
    byte[] arrived = forger.cover(inner).getBytes(StandardCharsets.US_ASCII);
    return switch (Opener.open(arrived, List.of(border.opens()), border.list(), to, border.now())) {
      case Checked.Valid<Opener.Opened>(Opener.Opened opened) -> !opened.innerJws().equals(inner);
      // A cover of ours that does not open would try nothing.
      case Checked.Refused<Opener.Opened> refused ->
          refused.reason() == org.sampan.sealing.Reason.NOT_DECRYPTABLE;
    };
  }

  private boolean statementOrReceipt(Random random) {
    boolean header = random.nextBoolean();
    if (random.nextBoolean()) {
      String text = signed(statement, header, random);
      return Statement.check(text, border.list(), to, border.now())
              instanceof Checked.Valid<Statement>(Statement read)
          && !decoded(text.split("\\.", -1)[1]).contains(read.nonce());
    }
    String text = signed(receipt, header, random);
    return Receipts.check(text, border.list(), border.now())
            instanceof Checked.Valid<Receipt>(Receipt read)
        && !decoded(text.split("\\.", -1)[1]).contains(read.by().node().value());
  }

  /// One of ours with its header or what it says bent, and signed anew.
  private String signed(String ours, boolean header, Random random) {
    String[] parts = ours.split("\\.", -1);
    String top = decoded(parts[0]);
    String said = decoded(parts[1]);
    return forger.sign(header ? Bent.text(top, random) : top, header ? said : padded(said, random));
  }

  /// Bent without its padding, then padded to the length it had.
  private static String padded(String said, Random random) {
    String bare = said.replaceFirst(PAD + "0*", PAD);
    String bent = Bent.text(bare, random);
    int at = bent.indexOf(PAD);
    int missing = length(said) - length(bent);
    if (at < 0 || missing <= 0) {
      return bent;
    }
    return new StringBuilder(bent).insert(at + PAD.length(), "0".repeat(missing)).toString();
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}

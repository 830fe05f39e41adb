package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Receipts as signed text: a compact JWS of type `sampan+receipt`.
public final class Receipts {
  /// More than any receipt needs.
  public static final int MAX_BYTES = 8 * 1024;

  private Receipts() {}

  /// Signs a receipt with the receiver's current signing key.
  public static String sign(Receipt receipt, SigningKey key) {
    return Signed.sign(Signed.Type.RECEIPT, CanonicalJson.of(write(receipt)), key);
  }

  /// Checks a receipt for its own sake.
  ///
  /// The key must be its node's, valid when the receipt says it was made, and not revoked at
  /// `provedAt`: the instant of arrival, or for evidence when it is proved to have existed.
  public static Checked<Receipt> check(String text, TrustList trustList, Instant provedAt) {
    return Checked.by(() -> checked(text, trustList, provedAt));
  }

  /// Checks a receipt as the addressee's for one letter: by that node, for these bytes.
  public static Checked<Receipt> check(
      String text, Receipt.Subject of, NodeId from, TrustList trustList, Instant provedAt) {
    return Checked.by(() -> {
      var receipt = checked(text, trustList, provedAt);
      Refusal.unless(receipt.by().node().equals(from), Reason.RECEIPT_FOR_OTHER);
      boolean fits =
          switch (receipt) {
            case Receipt.Relayed relayed -> relayed.of().equals(of);
            case Receipt.Delivered delivered -> delivered.of().equals(of);
            case Receipt.Decided decided -> decided.of().equals(of);
            case Receipt.Bounced bounced -> bounced.sealed().equals(of.sealed());
          };
      Refusal.unless(fits, Reason.RECEIPT_FOR_OTHER);
      return receipt;
    });
  }

  private static Receipt checked(String text, TrustList trustList, Instant provedAt) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var signed = Signed.parse(bytes, Signed.Type.RECEIPT, MAX_BYTES);
    var receipt = read(new Fields(signed.tree()));
    var by = receipt.by();
    trustList.verify(signed, by.node(), by.time(), provedAt);
    return receipt;
  }

  private static ObjectNode write(Receipt receipt) {
    var by = receipt.by();
    var node = JsonNodeFactory.instance.objectNode().put("v", 1).put("node", by.node().value());
    node.put("time", Fields.time(by.time()));
    LetterForm.putLog(node, by.log());
    switch (receipt) {
      case Receipt.Relayed relayed -> subject(node.put("kind", "R1"), relayed.of());
      case Receipt.Delivered delivered -> subject(node.put("kind", "R2"), delivered.of());
      case Receipt.Decided decided -> {
        subject(node.put("kind", "R3"), decided.of());
        node.put("decision", LetterForm.word(decided.decision()));
        node.put("reason", decided.reasonCode());
      }
      case Receipt.Bounced bounced -> {
        node.put("kind", "bounced").put("sealed", bounced.sealed().hex());
        node.put("reason", bounced.reasonCode());
      }
    }
    return node;
  }

  private static void subject(ObjectNode node, Receipt.Subject of) {
    node.put("id", of.id().toString());
    node.put("sealed", of.sealed().hex()).put("identity", of.identity().hex());
  }

  private static Receipt read(Fields fields) {
    Refusal.unless(fields.number("v") == 1, Reason.VERSION_UNKNOWN);
    var by =
        new Receipt.Stamp(
            new NodeId(fields.text("node")), fields.time("time"), LetterForm.readLog(fields));
    return switch (fields.text("kind")) {
      case "R1" -> new Receipt.Relayed(readSubject(fields), by);
      case "R2" -> new Receipt.Delivered(readSubject(fields), by);
      case "R3" ->
          new Receipt.Decided(
              readSubject(fields),
              by,
              LetterForm.one(Receipt.Decision.values(), fields.text("decision")),
              fields.text("reason"));
      case "bounced" -> new Receipt.Bounced(fields.digest("sealed"), by, fields.text("reason"));
      default -> throw new Refusal(Reason.FIELD_REFUSED);
    };
  }

  private static Receipt.Subject readSubject(Fields fields) {
    return new Receipt.Subject(
        new Letter.Id(fields.uuid("id")), fields.digest("sealed"), fields.digest("identity"));
  }
}

package org.sampan.sealing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/// A small signed note from one node to another about themselves: `hello`, the last number and
/// digest received (after a restore), a rollback on record. It says nothing about a person.
///
/// It is not confidential and not ordered. Against replay it carries a nonce and its time: keep
/// (from, nonce) for [#LIFE] twice over and refuse what comes again.
///
/// @param kind two words joined by a dot, as `sys.hello` or `sys.position`
/// @param nonce 22 characters of base64url: 16 random bytes
/// @param body at most about 390,000 bytes; say more in several statements
public record Statement(
    String kind, NodeId from, NodeId to, Instant issued, String nonce, CanonicalJson body) {

  /// How far its time may lie from the receiver's clock, either way: a clock a whole day off, and
  /// the time on the road.
  public static final Duration LIFE = Duration.ofHours(25);

  /// The longest statement read.
  public static final int MAX_BYTES = 512 * 1024;

  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public Statement {
    issued = issued.truncatedTo(ChronoUnit.MILLIS);
    Refusal.unless(Letter.Kind.isName(kind), Reason.FIELD_REFUSED);
    Refusal.unless(!from.equals(to), Reason.ROUTE_REFUSED);
    Refusal.unless(NONCE.matcher(nonce).matches(), Reason.FIELD_REFUSED);
  }

  /// A statement with a fresh nonce.
  public static Statement of(
      String kind, NodeId from, NodeId to, Instant issued, CanonicalJson body) {
    var nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return new Statement(kind, from, to, issued, Base64Url.encode(nonce), body);
  }

  /// The compact JWS of type `sampan+statement`.
  ///
  /// @throws IllegalArgumentException if it is longer than [#MAX_BYTES]
  public String sign(SigningKey key) {
    var tree = JsonNodeFactory.instance.objectNode().put("v", 1).put("kind", kind);
    tree.put("from", from.value()).put("to", to.value()).put("nonce", nonce);
    tree.put("issued", Fields.time(issued)).set("body", StrictJson.object(body.text()));
    var text = Signed.sign(Signed.Type.STATEMENT, CanonicalJson.of(tree), key);
    Refusal.unless(text.length() <= MAX_BYTES, Reason.TOO_LARGE);
    return text;
  }

  /// Checks a statement for this node: signed by its sender's key, valid now and then, in time.
  public static Checked<Statement> check(
      String text, TrustList trustList, NodeId ownNode, Instant now) {
    return Checked.by(() -> {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      var signed = Signed.parse(bytes, Signed.Type.STATEMENT, MAX_BYTES);
      var statement = read(new Fields(signed.tree()));
      Refusal.unless(statement.to.equals(ownNode), Reason.NOT_FOR_US);
      trustList.verify(signed, statement.from, statement.issued, now);
      boolean inTime =
          !statement.issued.isAfter(now.plus(LIFE)) && !statement.issued.isBefore(now.minus(LIFE));
      Refusal.unless(inTime, Reason.STATEMENT_STALE);
      return statement;
    });
  }

  private static Statement read(Fields fields) {
    Refusal.unless(fields.number("v") == 1, Reason.VERSION_UNKNOWN);
    return new Statement(
        fields.text("kind"),
        new NodeId(fields.text("from")),
        new NodeId(fields.text("to")),
        fields.time("issued"),
        fields.text("nonce"),
        CanonicalJson.of(fields.object("body").node()));
  }

  /// Names the statement, shows nothing of it.
  @Override
  public String toString() {
    return "Statement[" + kind + " " + from + " to " + to + "]";
  }
}

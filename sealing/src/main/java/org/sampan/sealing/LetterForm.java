package org.sampan.sealing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.parcel.ParcelKey;
import org.sampan.sealing.parcel.Unpacking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a [Letter]: all fields flat, absent ones left out.
final class LetterForm {
  static final int VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LetterForm() {}

  static ObjectNode write(Letter letter) {
    var node = NODES.objectNode().put("v", VERSION).put("id", letter.id().toString());
    route(letter.route(), node);
    order(letter.order(), node);
    node.put("created", Fields.time(letter.life().created()));
    node.put("notAfter", Fields.time(letter.life().notAfter()));
    node.put("urgency", word(letter.life().urgency()));
    terms(letter.terms(), node);
    var actor = node.putObject("actor");
    actor.put("role", letter.actor().role()).put("pseudonym", letter.actor().pseudonym());
    putIfAny(actor, "approver", letter.actor().approver());
    node.set("body", StrictJson.object(letter.content().body().text()));
    var schema = letter.content().schema();
    node.putObject("schema").put("uri", schema.uri()).put("sha256", schema.sha256().hex());
    attachments(letter.content().attachments(), node.putArray("attachments"));
    var trust = letter.knowledge().trust();
    node.putObject("trust").put("version", trust.version()).put("sha256", trust.sha256().hex());
    putLog(node, letter.knowledge().log());
    return node.put("pad", "");
  }

  private static void route(Letter.Route route, ObjectNode node) {
    node.put("from", route.from().value()).put("to", route.to().value());
    node.put("kind", route.kind().toString());
    putIfAny(node, "inReplyTo", route.inReplyTo());
  }

  private static void order(Letter.Order order, ObjectNode node) {
    node.put("case", order.caseId().toString());
    node.put("seq", order.seq()).put("seen", order.seen());
    putIfAny(node, "prev", order.prev());
  }

  private static void terms(Letter.Terms terms, ObjectNode node) {
    node.put("purpose", terms.purpose());
    node.putObject("legalBasis")
        .put("instrument", terms.basis().instrument())
        .put("article", terms.basis().article());
    var handling = node.putObject("handling").put("onward", terms.handling().onward());
    putIfAny(handling, "retainUntil", terms.handling().retainUntil());
    putIfAny(handling, "caveat", terms.handling().caveat());
    var consent = node.putObject("consent").put("state", word(terms.consent().state()));
    var scope = consent.putArray("scope");
    terms.consent().scope().forEach(scope::add);
    putIfAny(consent, "recordHash", terms.consent().recordHash());
    var until = terms.consent().validUntil();
    putIfAny(consent, "validUntil", until == null ? null : Fields.time(until));
  }

  static void putLog(ObjectNode node, Letter.@Nullable LogHead log) {
    if (log != null) {
      node.putObject("log").put("size", log.size()).put("root", log.root().hex());
    }
  }

  static void putIfAny(ObjectNode node, String name, @Nullable Object value) {
    if (value != null) {
      node.put(name, value.toString());
    }
  }

  static Letter read(JsonNode tree) {
    var fields = new Fields(tree);
    Refusal.unless(fields.number("v") == VERSION, Reason.VERSION_UNKNOWN);
    Refusal.unless(SizeClass.isPad(fields.text("pad")), Reason.NOT_PADDED);
    return new Letter(
        new Letter.Id(fields.uuid("id")),
        readRoute(fields),
        new Letter.Order(
            new Letter.CaseId(fields.uuid("case")),
            fields.number("seq"),
            fields.digestIfAny("prev"),
            fields.number("seen")),
        new Letter.Life(
            fields.time("created"),
            fields.time("notAfter"),
            one(Letter.Urgency.values(), fields.text("urgency"))),
        readTerms(fields),
        readActor(fields.object("actor")),
        readContent(fields),
        new Letter.Knowledge(readMark(fields.object("trust")), readLog(fields)));
  }

  private static Letter.Route readRoute(Fields fields) {
    return new Letter.Route(
        new NodeId(fields.text("from")),
        new NodeId(fields.text("to")),
        Letter.Kind.parse(fields.text("kind")),
        fields.has("inReplyTo") ? new Letter.Id(fields.uuid("inReplyTo")) : null);
  }

  private static Letter.Terms readTerms(Fields fields) {
    var basis = fields.object("legalBasis");
    var handling = fields.object("handling");
    var consent = fields.object("consent");
    return new Letter.Terms(
        fields.text("purpose"),
        new Letter.LegalBasis(basis.text("instrument"), basis.text("article")),
        new Letter.Handling(
            handling.flag("onward"),
            handling.dateIfAny("retainUntil"),
            handling.textIfAny("caveat")),
        new Letter.Consent(
            one(Letter.ConsentState.values(), consent.text("state")),
            consent.list("scope", Fields::textOf),
            consent.digestIfAny("recordHash"),
            consent.timeIfAny("validUntil")));
  }

  private static Letter.Actor readActor(Fields actor) {
    return new Letter.Actor(
        actor.text("role"), actor.text("pseudonym"), actor.textIfAny("approver"));
  }

  private static Letter.Content readContent(Fields fields) {
    var schema = fields.object("schema");
    return new Letter.Content(
        CanonicalJson.of(fields.object("body").node()),
        new Letter.Schema(schema.text("uri"), schema.digest("sha256")),
        fields.list("attachments", LetterForm::readAttachment));
  }

  /// What is wrong with one looks the same, whatever it is: its parts mean nothing alone.
  private static Letter.Attachment readAttachment(JsonNode one) {
    try {
      var fields = new Fields(one);
      Refusal.unless(fields.number("chunk") == Unpacking.CHUNK, Reason.ATTACHMENT_REFUSED);
      Refusal.unless(ParcelKey.isOne(fields.text("cek")), Reason.ATTACHMENT_REFUSED);
      return new Letter.Attachment(
          fields.uuid("id"),
          fields.text("mediaType"),
          fields.number("size"),
          fields.digest("sha256"),
          fields.digest("cipherSha256"),
          new ParcelKey(fields.text("cek")));
    } catch (Refusal any) {
      throw new Refusal(Reason.ATTACHMENT_REFUSED);
    }
  }

  private static void attachments(List<Letter.Attachment> attachments, ArrayNode node) {
    for (var each : attachments) {
      var one = node.addObject().put("id", each.id().toString());
      one.put("mediaType", each.mediaType()).put("size", each.size());
      one.put("sha256", each.sha256().hex()).put("cipherSha256", each.cipherSha256().hex());
      one.put("chunk", Unpacking.CHUNK).put("cek", each.cek().text());
    }
  }

  static Letter.ListMark readMark(Fields mark) {
    return new Letter.ListMark(mark.number("version"), mark.digest("sha256"));
  }

  static Letter.@Nullable LogHead readLog(Fields fields) {
    var log = fields.objectIfAny("log");
    return log == null ? null : new Letter.LogHead(log.number("size"), log.digest("root"));
  }

  /// A constant as it is written in JSON: `NOT_NEEDED` is `not-needed`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E one(E[] constants, String word) {
    for (var constant : constants) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw new Refusal(Reason.FIELD_REFUSED);
  }
}

package org.sampan.sealing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a [TrustList]. Members and key uses of unknown name are left for versions to come.
final class TrustListForm {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TrustListForm() {}

  static CanonicalJson write(TrustList list) {
    var tree = NODES.objectNode().put("v", 1).put("version", list.version());
    LetterForm.putIfAny(tree, "prev", list.prev());
    tree.put("issued", Fields.time(list.issued())).put("expires", Fields.time(list.expires()));
    var nodes = tree.putArray("nodes");
    list.nodes().forEach(node -> nodes.add(write(node)));
    if (list.witnesses() > 0) {
      tree.put("witnesses", list.witnesses());
    }
    return CanonicalJson.of(tree);
  }

  private static ObjectNode write(TrustedNode node) {
    var tree = NODES.objectNode().put("id", node.id().value()).put("country", node.country());
    tree.put("type", node.type()).put("status", LetterForm.word(node.status()));
    LetterForm.putIfAny(tree, "endpoint", node.endpoint());
    putNames(tree, node.names());
    putAll(tree, "kinds", node.kinds());
    var keys = tree.putArray("keys");
    for (var key : node.keys()) {
      var entry = key.part().point().put("use", key.part().use().text());
      entry.put("from", Fields.time(key.from())).put("until", Fields.time(key.until()));
      var revoked = key.revoked();
      LetterForm.putIfAny(entry, "revoked", revoked == null ? null : Fields.time(revoked));
      keys.add(entry);
    }
    var offices = tree.putArray("offices");
    for (var office : node.offices()) {
      var entry = NODES.objectNode().put("id", office.id());
      putNames(entry, office.names());
      putAll(entry, "kinds", office.kinds());
      offices.add(entry);
    }
    return tree;
  }

  private static void putNames(ObjectNode tree, TrustedNode.Names names) {
    var node = tree.putObject("names");
    names.byLanguage().forEach(node::put);
  }

  private static void putAll(ObjectNode tree, String name, Collection<String> words) {
    var array = tree.putArray(name);
    words.forEach(array::add);
  }

  static TrustList read(JsonNode tree) {
    var fields = new Fields(tree);
    Refusal.unless(fields.number("v") == 1, Reason.VERSION_UNKNOWN);
    return new TrustList(
        fields.number("version"),
        fields.digestIfAny("prev"),
        fields.time("issued"),
        fields.time("expires"),
        fields.list("nodes", node -> readNode(new Fields(node))),
        readWitnesses(fields));
  }

  /// Absent for none: zero is never written.
  private static int readWitnesses(Fields fields) {
    if (!fields.has("witnesses")) {
      return 0;
    }
    long witnesses = fields.number("witnesses");
    Refusal.unless(witnesses >= 1 && witnesses <= Integer.MAX_VALUE, Reason.LIST_REFUSED);
    return (int) witnesses;
  }

  private static TrustedNode readNode(Fields fields) {
    return new TrustedNode(
        new NodeId(fields.text("id")),
        fields.text("country"),
        fields.text("type"),
        LetterForm.one(TrustedNode.Status.values(), fields.text("status")),
        readNames(fields),
        readEndpoint(fields),
        fields.list("keys", Fields::new).stream()
            .filter(key -> PublicPart.Use.isKnown(key.text("use")))
            .map(TrustListForm::readKey)
            .toList(),
        fields.list("kinds", Fields::textOf),
        fields.list("offices", office -> readOffice(new Fields(office))));
  }

  private static TrustedNode.Key readKey(Fields fields) {
    return new TrustedNode.Key(
        PublicPart.read(fields),
        fields.time("from"),
        fields.time("until"),
        fields.timeIfAny("revoked"));
  }

  private static TrustedNode.Office readOffice(Fields fields) {
    return new TrustedNode.Office(
        fields.text("id"), readNames(fields), fields.list("kinds", Fields::textOf));
  }

  private static TrustedNode.Names readNames(Fields fields) {
    var names = new TreeMap<String, String>();
    for (var member : fields.object("names").node().properties()) {
      names.put(member.getKey(), Fields.textOf(member.getValue()));
    }
    return new TrustedNode.Names(names);
  }

  private static @Nullable URI readEndpoint(Fields fields) {
    var text = fields.textIfAny("endpoint");
    try {
      return text == null ? null : new URI(text);
    } catch (URISyntaxException malformed) {
      throw new Refusal(Reason.FIELD_REFUSED);
    }
  }
}

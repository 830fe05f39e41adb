package org.sampan.disclosure.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A domain as JSON: the shape is described in disclosure/README.md.
public final class DomainFile {

  private static final JsonMapper JSON = JsonMapper.shared();

  private DomainFile() {}

  /// Reads a domain.
  ///
  /// @throws IllegalArgumentException in words for the operator, where the text is no domain
  public static Domain read(String text) {
    try {
      return domain(JSON.readTree(text));
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("The code list is not JSON", unreadable);
    }
  }

  /// Reads a domain that stands inside another file.
  public static Domain domain(JsonNode node) {
    if (!node.path("variables").isArray()) {
      throw new IllegalArgumentException("A code list has an array of variables");
    }
    List<Variable> variables = new ArrayList<>();
    node.path("variables").forEach(each -> variables.add(variable(each)));
    List<Impossible> impossible = new ArrayList<>();
    node.path("impossible").forEach(each -> impossible.add(impossible(each)));
    List<Hierarchy> hierarchies = new ArrayList<>();
    node.path("hierarchies").forEach(each -> hierarchies.add(hierarchy(each)));
    return new Domain(
        required(node, "name"),
        required(node, "version"),
        required(node, "source"),
        node.path("readFromData").asBoolean(false),
        variables,
        impossible,
        hierarchies);
  }

  /// The domain as a tree that Jackson writes.
  public static Map<String, Object> tree(Domain domain) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", domain.name());
    tree.put("version", domain.version());
    tree.put("source", domain.source());
    tree.put("readFromData", domain.readFromData());
    tree.put("variables", domain.variables().stream().map(DomainFile::tree).toList());
    tree.put("impossible", domain.impossible());
    tree.put("hierarchies", domain.hierarchies());
    return tree;
  }

  private static Map<String, Object> tree(Variable variable) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", variable.name());
    put(tree, variable.named());
    tree.put("categories", variable.categories().stream().map(DomainFile::tree).toList());
    tree.put("bands", variable.bands());
    return tree;
  }

  private static Map<String, Object> tree(Category category) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("code", category.code());
    put(tree, category.named());
    tree.put("kind", category.kind().name().toLowerCase(Locale.ROOT));
    return tree;
  }

  private static void put(Map<String, Object> tree, Label label) {
    tree.put("label", label.text());
    if (!label.translations().isEmpty()) {
      tree.put("labels", new TreeMap<>(label.translations()));
    }
  }

  private static Label label(JsonNode node, String otherwise) {
    Map<String, String> translations = new LinkedHashMap<>();
    node.path("labels")
        .properties()
        .forEach(each -> translations.put(each.getKey(), each.getValue().asString()));
    String text = node.path("label").asString(otherwise);
    return new Label(text.isBlank() ? "blank" : text, translations);
  }

  private static Variable variable(JsonNode node) {
    List<Category> categories = new ArrayList<>();
    node.path("categories").forEach(each -> categories.add(category(each)));
    List<Band> bands = new ArrayList<>();
    node.path("bands")
        .forEach(each ->
            bands.add(
                new Band(each.path("from").asInt(), each.path("to").asInt(), text(each, "code"))));
    String name = required(node, "name");
    return new Variable(name, label(node, name), categories, bands);
  }

  private static Category category(JsonNode node) {
    String code = text(node, "code");
    String kind = node.path("kind").asString("answer").toUpperCase(Locale.ROOT);
    return new Category(code, label(node, code), Category.Kind.valueOf(kind));
  }

  private static Impossible impossible(JsonNode node) {
    return new Impossible(
        required(node, "variable"),
        codes(node.path("codes")),
        required(node, "other"),
        codes(node.path("otherCodes")),
        required(node, "why"));
  }

  private static Hierarchy hierarchy(JsonNode node) {
    List<Map<String, String>> levels = new ArrayList<>();
    for (JsonNode level : node.path("levels")) {
      Map<String, String> groups = new LinkedHashMap<>();
      level.properties().forEach(each -> groups.put(each.getKey(), each.getValue().asString()));
      levels.add(groups);
    }
    return new Hierarchy(required(node, "variable"), required(node, "source"), levels);
  }

  private static Set<String> codes(JsonNode node) {
    Set<String> codes = new LinkedHashSet<>();
    node.forEach(each -> codes.add(each.asString()));
    return codes;
  }

  private static String required(JsonNode node, String field) {
    String value = text(node, field);
    if (value.isBlank()) {
      throw new IllegalArgumentException("The code list needs a value for " + field);
    }
    return value;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isValueNode()) {
      throw new IllegalArgumentException("The code list lacks " + field);
    }
    return value.asString();
  }
}

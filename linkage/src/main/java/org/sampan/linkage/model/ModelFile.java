package org.sampan.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.linkage.places.Gazetteer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The file format of a model: JSON, one line a level, so that a person can read and correct it.
final class ModelFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final String NAME = "sampan-linkage";

  private ModelFile() {}

  static Model read(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(
          "the model is not well-formed JSON: " + malformed.getOriginalMessage(), malformed);
    }
    if (!root.path("model").asString("").equals(NAME)
        || root.path("version").asInt(0) != Model.VERSION) {
      throw new IllegalArgumentException(
          "the file is not a model " + NAME + " of version " + Model.VERSION);
    }
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : list(root, "fields")) {
      fields.add(field(field));
    }
    List<Pass> passes = new ArrayList<>();
    for (JsonNode pass : list(root, "passes")) {
      passes.add(pass(pass));
    }
    double prior = number(root, "prior");
    double threshold = number(root, "threshold");
    String about = root.path("about").asString("");
    return new Model(fields, passes, prior, threshold, about, household(root));
  }

  /// The share stands at the top, the chances beside those of the levels.
  private static Optional<Household> household(JsonNode root) {
    if (root.path("household").isMissingNode()) {
      return Optional.empty();
    }
    List<List<Double>> chances = new ArrayList<>();
    for (JsonNode field : list(root, "fields")) {
      List<Double> levels = new ArrayList<>();
      for (JsonNode level : list(field, "levels")) {
        levels.add(number(level, "household"));
      }
      chances.add(levels);
    }
    return Optional.of(new Household(number(root, "household"), chances));
  }

  private static Field field(JsonNode field) {
    List<String> columns = new ArrayList<>();
    list(field, "columns").forEach(column -> columns.add(column.asString()));
    List<Level> levels = new ArrayList<>();
    for (JsonNode level : list(field, "levels")) {
      levels.add(new Level(text(level, "level"), number(level, "m"), number(level, "u")));
    }
    Optional<String> crosses =
        field.path("crosses").isString()
            ? Optional.of(field.path("crosses").asString())
            : Optional.empty();
    Kind kind = coded(Kind.values(), text(field, "kind"));
    boolean frequency = field.path("termFrequency").asBoolean(false);
    Optional<Gazetteer> gazetteer =
        field.path("gazetteer").isString()
            ? Optional.of(Gazetteer.parse(field.path("gazetteer").asString()))
            : Optional.empty();
    return new Field(
        text(field, "name"), kind, columns, crosses, frequency, leans(field), levels, gazetteer);
  }

  private static Optional<Leaning> leans(JsonNode field) {
    JsonNode leans = field.path("leans");
    if (leans.isMissingNode()) {
      return Optional.empty();
    }
    List<List<Double>> u = new ArrayList<>();
    for (JsonNode row : list(leans, "u")) {
      List<Double> chances = new ArrayList<>();
      row.forEach(chance -> chances.add(chance.asDouble(0)));
      u.add(chances);
    }
    return Optional.of(new Leaning(text(leans, "on"), u));
  }

  private static Pass pass(JsonNode pass) {
    List<Pass.Key> keys = new ArrayList<>();
    for (JsonNode key : pass) {
      String written = key.asString("");
      int colon = written.lastIndexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("a pass's key is not written field:cut: " + written);
      }
      Cut cut = coded(Cut.values(), written.substring(colon + 1));
      keys.add(new Pass.Key(written.substring(0, colon), cut));
    }
    return new Pass(keys);
  }

  static String write(Model model) {
    ObjectNode root = JSON.createObjectNode();
    root.put("model", NAME).put("version", Model.VERSION).put("about", model.about());
    root.put("prior", model.prior()).put("threshold", model.threshold());
    model.household().ifPresent(household -> root.put("household", household.share()));
    ArrayNode fields = root.putArray("fields");
    for (Field field : model.fields()) {
      ObjectNode node = fields.addObject();
      node.put("name", field.name()).put("kind", field.kind().code());
      field.columns().forEach(node.putArray("columns")::add);
      field.crosses().ifPresent(other -> node.put("crosses", other));
      node.put("termFrequency", field.termFrequency());
      field.gazetteer().ifPresent(places -> node.put("gazetteer", places.toCsv()));
      field
          .leans()
          .ifPresent(leaning -> {
            ObjectNode leans = node.putObject("leans").put("on", leaning.on());
            ArrayNode rows = leans.putArray("u");
            leaning.u().forEach(row -> row.forEach(rows.addArray()::add));
          });
      ArrayNode levels = node.putArray("levels");
      for (int place = 0; place < field.levels().size(); place++) {
        Level level = field.levels().get(place);
        ObjectNode entry = levels.addObject();
        entry.put("level", level.name()).put("m", level.m()).put("u", level.u());
        if (model.household().isPresent()) {
          int number = fields.size() - 1;
          entry.put("household", model.household().get().chances().get(number).get(place));
        }
        entry.put("bits", Math.round(level.bits() * 100) / 100.0);
      }
    }
    ArrayNode passes = root.putArray("passes");
    for (Pass pass : model.passes()) {
      ArrayNode keys = passes.addArray();
      pass.keys().forEach(key -> keys.add(key.field() + ":" + key.cut().code()));
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static <T extends Enum<T>> T coded(T[] all, String code) {
    return Arrays.stream(all)
        .filter(one -> one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'"
                    + code
                    + "' is none of "
                    + Arrays.stream(all)
                        .map(one -> one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining(", "))));
  }

  private static JsonNode list(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw new IllegalArgumentException("the model lacks the list '" + name + "'");
    }
    return value;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException("the model lacks the text '" + name + "'");
    }
    return value.asString();
  }

  private static double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isNumber()) {
      throw new IllegalArgumentException("the model lacks the number '" + name + "'");
    }
    return value.asDouble();
  }
}

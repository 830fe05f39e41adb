package org.sampan.disclosure;

import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.noise.Ratio;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A plan as JSON; disclosure/README.md describes every field.
public final class PlanFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PlanFile() {}

  /// Reads a plan.
  ///
  /// @throws IllegalArgumentException in words for the operator, where the text is no plan
  public static Plan read(String text) {
    try {
      return plan(JSON.readTree(text));
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("The plan is not JSON", unreadable);
    }
  }

  /// Writes a plan, readable.
  public static String write(Plan plan) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (plan.domain().readFromData()) {
      tree.put("READ THIS FIRST", ProposedDomain.WARNING);
    }
    tree.put("release", plan.release());
    tree.put("title", plan.title());
    tree.put("year", plan.year().getValue());
    tree.put("data", plan.data());
    plan.person().ifPresent(person -> tree.put("person", person));
    tree.put("rowsAPerson", plan.rowsAPerson());
    tree.put("mostRows", plan.mostRows());
    tree.put("epsilon", decimal(plan.epsilon()));
    tree.put("delta", decimal(plan.delta()));
    Map<String, Object> shares = new LinkedHashMap<>();
    shares.put("singles", decimal(plan.shares().singles()));
    shares.put("pairs", decimal(plan.shares().pairs()));
    shares.put("chosen", decimal(plan.shares().chosen()));
    tree.put("shares", shares);
    tree.put("choices", plan.choices());
    tree.put("guard", decimal(plan.guard()));
    tree.put("ledger", plan.ledger());
    tree.put("approvedBy", plan.approvedBy().orElse(""));
    tree.put("domain", DomainFile.tree(plan.domain()));
    return JSON.writeValueAsString(tree);
  }

  private static Plan plan(JsonNode node) {
    JsonNode shares = node.path("shares");
    return new Plan(
        text(node, "release"),
        text(node, "title"),
        Year.of(whole(node, "year")),
        text(node, "data"),
        Optional.of(node.path("person").asString("")).filter(person -> !person.isBlank()),
        whole(node, "rowsAPerson"),
        whole(node, "mostRows"),
        ratio(node, "epsilon"),
        ratio(node, "delta"),
        new Plan.Shares(ratio(shares, "singles"), ratio(shares, "pairs"), ratio(shares, "chosen")),
        whole(node, "choices"),
        ratio(node, "guard"),
        text(node, "ledger"),
        Optional.of(node.path("approvedBy").asString("")).filter(name -> !name.isBlank()),
        DomainFile.domain(node.path("domain")));
  }

  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isValueNode() || value.asString().isBlank()) {
      throw new IllegalArgumentException("The plan lacks " + field);
    }
    return value.asString();
  }

  private static int whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isInt()) {
      throw new IllegalArgumentException("The plan needs a whole number for " + field);
    }
    return value.asInt();
  }

  /// A number in quotation marks is read exactly; without, it is read as it is written, too.
  static Ratio ratio(JsonNode node, String field) {
    try {
      return Ratio.parse(text(node, field));
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException("The plan needs a number for " + field, unreadable);
    }
  }

  /// The shortest decimal that is exact, or a fraction.
  static String decimal(Ratio ratio) {
    for (int places = 0; places <= 20; places++) {
      String text = ratio.roundedUp(places);
      if (Ratio.parse(text).equals(ratio)) {
        return text;
      }
    }
    return ratio.toString();
  }
}

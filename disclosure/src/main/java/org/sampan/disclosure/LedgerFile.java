package org.sampan.disclosure;

import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.disclosure.noise.Ledger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A ledger as JSON, every rho as an exact fraction.
public final class LedgerFile {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LedgerFile() {}

  /// Reads a ledger.
  ///
  /// @throws IllegalArgumentException in words for the operator, where the text is no ledger
  public static Ledger read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      List<Ledger.Entry> entries = new ArrayList<>();
      for (JsonNode each : node.path("entries")) {
        entries.add(
            new Ledger.Entry(
                PlanFile.text(each, "release"),
                Year.of(each.path("year").asInt()),
                PlanFile.ratio(each, "rho")));
      }
      return new Ledger(
          PlanFile.ratio(node, "ceilingAYear"), PlanFile.ratio(node, "ceilingInAll"), entries);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("The ledger is not JSON", unreadable);
    }
  }

  /// Writes a ledger.
  public static String write(Ledger ledger) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("ceilingAYear", ledger.ceilingAYear().toString());
    tree.put("ceilingInAll", ledger.ceilingInAll().toString());
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Ledger.Entry entry : ledger.entries()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("release", entry.release());
      one.put("year", entry.year().getValue());
      one.put("rho", entry.rho().toString());
      entries.add(one);
    }
    tree.put("entries", entries);
    return JSON.writeValueAsString(tree);
  }
}

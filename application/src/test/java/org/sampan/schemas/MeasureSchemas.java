package org.sampan.schemas;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Letter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What it costs to check a body against its schema, in CPU time of this thread. Arguments: how
/// often each.
final class MeasureSchemas {

  private MeasureSchemas() {}

  public static void main(String[] arguments) throws Exception {
    int often = Integer.parseInt(arguments[0]);
    long before = cpu();
    Schemas schemas = new Schemas();
    System.out.printf("compiled once: %.1f ms%n", (cpu() - before) / 1e6);
    JsonNode good;
    try (var file = MeasureSchemas.class.getResourceAsStream("good-bodies.json")) {
      good = JsonMapper.builder().build().readTree(file);
    }
    Map<String, CanonicalJson> bodies = new TreeMap<>();
    for (var one : good.properties()) {
      bodies.put(one.getKey(), CanonicalJson.of(one.getValue().toString()));
    }
    for (int round = 0; round < 3; round++) {
      boolean last = round == 2;
      bodies.forEach((kind, body) -> measure(schemas, kind, body, last ? often : often / 4, last));
    }
  }

  private static void measure(
      Schemas schemas, String kind, CanonicalJson body, int often, boolean told) {
    Letter.Kind parsed = Letter.Kind.parse(kind);
    long before = cpu();
    int fit = 0;
    for (int n = 0; n < often; n++) {
      fit += schemas.fits(parsed, body) ? 1 : 0;
    }
    if (told) {
      System.out.printf(
          "%-24s %5d bytes %8.2f CPU-microseconds (%d of %d fit)%n",
          kind, body.bytes().length, (cpu() - before) / 1e3 / often, fit, often);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

package org.sampan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A schema that letters name by its digest never changes: what differs gets a version of its own.
class SchemasTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  private static final Path PINNED = Path.of("src/test/resources/org/sampan/exchange/schemas.csv");

  @Test
  void every_schema_is_the_one_that_was_pinned_and_none_is_missing() throws IOException {
    Map<String, String> pinned = new TreeMap<>();
    Files.readAllLines(PINNED).stream()
        .skip(1)
        .map(line -> List.of(line.split(";", -1)))
        .forEach(cells -> pinned.put(cells.get(0), cells.get(1)));
    Map<String, String> here = new TreeMap<>();
    for (Path schema : schemas()) {
      here.put(schema.getFileName().toString(), Digest.of(Files.readAllBytes(schema)).hex());
    }

    assertThat(here).isEqualTo(pinned);
  }

  @Test
  void every_schema_names_its_draft_and_itself() throws IOException {
    for (Path schema : schemas()) {
      JsonNode tree = JsonMapper.builder().build().readTree(Files.readString(schema));
      String name = schema.getFileName().toString().replace(".json", "").replace("-", ":");

      assertThat(tree.path("$schema").asString(""))
          .isEqualTo("https://json-schema.org/draft/2020-12/schema");
      assertThat(tree.path("$id").asString("")).isEqualTo("urn:sampan:schema:" + name);
    }
  }

  @Test
  void a_letter_names_the_schema_of_its_kind_by_its_digest() throws IOException {
    for (Kinds kind : Kinds.values()) {
      String file = kind.kind().name() + "-" + kind.kind().major() + "." + kind.kind().minor();
      byte[] schema = Files.readAllBytes(SCHEMAS.resolve(file + ".json"));

      assertThat(kind.says(CanonicalJson.of("{}"), List.of()).schema().sha256())
          .isEqualTo(Digest.of(schema));
    }
  }

  private static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files.sorted().toList();
    }
  }
}

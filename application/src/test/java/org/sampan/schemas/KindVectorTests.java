package org.sampan.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.sealing.Checked;
import org.sampan.sealing.DecryptionKey;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustLists;

/// Sealed letters of every kind as this release wrote them: every later one must open them and find
/// their bodies right.
class KindVectorTests {

  private static final Path HERE = Path.of("src/test/resources/org/sampan/schemas");
  private static final Schemas SCHEMAS = new Schemas();

  private static Map<String, String> recorded(Path file) throws IOException {
    Map<String, String> recorded = new LinkedHashMap<>();
    Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", 2))
        .forEach(pair -> recorded.put(pair[0], pair[1]));
    return recorded;
  }

  @Test
  void every_recorded_letter_opens_and_fits_its_schema() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(HERE)) {
      files = all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Map<String, String> recorded = recorded(file);
      recorded.forEach((kind, sealed) -> {
        if (kind.contains("/")) {
          Letter letter = opened(recorded, sealed);
          assertThat(letter.route().kind()).hasToString(kind);
          assertThat(SCHEMAS.check(letter)).as(kind).isEqualTo(new Schemas.Fit.Fits());
        }
      });
    }
  }

  @Test
  void every_kind_of_letter_that_has_a_schema_is_recorded() throws IOException {
    Map<String, String> recorded = recorded(HERE.resolve("kinds-1.tsv"));
    List<String> statements =
        List.of(
            "sys.hello-1.0",
            "sys.answer-1.0",
            "sys.blob-1.0",
            "sys.held-1.0",
            "sys.fetch-1.0",
            "sys.lent-1.0");

    try (Stream<Path> schemas = Files.list(Path.of("src/main/resources/schemas"))) {
      assertThat(
              schemas
                  .map(file -> file.getFileName().toString().replace(".json", ""))
                  .filter(name -> !statements.contains(name)))
          .allMatch(name -> recorded.containsKey(name.replace('-', '/')));
    }
  }

  private static Letter opened(Map<String, String> recorded, String sealed) {
    PublicPart signer = PublicPart.fromJwk(Objects.requireNonNull(recorded.get("list-signer")));
    TrustLists.Trusted trusted =
        valid(
            TrustLists.check(
                Objects.requireNonNull(recorded.get("trust-list")),
                new TrustLists.Anchor(List.of(signer), 1),
                null,
                KindRecorder.NOW));
    DecryptionKey opens =
        DecryptionKey.fromPrivateJwk(Objects.requireNonNull(recorded.get("kh-opens")));
    return valid(
            Opener.open(
                sealed.getBytes(StandardCharsets.US_ASCII),
                List.of(opens),
                trusted.list(),
                KindRecorder.KH,
                KindRecorder.NOW))
        .letter();
  }

  private static <T> T valid(Checked<T> checked) {
    return switch (checked) {
      case Checked.Valid<T>(T value) -> value;
      case Checked.Refused<T>(var reason) -> throw new AssertionError(reason);
    };
  }
}

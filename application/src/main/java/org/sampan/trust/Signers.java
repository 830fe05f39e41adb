package org.sampan.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.PublicPart;
import org.sampan.sealing.TrustLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pinned signers: whom the operator wrote into a file by hand, after hearing their
/// fingerprints. `{"needed": 1, "signers": [{jwk}, ...]}`; nothing that comes over a line changes
/// it.
@Component
public class Signers {

  private static final Logger LOG = LoggerFactory.getLogger(Signers.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final @Nullable Path file;

  Signers(@Value("${sampan.trust-signers:#{null}}") @Nullable Path file) {
    this.file = file;
  }

  /// Who may sign, and how many must; none without a readable file.
  Optional<TrustLists.Anchor> anchor() {
    return file == null ? Optional.empty() : read(file);
  }

  /// Who may sign, and how many must, by such a file; none when it is not one.
  public static Optional<TrustLists.Anchor> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode tree = JSON.readTree(Files.readString(file));
      List<PublicPart> pinned =
          tree.path("signers").values().stream()
              .map(jwk -> PublicPart.fromJwk(jwk.toString()))
              .toList();
      return Optional.of(new TrustLists.Anchor(pinned, tree.path("needed").asInt(0)));
    } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
      LOG.error("signers unreadable {}", unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}

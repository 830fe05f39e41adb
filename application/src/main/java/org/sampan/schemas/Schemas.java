package org.sampan.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The front door: whether a body fits the schema of its kind. Compiled once, at the start.
@Component
public class Schemas {

  /// What one node tells another about themselves: no letters, so they carry no version.
  public static final Letter.Kind HELLO = new Letter.Kind("sys.hello", 1, 0);

  /// What is said back to [#HELLO].
  public static final Letter.Kind ANSWER = new Letter.Kind("sys.answer", 1, 0);

  /// Which range of which file is handed over.
  public static final Letter.Kind BLOB = new Letter.Kind("sys.blob", 1, 0);

  /// What is said back to [#BLOB]: how much is held now.
  public static final Letter.Kind HELD = new Letter.Kind("sys.held", 1, 0);

  /// From where on which file is asked for, by a node that fetches.
  public static final Letter.Kind FETCH = new Letter.Kind("sys.fetch", 1, 0);

  /// What is said back to [#FETCH]: which range it is that comes.
  public static final Letter.Kind LENT = new Letter.Kind("sys.lent", 1, 0);

  /// Whether a body is what its kind says.
  public sealed interface Fit {
    /// It is.
    record Fits() implements Fit {}

    /// It is not.
    ///
    /// @param code `SCHEMA_BODY`, or `SCHEMA_OTHER` when the letter names another text under the
    ///   name of a schema of ours
    /// @param rule the place of the broken rule in our schema: nothing of the body
    record Breaks(String code, String rule) implements Fit {}
  }

  /// A body of ours that breaks its schema: it does not leave, and whatever caused it is undone.
  public static final class Defect extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private Defect(Letter.Kind kind, String rule) {
      super("a body of ours breaks " + kind + " at " + rule);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
  private static final Pattern FILE = Pattern.compile("([a-z.]+)-(\\d+)\\.(\\d+)\\.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Known(Digest digest, Schema schema) {}

  private final Map<Letter.Kind, Known> known = new HashMap<>();

  Schemas() {
    SchemaRegistry registry = registry();
    for (Resource file : files()) {
      add(registry, file);
    }
  }

  static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .failFast(true)
                        .formatAssertionsEnabled(true)
                        .preloadSchema(true)
                        .regularExpressionFactory(Bounded::of)
                        .build())
                // The draft's own schemas come with the validator; no other address is read.
                .schemaLoader(loader ->
                    loader
                        .fetchRemoteResources(false)
                        .allow(address ->
                            address.toString().startsWith("https://json-schema.org/draft/")
                                || address.toString().startsWith("classpath:"))));
  }

  /// Whether the body of a letter that came is what its kind says. A minor version newer than ours
  /// is held to our newest of the same major one.
  public Fit check(Letter letter) {
    return check(letter.route().kind(), letter.content().schema(), letter.content().body());
  }

  /// The same of what a letter says, under the schema that it names.
  Fit check(Letter.Kind kind, Letter.Schema named, CanonicalJson body) {
    Known exact = known.get(kind);
    if (exact != null && !exact.digest().equals(named.sha256())) {
      return new Fit.Breaks("SCHEMA_OTHER", "digest");
    }
    return check(kind, body);
  }

  /// Whether a body is what its kind says; what we have no schema of breaks it.
  public Fit check(Letter.Kind kind, CanonicalJson body) {
    Optional<Known> schema = nearest(kind);
    if (schema.isEmpty()) {
      return new Fit.Breaks("SCHEMA_BODY", "none");
    }
    JsonNode tree = JSON.readTree(body.text());
    List<Error> broken = schema.get().schema().validate(tree);
    if (broken.isEmpty()) {
      return new Fit.Fits();
    }
    Fit.Breaks breaks = new Fit.Breaks("SCHEMA_BODY", rule(broken.getFirst()));
    LOG.warn("a body of {} breaks {}", kind, breaks.rule());
    return breaks;
  }

  /// Whether it is; for those who only need to know that.
  public boolean fits(Letter.Kind kind, CanonicalJson body) {
    return check(kind, body) instanceof Fit.Fits;
  }

  /// A body of ours, unchanged.
  ///
  /// @throws Defect when it breaks its schema
  public CanonicalJson ours(Letter.Kind kind, CanonicalJson body) {
    if (check(kind, body) instanceof Fit.Breaks(String code, String rule)) {
      throw new Defect(kind, rule);
    }
    return body;
  }

  private Optional<Known> nearest(Letter.Kind kind) {
    return Optional.ofNullable(known.get(kind))
        .or(() ->
            known.entrySet().stream()
                .filter(one -> one.getKey().name().equals(kind.name()))
                .filter(one -> one.getKey().major() == kind.major())
                .filter(one -> one.getKey().minor() < kind.minor())
                .max(Comparator.comparingInt(one -> one.getKey().minor()))
                .map(Map.Entry::getValue));
  }

  private static String rule(Error error) {
    SchemaLocation place = error.getSchemaLocation();
    return place == null ? "unknown" : String.valueOf(place.getFragment());
  }

  private void add(SchemaRegistry registry, Resource file) {
    Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
    if (!name.matches()) {
      throw new IllegalStateException("no schema is called " + file.getFilename());
    }
    try (InputStream document = file.getInputStream()) {
      byte[] bytes = document.readAllBytes();
      Schema schema =
          registry.getSchema(new String(bytes, StandardCharsets.UTF_8), InputFormat.JSON);
      schema.initializeValidators();
      int major = Integer.parseInt(name.group(2));
      int minor = Integer.parseInt(name.group(3));
      known.put(new Letter.Kind(name.group(1), major, minor), new Known(Digest.of(bytes), schema));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Resource[] files() {
    try {
      return new PathMatchingResourcePatternResolver().getResources("classpath:/schemas/*.json");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A pattern of a schema, as the JDK reads it: the whole text must match, and a text longer than
  /// any that a pattern of ours allows is not looked at, because the JDK's expressions recurse over
  /// it: 5,000 characters are enough to overflow a stack.
  private record Bounded(Pattern pattern) implements com.networknt.schema.regex.RegularExpression {
    private static final int LONGEST = 512;

    static Bounded of(String anchored) {
      if (!anchored.startsWith("^") || !anchored.endsWith("$")) {
        throw new IllegalStateException("a pattern says where it begins and ends: " + anchored);
      }
      String inner = anchored.substring(1, anchored.length() - 1);
      return new Bounded(Pattern.compile(inner));
    }

    @Override
    public boolean matches(@Nullable String text) {
      return text != null && text.length() <= LONGEST && pattern.matcher(text).matches();
    }
  }
}

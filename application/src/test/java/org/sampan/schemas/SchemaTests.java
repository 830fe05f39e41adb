package org.sampan.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.sampan.sealing.CanonicalJson;
import org.sampan.sealing.Digest;
import org.sampan.sealing.Letter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a body may say: a table of changed bodies, and that no schema can be turned against us.
class SchemaTests {

  private static final Schemas SCHEMAS = new Schemas();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FOLDER = Path.of("src/main/resources/schemas");

  /// A good body of each kind.
  private static ObjectNode good(String kind) throws IOException {
    try (var file = SchemaTests.class.getResourceAsStream("good-bodies.json")) {
      return (ObjectNode) JSON.readTree(file).get(kind);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "bodies.csv",
      delimiter = ';',
      quoteCharacter = '\'',
      numLinesToSkip = 1)
  void a_changed_body_fits_or_breaks_its_rule(
      String kind, String change, String pointer, String value, String rule) throws IOException {
    ObjectNode body = good(kind);
    put(body, pointer, value);

    Schemas.Fit fit = SCHEMAS.check(Letter.Kind.parse(kind), CanonicalJson.of(body.toString()));

    assertThat(fit)
        .isEqualTo(
            rule == null ? new Schemas.Fit.Fits() : new Schemas.Fit.Breaks("SCHEMA_BODY", rule));
  }

  /// Puts a value at a path of member names, or takes the member away when there is none.
  private static void put(ObjectNode body, String pointer, String value) {
    int last = pointer.lastIndexOf('/');
    JsonNode holder = last == 0 ? body : body.at(pointer.substring(0, last));
    String member = pointer.substring(last + 1);
    if (value == null) {
      ((ObjectNode) holder).remove(member);
    } else {
      ((ObjectNode) holder).set(member, JSON.readTree(value));
    }
  }

  @Test
  void every_schema_has_a_good_body() throws IOException {
    for (Path file : files()) {
      String kind = file.getFileName().toString().replace(".json", "").replace('-', '/');

      assertThat(SCHEMAS.check(Letter.Kind.parse(kind), CanonicalJson.of(good(kind).toString())))
          .as(kind)
          .isEqualTo(new Schemas.Fit.Fits());
    }
  }

  @Test
  void a_newer_minor_version_is_held_to_our_newest_and_its_new_members_are_passed_over()
      throws IOException {
    ObjectNode newer = good("referral.request/1.1").put("inventedLater", true);
    ObjectNode bad = newer.deepCopy().put("urgency", "WHENEVER");
    Letter.Kind later = Letter.Kind.parse("referral.request/1.7");

    assertThat(SCHEMAS.fits(later, CanonicalJson.of(newer.toString()))).isTrue();
    assertThat(SCHEMAS.fits(later, CanonicalJson.of(bad.toString()))).isFalse();
    assertThat(
            SCHEMAS.fits(
                Letter.Kind.parse("referral.request/2.0"), CanonicalJson.of(newer.toString())))
        .isFalse();
  }

  @Test
  void a_body_of_ours_that_breaks_its_schema_goes_nowhere_and_is_not_quoted() throws IOException {
    CanonicalJson bad =
        CanonicalJson.of(good("referral.status/1.0").put("by", "x".repeat(300)).toString());

    assertThatThrownBy(() -> SCHEMAS.ours(Letter.Kind.parse("referral.status/1.0"), bad))
        .isInstanceOf(Schemas.Defect.class)
        .hasMessageNotContaining("xx");
  }

  @Test
  void a_text_of_half_a_megabyte_is_refused_and_not_recursed_over() throws IOException {
    ObjectNode body = good("referral.request/1.1");
    ((ObjectNode) body.get("sender")).put("office", "aa" + "-a".repeat(200_000));

    assertThat(
            SCHEMAS.fits(
                Letter.Kind.parse("referral.request/1.1"), CanonicalJson.of(body.toString())))
        .isFalse();
  }

  @Test
  void no_pattern_reads_a_text_more_than_a_few_times_over() throws IOException {
    for (String pattern : all("pattern")) {
      assertThat(pattern).startsWith("^").endsWith("$");
      for (String text : hostile()) {
        Counted counted = new Counted(text);
        Pattern.compile(pattern.substring(1, pattern.length() - 1)).matcher(counted).matches();

        assertThat(counted.read).as(pattern).isLessThan(12L * text.length());
      }
    }
  }

  private static List<String> hostile() {
    List<String> texts = new ArrayList<>();
    for (String piece : List.of("a", "A", "0", "-a", "a-", "aa-", "OFFICIAL ", "_", " ", "é")) {
      String many = piece.repeat(508 / piece.length());
      texts.add(many + "!");
      texts.add("aa" + many + "!");
      texts.add("OFFICIAL " + many + "\n");
    }
    return texts;
  }

  /// A text that counts how often it is read.
  private static final class Counted implements CharSequence {
    private final String text;
    private long read;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int at) {
      read++;
      return text.charAt(at);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }
  }

  @Test
  void no_schema_points_outside_itself() throws IOException {
    assertThat(all("$ref")).isNotEmpty().allMatch(to -> to.startsWith("#/$defs/"));
    assertThat(all("$dynamicRef")).isEmpty();
  }

  @Test
  void an_address_in_a_schema_is_never_followed() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    Path file = Files.createTempFile("schema", ".json");
    Files.writeString(file, "{}");
    List<String> addresses =
        List.of(
            "http://127.0.0.1:" + server.getAddress().getPort() + "/a.json",
            file.toUri().toString(),
            "jar:" + file.toUri() + "!/a.json",
            "ftp://127.0.0.1/a.json");

    for (String address : addresses) {
      String schema = "{\"properties\":{\"a\":{\"$ref\":\"" + address + "\"}}}";
      assertThatThrownBy(() ->
              Schemas.registry()
                  .getSchema(schema, InputFormat.JSON)
                  .validate("{\"a\":1}", InputFormat.JSON))
          .as(address)
          .isInstanceOf(SchemaException.class);
    }

    server.stop(0);
    assertThat(asked).hasValue(0);
  }

  /// Every value of this keyword in every schema.
  private static List<String> all(String keyword) throws IOException {
    List<String> values = new ArrayList<>();
    for (Path file : files()) {
      JSON.readTree(Files.readString(file)).findValues(keyword).stream()
          .filter(JsonNode::isString)
          .forEach(value -> values.add(value.stringValue()));
    }
    return values;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void a_letter_that_names_another_text_under_the_name_of_our_schema_is_refused()
      throws IOException {
    Letter.Kind kind = Letter.Kind.parse("referral.status/1.0");
    Digest ours = Digest.of(Files.readAllBytes(FOLDER.resolve("referral.status-1.0.json")));
    CanonicalJson body = CanonicalJson.of(good("referral.status/1.0").toString());

    assertThat(SCHEMAS.check(kind, new Letter.Schema("urn:a", ours), body))
        .isEqualTo(new Schemas.Fit.Fits());
    assertThat(SCHEMAS.check(kind, new Letter.Schema("urn:a", Digest.of("other")), body))
        .isEqualTo(new Schemas.Fit.Breaks("SCHEMA_OTHER", "digest"));
  }
}

package org.sampan.jobs.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.OperatorRefusal;

/// What the command says of what the node says. The node here only counts: three volumes of one
/// bundle, the third of which holds pieces of a file that begin in the second.
class ExchangeCommandTest {

  private static final String BUNDLE = "0a1b2c3d-0000-4000-8000-000000000000";

  @TempDir Path folder;
  private final TreeSet<Integer> taken = new TreeSet<>();
  private final List<Integer> asked = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private HttpServer node;

  @BeforeEach
  void a_node_runs() throws IOException {
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext("/x/bundles/take", this::take);
    node.createContext(
        "/x/bundles/write",
        asked -> answer(asked, 200, "{\"files\":[],\"letters\":0,\"receipts\":0,\"ranges\":0}"));
    node.start();
    Files.writeString(
        folder.resolve("running"),
        "http://127.0.0.1:" + node.getAddress().getPort() + "\nthe token\n");
  }

  @AfterEach
  void it_stops() {
    node.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String file = URLDecoder.decode(form, StandardCharsets.UTF_8);
    if (!file.endsWith(".sampan")) {
      answer(exchange, 422, "{\"refused\":\"It is no volume of a bundle.\"}");
      return;
    }
    int volume = file.charAt(file.length() - ".sampan".length() - 1) - '0';
    asked.add(volume);
    boolean early = volume == 3 && !taken.contains(2);
    if (!early) {
      taken.add(volume);
    }
    String missing =
        List.of(1, 2, 3).stream()
            .filter(number -> !taken.contains(number))
            .map(number -> "\"kh-0a1b2c3d-" + number + "-of-3.sampan\"")
            .toList()
            .toString();
    answer(
        exchange,
        200,
        "{\"from\":\"th\",\"bundle\":\"%s\",\"volume\":%d,\"of\":3,\"letters\":1,\"receipts\":2,\"ranges\":3,\"trust\":1,\"heads\":1,\"left\":{%s},\"missing\":%s}"
            .formatted(BUNDLE, volume, early ? "\"FILE_OUT_OF_TURN\":4" : "", missing));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int typed(String... words) {
    out.reset();
    errors.reset();
    return ExchangeCommand.run(
        Arrays.asList(words),
        Map.of(
            "SAMPAN_NODE", "kh",
            "SAMPAN_COUNTRY", "KH",
            "SAMPAN_NAME", "Cambodia",
            "SAMPAN_FOLDER", folder.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private List<String> said() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void a_missing_volume_is_named_and_the_command_ends_with_1() {
    int code = typed("import", "v3.sampan", "v1.sampan");

    assertThat(code).isEqualTo(1);
    assertThat(said())
        .contains(
            "Missing: kh-0a1b2c3d-2-of-3.sampan",
            "To be imported again after those: kh-0a1b2c3d-3-of-3.sampan",
            "v1.sampan: volume 1 of 3 from th: 1 letter, 2 receipts, 3 pieces of files.");
    assertThat(said().getLast())
        .startsWith("{\"volumes\":2,\"refused\":0,\"letters\":2")
        .contains("\"missing\":[\"kh-0a1b2c3d-2-of-3.sampan\"");
    assertThat(typed("import", "v2.sampan")).isEqualTo(1);
    assertThat(typed("import", "v3.sampan")).isZero();
  }

  @Test
  void all_volumes_at_once_may_come_in_any_order() {
    int code = typed("import", "v3.sampan", "v2.sampan", "v1.sampan", "v1.sampan");

    assertThat(code).isZero();
    assertThat(asked).as("the early one is tried again").containsExactly(3, 2, 1, 3);
    assertThat(String.join("\n", said())).doesNotContain("issing:").doesNotContain("not taken");
  }

  @Test
  void one_bad_file_stops_no_other_and_the_command_ends_with_2() {
    int code = typed("import", "notes.txt", "v1.sampan", "v2.sampan", "v3.sampan");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8).strip())
        .endsWith("notes.txt: It is no volume of a bundle.")
        .doesNotContain("\n");
    assertThat(taken).containsExactly(1, 2, 3);
  }

  @Test
  void an_export_of_nothing_says_what_it_brings_all_the_same() {
    assertThat(typed("export", "th", folder.toString())).isZero();

    assertThat(said().getFirst()).startsWith("Nothing waits for th: this brings the trust list");
  }

  @Test
  void a_mistake_in_the_command_is_explained_before_anything_else() {
    for (String[] wrong :
        List.of(
            new String[] {},
            new String[] {"export", "th"},
            new String[] {"import"},
            new String[] {"carry", "th"},
            new String[] {"import", "--all"})) {
      assertThatThrownBy(() -> ExchangeCommand.run(Arrays.asList(wrong)))
          .isInstanceOf(OperatorRefusal.class)
          .hasMessageStartingWith("./sampan exchange export NODE FOLDER");
    }
    assertThatThrownBy(() -> typed("export", "th", "here", "--volume-size", "4"))
        .hasMessageContaining("5 to 4000");
    assertThatThrownBy(() -> typed("import", "v\0.sampan")).isInstanceOf(OperatorRefusal.class);
  }

  @Test
  void a_node_that_does_not_run_is_one_line() throws IOException {
    Files.delete(folder.resolve("running"));

    assertThatThrownBy(() -> typed("import", "v1.sampan"))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessage("No node of yours runs in " + folder + ": start it first.");
  }
}

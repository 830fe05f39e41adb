package org.sampan.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.Node;
import org.sampan.OperatorRefusal;
import org.sampan.Settings;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.sampan.jobs.bundles.ExchangeCommand;
import org.sampan.jobs.node.NodeCommand;
import org.sampan.trust.Trust;
import org.springframework.context.ConfigurableApplicationContext;

/// Two nodes that no line joins, by the commands their operators and two signers type: the signers
/// make a list of both, a case goes over on a stick, and its answer comes back on one.
class StickTest {

  private static final Steps STEPS = new Steps();
  private static final String PASSPHRASE = "a passphrase of the signer";

  @TempDir static Path here;
  private static ConfigurableApplicationContext th;
  private static ConfigurableApplicationContext kh;

  @BeforeAll
  static void two_nodes_start_with_keys_of_their_own() throws IOException {
    th = start(DemoCountry.THAILAND, 8760);
    kh = start(DemoCountry.CAMBODIA, 8820);
  }

  @AfterAll
  static void they_stop() {
    th.close();
    kh.close();
  }

  private static ConfigurableApplicationContext start(DemoCountry country, int port)
      throws IOException {
    NodeDatabase database = PostgresForTests.emptyDatabase();
    Path file = here.resolve(country.node() + ".settings");
    Files.writeString(
        file,
        String.join(
            "\n",
            "SAMPAN_NODE=" + country.node(),
            "SAMPAN_COUNTRY=" + country.country(),
            "SAMPAN_NAME=" + country.title(),
            "SAMPAN_FIRST_ADMINISTRATOR=false",
            "SAMPAN_FOLDER=" + folder(country),
            "SAMPAN_PORT=" + NodeProcess.freePort(port),
            "SAMPAN_TRUST=" + here.resolve("list.json"),
            "SAMPAN_TRUST_SIGNERS=" + here.resolve("signers.json"),
            "SAMPAN_DATABASE_URL=" + database.url(),
            "SAMPAN_DATABASE_OWNER=" + database.ownerUser(),
            "SAMPAN_DATABASE_PASSWORD=" + database.ownerPassword(),
            "SAMPAN_DATABASE_NODE_PASSWORD=" + database.nodePassword()));
    Settings settings = Settings.read(List.of("--settings", file.toString()), Map.of());
    return Node.start(settings, List.of(DemoSeeding.class));
  }

  private static Path folder(DemoCountry country) {
    return here.resolve(country.node());
  }

  private static Pages as(DemoCountry country, String name) throws Exception {
    ConfigurableApplicationContext node = country == DemoCountry.THAILAND ? th : kh;
    Sheet person =
        Sheet.read(folder(country)).stream()
            .filter(one -> one.signInName().equals(name))
            .findFirst()
            .orElseThrow();
    Pages pages = new Pages(node.getEnvironment().getRequiredProperty("sampan.address"));
    Rehearsal.signIn(pages, person);
    return pages.press("form.languages button[value=en]");
  }

  /// What a command of signers says; the passphrase is the first line of its input.
  private static String signers(String... words) throws IOException {
    InputStream typed = System.in;
    PrintStream screen = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream((PASSPHRASE + "\n").getBytes(StandardCharsets.UTF_8)));
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(NodeCommand.run(Stream.of(words).map(StickTest::inHere).toList())).isZero();
    } finally {
      System.setIn(typed);
      System.setOut(screen);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String inHere(String word) {
    return word.endsWith(".json") || word.endsWith(".settings")
        ? here.resolve(word).toString()
        : word;
  }

  /// What `./sampan exchange` says; it must end with 0.
  private static List<String> exchange(DemoCountry country, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--settings");
    all.add(here.resolve(country.node() + ".settings").toString());

    int code = ExchangeCommand.run(all, Map.of(), out, out);

    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text).isZero();
    return text.lines().toList();
  }

  /// Carries all that waits there to the other; what the import said.
  private static List<String> carry(DemoCountry from, DemoCountry to) throws IOException {
    Path stick = Files.createTempDirectory(here, "stick");
    List<String> files = exchange(from, "export", to.node(), stick.toString());
    String volume = stick.resolve(files.getFirst()).toString();
    exchange(to, "import", volume);
    return exchange(to, "import", volume);
  }

  @Test
  void a_case_crosses_by_stick_between_nodes_that_two_signers_listed() throws Exception {
    bothAreListed();

    AtTheProvince near = new AtTheProvince(STEPS, as(DemoCountry.THAILAND, "malee"));
    near.screen();
    near.refer(as(DemoCountry.THAILAND, "somchai"));
    // What she allowed goes ahead of the referral.
    assertThat(carry(DemoCountry.THAILAND, DemoCountry.CAMBODIA).getFirst())
        .endsWith("volume 1 of 1 from th: 2 letters, 0 receipts, 0 pieces of files.");
    AtTheFocalPoint far = new AtTheFocalPoint(STEPS, as(DemoCountry.CAMBODIA, "sokha"));
    far.receive();
    carry(DemoCountry.CAMBODIA, DemoCountry.THAILAND);

    near.hears("Delivered");
    near.hears("Accepted");
    carry(DemoCountry.THAILAND, DemoCountry.CAMBODIA);
    carry(DemoCountry.CAMBODIA, DemoCountry.THAILAND);
    assertThat(exchange(DemoCountry.THAILAND, "export", "kh", here.toString()))
        .as("all has its receipt")
        .anyMatch(line -> line.startsWith("0 letters"));
  }

  private static void bothAreListed() throws IOException {
    String asked = signers("join", "--settings", "th.settings");
    assertThat(asked)
        .contains("calls, and cannot be called", "office  th-dlpw-samutsakhon takes nothing yet")
        .containsPattern("Fingerprint to read aloud: ([0-9]{5} ?){8}");
    aListCountsOnceTwoSigned();
    assertThat(signers("show", "whole.json")).contains("sys.bundle", "  kh  KH  ACTIVE");
    signers(
        "stand",
        "kh",
        "--status",
        "suspended",
        "--list",
        "whole.json",
        "--signers",
        "signers.json",
        "--signer",
        "a.json",
        "--out",
        "later.json");
    assertThat(signers("show", "later.json")).contains("List 2 of", "  kh  KH  SUSPENDED");
  }

  private static void aListCountsOnceTwoSigned() throws IOException {
    signers("signer", "a.json");
    signers("signer", "b.json");
    signers("signers", "a.json", "b.json", "--needed", "2", "--out", "signers.json");
    signers(
        "accept",
        "th/join-request.json",
        "kh/join-request.json",
        "--status",
        "active",
        "--signer",
        "a.json",
        "--out",
        "half.json");
    handIn("half.json");
    assertThat(th.getBean(Trust.class).list()).as("one of two signed").isEmpty();
    assertThatThrownBy(() ->
            signers(
                "renew",
                "--list",
                "half.json",
                "--signers",
                "signers.json",
                "--signer",
                "a.json",
                "--out",
                "never.json"))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageContaining("not in force: The trust list carries too few signatures.");
    assertThatThrownBy(() ->
            signers("renew", "--list", "half.json", "--signer", "a.json", "--out", "never.json"))
        .hasMessage("--signers is needed.");

    signers("sign", "half.json", "--signer", "b.json", "--out", "whole.json");
    handIn("whole.json");

    assertThat(th.getBean(Trust.class).list()).isPresent();
    assertThat(kh.getBean(Trust.class).list()).isPresent();
  }

  /// The list lies where both nodes look, as `cp` puts it there.
  private static void handIn(String list) throws IOException {
    Files.copy(here.resolve(list), here.resolve("list.json"), StandardCopyOption.REPLACE_EXISTING);
    th.getBean(Trust.class).refresh();
    kh.getBean(Trust.class).refresh();
  }
}

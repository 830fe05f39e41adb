package org.sampan.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.Node;
import org.sampan.NodeCopy;
import org.sampan.OperatorRefusal;
import org.sampan.Settings;
import org.sampan.database.DatabaseRefusal;
import org.sampan.database.NodeArchive;
import org.sampan.database.NodeDatabase;
import org.sampan.database.PostgresForTests;
import org.springframework.context.ConfigurableApplicationContext;

/// A node of invented people is backed up while it runs, and put back elsewhere.
class CopyingTest {

  private static final char[] PASSPHRASE = "นาวา ข้ามแม่น้ำ 7 ลำ".toCharArray();
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final NodeArchive.Progress QUIETLY = (what, number, of) -> {};

  @TempDir static Path here;
  private static final NodeDatabase SOURCE = PostgresForTests.emptyDatabase();
  private static ConfigurableApplicationContext running;
  private static Path copy;

  @BeforeAll
  static void a_running_node_is_backed_up() throws IOException {
    Settings settings = settings(SOURCE, here.resolve("source"));
    running = Node.start(settings, List.of(DemoSeeding.class));
    copy = here.resolve("node.copy");
    new NodeCopy(settings).backUp(copy, PASSPHRASE.clone(), NOW, QUIETLY);
  }

  @AfterAll
  static void it_stops() {
    running.close();
  }

  @Test
  void people_sign_in_at_the_restored_node_which_has_no_door_of_the_demo() throws Exception {
    NodeDatabase target = PostgresForTests.emptyDatabase();
    Path folder = here.resolve("target");
    Settings settings = settings(target, folder);

    NodeArchive.Carried carried = new NodeCopy(settings).restore(copy, PASSPHRASE.clone(), QUIETLY);

    assertThat(carried.writtenAt()).isEqualTo(NOW);
    assertThat(carried.files()).isEqualTo(2);
    assertThat(folder.resolve("restored")).exists();
    try (ConfigurableApplicationContext restored = Node.start(settings, List.of())) {
      Sheet malee = Sheet.read(here.resolve("source")).getFirst();
      Pages pages =
          new Pages(restored.getEnvironment().getRequiredProperty("sampan.address"))
              .open("/sign-in")
              .fill("name", malee.signInName())
              .fill("password", malee.password())
              .fill("code", Code.now(malee, Clock.systemUTC()))
              .send("/sign-in");

      assertThat(pages.path()).isEqualTo("/");
      assertThat(DemoNode.ONLY_HERE)
          .allSatisfy(door -> assertThat(restored.getBeansOfType(door)).isEmpty());
    }
  }

  @Test
  void a_wrong_passphrase_leaves_nothing_behind() {
    Path folder = here.resolve("never");

    assertThatThrownBy(() ->
            new NodeCopy(settings(PostgresForTests.emptyDatabase(), folder))
                .restore(copy, "not the passphrase".toCharArray(), QUIETLY))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("passphrase");

    assertThat(folder).doesNotExist();
  }

  @Test
  void a_node_that_is_there_is_never_overwritten() {
    Path folder = here.resolve("elsewhere");

    assertThatThrownBy(() ->
            new NodeCopy(settings(SOURCE, here.resolve("source")))
                .restore(copy, PASSPHRASE.clone(), QUIETLY))
        .isInstanceOf(OperatorRefusal.class);
    assertThatThrownBy(
            () -> new NodeCopy(settings(SOURCE, folder)).restore(copy, PASSPHRASE.clone(), QUIETLY))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("not empty");

    assertThat(folder.resolve("restored")).doesNotExist();
    assertThat(folder.resolve("keys")).doesNotExist();
  }

  @Test
  void a_copy_shows_nobody_of_the_node() throws IOException {
    String bytes = new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1);

    assertThat(DemoPeople.people(DemoCountry.THAILAND))
        .isNotEmpty()
        .noneMatch(person -> bytes.contains(person.signInName()))
        .noneMatch(person ->
            bytes.contains(
                new String(
                    person.name().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_passphrase_in_any_script_is_the_first_line_piped_in() throws IOException {
    byte[] typed = (new String(PASSPHRASE) + "\r\nmore").getBytes(StandardCharsets.UTF_8);

    assertThat(Passphrase.firstLine(new ByteArrayInputStream(typed))).isEqualTo(PASSPHRASE);
    assertThatThrownBy(() -> Passphrase.firstLine(new ByteArrayInputStream(new byte[0])))
        .isInstanceOf(OperatorRefusal.class);
  }

  private static Settings settings(NodeDatabase database, Path folder) {
    try {
      Map<String, String> set = new TreeMap<>();
      set.put("SAMPAN_NODE", "th");
      set.put("SAMPAN_COUNTRY", "TH");
      set.put("SAMPAN_NAME", "Thailand");
      set.put("SAMPAN_FIRST_ADMINISTRATOR", "false");
      set.put("SAMPAN_FOLDER", folder.toString());
      set.put("SAMPAN_PORT", String.valueOf(NodeProcess.freePort(8700)));
      set.put("SAMPAN_DATABASE_URL", database.url());
      set.put("SAMPAN_DATABASE_OWNER", database.ownerUser());
      set.put("SAMPAN_DATABASE_PASSWORD", database.ownerPassword());
      set.put("SAMPAN_DATABASE_NODE_PASSWORD", database.nodePassword());
      return Settings.read(List.of(), set);
    } catch (IOException none) {
      throw new AssertionError(none);
    }
  }
}

package org.sampan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.database.DatabaseRefusal;

class SettingsTest {

  private static final Map<String, String> ENOUGH =
      Map.of("SAMPAN_NODE", "th", "SAMPAN_COUNTRY", "TH", "SAMPAN_NAME", "Thailand");

  @TempDir Path folder;

  @Test
  void three_settings_are_enough() {
    NodeSettings node = Settings.read(List.of(), ENOUGH).node();

    assertThat(node.address()).isEqualTo("http://127.0.0.1:8440");
    assertThat(node.folder()).isAbsolute().endsWithRaw(Path.of(".sampan"));
    assertThat(node.outside()).isNull();
  }

  @Test
  void what_is_missing_is_named_in_one_line() {
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of("SAMPAN_NODE", "th")))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageStartingWith("Not set: SAMPAN_COUNTRY, SAMPAN_NAME;")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_wrong_value_is_refused_and_not_repeated() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "SAMPAN_NODE", "Thai land",
                "SAMPAN_COUNTRY", "Thai",
                "SAMPAN_PORT", "65536",
                "SAMPAN_ADDRESS", "node.invented.test",
                "SAMPAN_KEY_PASSPHRASE", "short",
                "SAMPAN_FIRST_ADMINISTRATOR", "perhaps")
            .entrySet()) {
      assertThatThrownBy(() -> Settings.read(List.of(), with(wrong.getKey(), wrong.getValue())))
          .isInstanceOf(OperatorRefusal.class)
          .hasMessageStartingWith(wrong.getKey() + " must be ")
          .hasMessageNotContaining(wrong.getValue());
    }
  }

  @Test
  void an_outside_database_needs_its_owner_and_a_list_its_signers() {
    assertThatThrownBy(() ->
            Settings.read(List.of(), with("SAMPAN_DATABASE_URL", "jdbc:postgresql://db/sampan")))
        .hasMessage("SAMPAN_DATABASE_URL needs SAMPAN_DATABASE_OWNER beside it.");
    assertThatThrownBy(() -> Settings.read(List.of(), with("SAMPAN_TRUST", "list.json")))
        .hasMessage("SAMPAN_TRUST needs SAMPAN_TRUST_SIGNERS beside it.");
  }

  @Test
  void a_port_for_nodes_has_the_address_that_the_table_promises() {
    assertThat(Settings.read(List.of(), with("SAMPAN_PEER_PORT", "8450")).properties())
        .containsEntry("sampan.peer-address", "https://127.0.0.1:8450");
    assertThat(Settings.read(List.of(), ENOUGH).properties())
        .doesNotContainKey("sampan.peer-address");
  }

  @Test
  void a_file_serves_as_well_and_the_environment_decides() throws IOException {
    Path file = folder.resolve("node.settings");
    Files.writeString(file, "SAMPAN_NODE=kh\nSAMPAN_COUNTRY=KH\nSAMPAN_NAME=កម្ពុជា\n");

    NodeSettings node =
        Settings.read(List.of("--settings", file.toString()), Map.of("SAMPAN_NODE", "kh-2")).node();

    assertThat(node.name()).isEqualTo("កម្ពុជា");
    assertThat(node.node()).isEqualTo("kh-2");
  }

  @Test
  void a_name_that_is_no_setting_is_told() throws IOException {
    Path file = folder.resolve("node.settings");
    Files.writeString(file, "SAMPAN_DATABSE_URL=x\n");

    assertThatThrownBy(() -> Settings.read(List.of("--settings", file.toString()), ENOUGH))
        .isInstanceOf(OperatorRefusal.class)
        .hasMessageEndingWith("SAMPAN_DATABSE_URL is not a setting; SAMPAN_DATABASE_URL is.");
    assertThat(Settings.read(List.of(), with("SAMPAN_DATABSE_URL", "x")).warnings())
        .containsExactly("SAMPAN_DATABSE_URL is not a setting; SAMPAN_DATABASE_URL is.");
  }

  @Test
  void why_a_node_cannot_start_is_said_in_one_line() {
    Throwable wrapped =
        new IllegalStateException(
            "bean of a bean", new RuntimeException(new DatabaseRefusal("The folder is in use.")));

    assertThat(StartRefusal.line(wrapped)).isEqualTo("The folder is in use.");
    assertThat(StartRefusal.line(new IllegalStateException("a fault of ours"))).isNull();
  }

  @Test
  void all_that_the_source_reads_can_be_set() throws IOException {
    Set<String> read = new TreeSet<>();
    Pattern setting = Pattern.compile("\\$\\{(sampan\\.[a-z.-]+)");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher found = setting.matcher(Files.readString(file));
        while (found.find()) {
          read.add(found.group(1));
        }
      }
    }

    assertThat(read).isNotEmpty();
    assertThat(Arrays.stream(Setting.values()).map(Setting::property)).containsAll(read);
  }

  @Test
  void the_operators_table_lists_every_setting() throws IOException {
    Set<String> table =
        Files.readAllLines(Path.of("../guides/operators.md")).stream()
            .filter(line -> line.startsWith("| `SAMPAN_"))
            .map(line -> line.split("`")[1])
            .collect(Collectors.toSet());

    assertThat(table)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Setting.values()).map(Setting::variable).toList());
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> all = new HashMap<>(ENOUGH);
    all.put(name, value);
    return all;
  }
}

package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPostgresTests {

  private static final Path BINARIES = BundledPostgres.usualBinaries();

  @TempDir(factory = InMemory.class)
  static Path sharedFolder;

  private static @Nullable BundledPostgres shared;

  @TempDir(factory = InMemory.class)
  Path folder;

  @BeforeAll
  static void startOneForThoseThatOnlyLook() {
    shared = BundledPostgres.start(sharedFolder, BINARIES);
  }

  @AfterAll
  static void stopIt() {
    shared().close();
  }

  private static BundledPostgres shared() {
    return Objects.requireNonNull(shared);
  }

  @Test
  void rows_survive_a_stop_and_a_start() throws Exception {
    try (var server = BundledPostgres.start(folder, BINARIES)) {
      Rows.write(server.ensureDatabase("node"), 1000);
    }

    try (var server = BundledPostgres.start(folder, BINARIES)) {
      assertThat(Rows.count(server.ensureDatabase("node"))).isEqualTo(1000);
    }
  }

  @Test
  void rows_survive_a_killed_postmaster_and_a_start_at_once() throws Exception {
    var killed = BundledPostgres.start(folder, BINARIES);
    Rows.write(killed.ensureDatabase("node"), 1000);
    AnotherProcess.killNow(killed.pid());
    killed.close();

    try (var server = BundledPostgres.start(folder, BINARIES)) {
      assertThat(Rows.count(server.ensureDatabase("node"))).isEqualTo(1000);
    }
  }

  @Test
  void a_postmaster_killed_again_and_again_comes_back() throws Exception {
    try (var server = BundledPostgres.start(folder, BINARIES)) {
      var node = server.ensureDatabase("node");
      Rows.write(node, 10);

      // Six times: also while it still recovers from the time before.
      for (int times = 0; times < 6; times++) {
        var killed = pidNow();
        AnotherProcess.killNow(killed);
        AnotherProcess.await("another postmaster", () -> pidNow() != killed);
      }

      AnotherProcess.await("the rows", () -> rowsOrNone(node) == 10);
    }
  }

  /// The first process of the server, ready or not.
  private long pidNow() {
    try {
      var lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
      return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
    } catch (IOException between) {
      return 0;
    }
  }

  private static long rowsOrNone(NodeDatabase node) {
    try {
      return Rows.count(node);
    } catch (SQLException | IllegalStateException recovering) {
      return -1;
    }
  }

  @Test
  void a_killed_postmaster_is_started_again_at_the_same_address() throws Exception {
    try (var server = BundledPostgres.start(folder, BINARIES)) {
      var node = server.ensureDatabase("node");
      Rows.write(node, 1000);
      var killed = server.pid();

      AnotherProcess.killNow(killed);

      AnotherProcess.await("a new postmaster", () -> server.pid() != killed);
      assertThat(Rows.count(node)).isEqualTo(1000);
    }
  }

  @Test
  void a_restart_keeps_the_address_and_the_rows() throws Exception {
    try (var server = BundledPostgres.forTests()) {
      var node = server.ensureDatabase("node");
      Rows.write(node, 1000);

      server.restart();

      assertThat(Rows.count(node)).isEqualTo(1000);
    }
  }

  @Test
  void what_is_committed_reaches_the_disk() throws Exception {
    var server = shared();
    var node = server.ensureDatabase("node");

    assertThat(Rows.text(node, "show fsync")).isEqualTo("on");
    assertThat(Rows.text(node, "show synchronous_commit")).isEqualTo("on");
    assertThat(Rows.text(node, "show full_page_writes")).isEqualTo("on");
    assertThat(Rows.text(node, "show data_checksums")).isEqualTo("on");
  }

  @Test
  void only_this_machine_and_only_with_a_password_may_connect() throws Exception {
    var server = shared();
    var node = server.ensureDatabase("node");
    var stranger =
        new NodeDatabase(node.url(), node.ownerUser(), "guess", node.nodeUser(), "guess");

    assertThat(Rows.text(node, "show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(Rows.text(server, "show unix_socket_directories")).isEmpty();
    assertThatThrownBy(stranger::asOwner).isInstanceOf(SQLException.class);
    assertThatThrownBy(stranger::asNode).isInstanceOf(SQLException.class);
    assertThat(Files.getPosixFilePermissions(sharedFolder.resolve("passwords")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(AnotherProcess.words(Long.toString(server.pid())))
        .doesNotContain(server.ownerPassword());
  }

  @Test
  void text_sorts_alike_on_every_machine() throws Exception {
    var server = shared();
    var node = server.ensureDatabase("node");

    assertThat(Rows.text(node, "show server_encoding")).isEqualTo("UTF8");
    assertThat(
            Rows.text(
                node,
                "select concat(datlocprovider, datlocale) from pg_database where datname='node'"))
        .isEqualTo("bC.UTF-8");
  }

  @Test
  void a_folder_in_use_is_refused() {
    assertThatThrownBy(() -> BundledPostgres.start(sharedFolder, BINARIES))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("in use by another process");
  }

  @Test
  void data_of_another_major_version_is_refused() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data").resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> BundledPostgres.start(folder, BINARIES))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("written by PostgreSQL 17 and this is PostgreSQL 18");
  }

  @Test
  void lost_passwords_are_named_as_the_reason() throws IOException {
    BundledPostgres.start(folder, BINARIES).close();
    Files.delete(folder.resolve("passwords"));

    assertThatThrownBy(() -> BundledPostgres.start(folder, BINARIES))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("passwords is gone");
  }

  @Test
  void an_interrupted_first_start_leaves_nothing_half_made() throws IOException {
    Files.createDirectories(folder.resolve("data.new").resolve("base"));
    Files.writeString(folder.resolve("data.new").resolve("PG_VERSION"), "18\n");

    try (var server = BundledPostgres.start(folder, BINARIES)) {
      assertThat(server.pid()).isPositive();
      assertThat(folder.resolve("data.new")).doesNotExist();
    }
  }

  @Test
  void a_refused_start_gives_the_folder_back() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data").resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> BundledPostgres.start(folder, BINARIES))
        .isInstanceOf(DatabaseRefusal.class);
    Folders.delete(folder.resolve("data"));

    try (var server = BundledPostgres.start(folder, BINARIES)) {
      assertThat(server.pid()).isPositive();
    }
  }

  @Test
  void other_machines_are_told_to_bring_a_database() {
    assertThatThrownBy(() -> PostgresBinaries.refuseOtherMachines("Linux", "aarch64"))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("give a database URL");
    assertThatThrownBy(() -> PostgresBinaries.refuseOtherMachines("Mac OS X", "amd64"))
        .isInstanceOf(DatabaseRefusal.class);
  }

  @Test
  void a_server_for_tests_leaves_nothing_behind() throws Exception {
    var server = BundledPostgres.forTests();
    var data = Path.of(Rows.text(server, "show data_directory"));
    assertThat(Rows.text(server, "show fsync")).isEqualTo("off");

    server.close();

    assertThat(data.getParent()).doesNotExist();
    assertThat(AnotherProcess.running(server.pid())).isFalse();
  }
}

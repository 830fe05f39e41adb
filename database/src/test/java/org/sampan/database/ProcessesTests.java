package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens between processes: two at once, one killed, root.
class ProcessesTests {

  // One unpacking for the class; below /tmp, where the user nobody can reach it.
  private static Path binaries = Path.of("replaced");

  @TempDir(factory = InMemory.class)
  Path folder;

  @BeforeAll
  static void binariesAnyoneMayReach() throws Exception {
    binaries = InMemory.folder("sampan-binaries-");
    Files.setPosixFilePermissions(
        binaries, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    twoFirstStartsAtOnce();
  }

  @AfterAll
  static void removeBinaries() throws Exception {
    Folders.delete(binaries);
  }

  private static int unpackings;
  private static boolean bothServed;

  private static void twoFirstStartsAtOnce() throws Exception {
    var one = InMemory.folder("sampan-one-");
    var two = InMemory.folder("sampan-two-");
    try (var first = AnotherProcess.starting(one, binaries);
        var second = AnotherProcess.starting(two, binaries)) {
      bothServed = first.postmaster() > 0 && second.postmaster() > 0;
      try (var content = Files.list(binaries)) {
        unpackings = (int) content.filter(Files::isDirectory).count();
      }
      bothServed &= first.endInGoodOrder().equals("stopped");
      bothServed &= second.endInGoodOrder().equals("stopped");
    } finally {
      Folders.delete(one);
      Folders.delete(two);
    }
  }

  @Test
  void two_first_starts_at_once_share_one_unpacking() {
    assertThat(bothServed).isTrue();
    assertThat(unpackings).isEqualTo(1);
  }

  @Test
  void a_killed_owner_takes_its_postgres_along() throws Exception {
    try (var owner = AnotherProcess.starting(folder, binaries)) {
      var postmaster = owner.postmaster();
      assertThat(AnotherProcess.watchersOf(postmaster)).hasSize(1);

      owner.kill();

      AnotherProcess.await(
          "PostgreSQL stops in good order",
          () ->
              !AnotherProcess.running(postmaster)
                  && Files.notExists(folder.resolve("data").resolve("postmaster.pid")));
      AnotherProcess.await(
          "its watcher ends", () -> AnotherProcess.session(Long.toString(postmaster)) == -1);
    }
  }

  @Test
  void an_orphan_whose_watcher_was_killed_too_is_taken_over() throws Exception {
    try (var owner = AnotherProcess.starting(folder, binaries)) {
      var orphan = owner.postmaster();
      AnotherProcess.watchersOf(orphan).forEach(AnotherProcess::killNow);
      owner.kill();
      assertThat(AnotherProcess.running(orphan)).isTrue();

      try (var server = BundledPostgres.start(folder, binaries)) {
        assertThat(AnotherProcess.running(orphan)).isFalse();
        assertThat(Rows.text(server, "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void a_folder_another_process_holds_is_refused_and_its_server_left_alone() throws Exception {
    try (var owner = AnotherProcess.starting(folder, binaries)) {
      var postmaster = owner.postmaster();

      assertThatThrownBy(() -> BundledPostgres.start(folder, binaries))
          .isInstanceOf(DatabaseRefusal.class)
          .hasMessageContaining("in use");
      assertThat(AnotherProcess.running(postmaster)).isTrue();
    }
  }

  @Test
  void a_terminal_cannot_interrupt_it_before_us() {
    try (var server = BundledPostgres.start(folder, binaries)) {
      var ours = AnotherProcess.session(Long.toString(ProcessHandle.current().pid()));

      assertThat(AnotherProcess.session(Long.toString(server.pid())))
          .isEqualTo(server.pid())
          .isNotEqualTo(ours);
    }
  }

  @Test
  void root_may_start_it_with_user_namespaces_and_where_they_are_forbidden() throws Exception {
    assumeTrue(LesserUser.ourselves() == 0, "only root can try how root is treated");
    try (var server = BundledPostgres.start(folder, binaries)) {
      Rows.write(server.ensureDatabase("node"), 10);
    }

    try (var server = BundledPostgres.start(folder, binaries, LesserUser.asNobody(), false)) {
      assertThat(Folders.owner(folder.resolve("data"))).isEqualTo(LesserUser.NOBODY);
      assertThat(Rows.count(server.ensureDatabase("node"))).isEqualTo(10);
    }

    try (var server = BundledPostgres.start(folder, binaries)) {
      assertThat(Folders.owner(folder.resolve("data"))).isZero();
      assertThat(Rows.count(server.ensureDatabase("node"))).isEqualTo(10);
    }
  }

  @Test
  void a_first_start_where_user_namespaces_are_forbidden() throws Exception {
    assumeTrue(LesserUser.ourselves() == 0, "only root can try how root is treated");

    try (var server = BundledPostgres.start(folder, binaries, LesserUser.asNobody(), false)) {
      assertThat(Rows.text(server, "select 1")).isEqualTo("1");
      assertThat(Folders.owner(folder.resolve("passwords"))).isZero();
    }
  }

  @Test
  void folders_the_lesser_user_cannot_reach_are_named() throws Exception {
    assumeTrue(LesserUser.ourselves() == 0, "only root can try how root is treated");
    var hidden = folder.resolve("hidden");
    Folders.createPrivate(hidden);

    assertThatThrownBy(() ->
            BundledPostgres.start(hidden.resolve("node"), binaries, LesserUser.asNobody(), false))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("cannot reach " + hidden);
  }
}

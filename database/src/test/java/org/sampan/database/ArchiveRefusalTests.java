package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A restore that cannot be whole changes nothing.
class ArchiveRefusalTests {

  private static final Instant NOW = Crossing.NOW;
  private static final NodeArchive.Progress QUIETLY = Crossing.QUIETLY;

  @TempDir Path here;
  @TempDir Path there;

  @Test
  void an_archive_cut_short_leaves_the_database_and_the_folder_as_they_were() throws Exception {
    Files.writeString(here.resolve("node.key"), "key");
    var source = Nodes.full();
    Rows.run(
        source,
        "insert into casework.\"Odd \"\"name\" (\"naïve; --\")"
            + " select gen_random_uuid()::text from generate_series(1, 20000)");
    var target = Nodes.migrated();
    var before = Nodes.everything(target);
    var guards = Nodes.guards(target);
    var numbering = Nodes.numbering(target);
    write(source, "node.key");
    var whole = Files.readAllBytes(file());
    assertThat(whole).hasSizeGreaterThan(2 * SealedOutput.CHUNK);

    for (int kept : new int[] {0, 40, 78, 100, 78 + 65_552, whole.length / 2, whole.length - 1}) {
      Files.write(file(), Arrays.copyOf(whole, kept));
      assertThatThrownBy(() -> restore(target, "node.key"))
          .as("cut at " + kept)
          .isInstanceOf(DatabaseRefusal.class);
    }

    assertThat(Nodes.everything(target)).isEqualTo(before);
    assertThat(Nodes.guards(target)).isEqualTo(guards);
    assertThat(Nodes.numbering(target)).isEqualTo(numbering);
    assertThat(there).isEmptyDirectory();
    Files.write(file(), whole);
    restore(target, "node.key");
    assertThat(Nodes.everything(target)).isEqualTo(Nodes.everything(source));
  }

  @Test
  void other_migrations_are_refused_with_both_versions() throws Exception {
    write(Nodes.full());
    var newer = Nodes.migrated();
    Nodes.history(newer, "casework", "1", "2", "3");
    var other = Nodes.migrated();
    Rows.run(other, "update audit.flyway_schema_history set checksum = 5");
    var fewer = Nodes.migrated();
    Rows.run(fewer, "drop table audit.flyway_schema_history");
    var more = Nodes.migrated();
    Nodes.history(more, "public", "1");

    assertThatThrownBy(() -> restore(newer))
        .hasMessage(
            "The archive was written with casework at version 2 and this database has version 3:"
                + " restore with the release that wrote it.");
    assertThatThrownBy(() -> restore(other)).hasMessageContaining("of other migrations");
    assertThatThrownBy(() -> restore(fewer)).hasMessageContaining("audit, which this database");
    assertThatThrownBy(() -> restore(more)).hasMessageContaining("public, which the archive");
  }

  @Test
  void a_failed_migration_is_mended_before_anything_is_written() throws Exception {
    var source = Nodes.migrated();
    Rows.run(source, "update audit.flyway_schema_history set success = false");

    assertThatThrownBy(() -> write(source)).hasMessageContaining("migration of audit failed");
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_database_with_rows_is_refused() throws Exception {
    write(Nodes.full());
    var used = Nodes.full();
    var before = Nodes.everything(used);

    assertThatThrownBy(() -> restore(used)).hasMessageContaining("This database is not empty");
    assertThat(Nodes.everything(used)).isEqualTo(before);
  }

  @Test
  void a_table_others_refer_to_cannot_be_left_out() throws Exception {
    var contents =
        new NodeArchive.Contents(Set.of("casework.household"), Set.of(), here, List.of());
    var archive = Nodes.archive(Nodes.full(), contents);

    assertThatThrownBy(() -> archive.write(file(), Nodes.PASSPHRASE, NOW, QUIETLY))
        .hasMessage("The table casework.person refers to casework.household, which is left out.");
  }

  @Test
  void rows_that_break_a_foreign_key_are_refused_without_being_quoted() throws Exception {
    var source = Nodes.full();
    Rows.run(source, "alter table casework.household drop constraint household_head");
    Rows.run(source, "update casework.household set head = 'deadbeef-0000-0000-0000-000000000000'");
    var target = Nodes.migrated();
    write(source);

    assertThatThrownBy(() -> restore(target))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("household_head")
        .hasMessageContaining("nothing was changed")
        .hasMessageNotContaining("deadbeef");
    assertThat(Rows.text(target, "select count(*) from casework.person")).isEqualTo("0");
  }

  @Test
  void a_file_that_differs_is_never_overwritten() throws Exception {
    Files.writeString(here.resolve("node.key"), "archived");
    Files.writeString(there.resolve("node.key"), "in use");
    var target = Nodes.migrated();
    write(Nodes.full(), "node.key");

    assertThatThrownBy(() -> restore(target, "node.key"))
        .hasMessageContaining("is there already and differs");

    assertThat(there.resolve("node.key")).hasContent("in use");
    assertThat(there.resolve("node.key.restoring")).doesNotExist();
    assertThat(Rows.text(target, "select count(*) from casework.person")).isEqualTo("0");
  }

  @Test
  void an_archive_is_never_overwritten_and_never_half_written() throws Exception {
    Files.writeString(file(), "older");
    assertThatThrownBy(() -> write(Nodes.migrated())).hasMessageContaining("exists already");
    assertThat(file()).hasContent("older");
    Files.delete(file());
    var broken = Nodes.full();

    assertThatThrownBy(() ->
            Nodes.archive(broken, Nodes.contents(here, "no such file"))
                .write(file(), Nodes.PASSPHRASE, NOW, QUIETLY))
        .hasMessageContaining("has no no such file");
    try (var left = Files.list(here)) {
      assertThat(left).isEmpty();
    }
  }

  private Path file() {
    return crossing().file();
  }

  private NodeArchive.Carried write(NodeDatabase source, String... files) {
    return crossing().write(source, files);
  }

  private NodeArchive.Carried restore(NodeDatabase target, String... files) {
    return crossing().restore(target, files);
  }

  private Crossing crossing() {
    return new Crossing(here, there);
  }
}

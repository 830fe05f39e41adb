package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeArchiveTests {

  private static final Instant NOW = Crossing.NOW;

  @TempDir Path here;
  @TempDir Path there;

  @Test
  void every_kind_of_value_comes_back_as_it_was() throws Exception {
    var source = Nodes.full();
    var target = Nodes.migrated();

    var written = write(source);
    var restored = restore(target);

    assertThat(Nodes.everything(target)).isEqualTo(Nodes.everything(source));
    assertThat(restored).isEqualTo(written);
    assertThat(restored.writtenAt()).isEqualTo(NOW);
    assertThat(restored.rows()).isEqualTo(12);
  }

  @Test
  void numbering_goes_on_where_it_was() throws Exception {
    var target = Nodes.migrated();
    write(Nodes.full());
    restore(target);

    Rows.run(
        target, "insert into casework.person (id) values ('00000000-0000-0000-0000-00000000000c')");
    Rows.run(target, "insert into casework.\"Odd \"\"name\" default values");

    assertThat(Rows.text(target, "select max(number) from casework.person")).isEqualTo("3");
    assertThat(Rows.text(target, "select max(\"A column\") from casework.\"Odd \"\"name\""))
        .isEqualTo("4");
    assertThat(Rows.text(target, "select count(distinct number) = count(*) from audit.entry"))
        .isEqualTo("t");
  }

  @Test
  void foreign_keys_and_triggers_guard_again_after_a_restore() throws Exception {
    var target = Nodes.migrated();
    var before = Nodes.guards(target);
    write(Nodes.full());
    restore(target);

    assertThat(Nodes.guards(target)).isEqualTo(before);
    assertThatThrownBy(() -> Rows.run(target, "delete from audit.entry"))
        .hasMessageContaining("append only");
    assertThatThrownBy(
            () -> Rows.run(target, "update casework.household set head = gen_random_uuid()"))
        .hasMessageContaining("household_head");
  }

  @Test
  void the_owner_needs_no_superuser_for_it() throws Exception {
    assertThat(
            Rows.text(
                Nodes.migrated(), "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void tables_left_out_stay_behind() throws Exception {
    var target = Nodes.migrated();
    write(Nodes.full());
    restore(target);

    assertThat(Rows.text(target, "select count(*) from casework.session")).isEqualTo("0");
  }

  @Test
  void all_rows_are_of_one_moment() throws Exception {
    var source = Nodes.full();
    var target = Nodes.migrated();
    var expected = Nodes.everything(source);

    Nodes.archive(source, Nodes.contents(here))
        .write(
            file(),
            Nodes.PASSPHRASE,
            NOW,
            (_, number, _) -> {
              if (number == 1) {
                writesMeanwhile(source);
              }
            });
    restore(target);

    assertThat(Nodes.everything(target)).isEqualTo(expected);
    assertThat(Nodes.everything(source)).isNotEqualTo(expected);
  }

  @Test
  void the_named_files_come_back_with_their_permissions() throws Exception {
    Files.createDirectories(here.resolve("keys").resolve("old"));
    Files.write(here.resolve("keys").resolve("node.key"), new byte[100_000]);
    Files.writeString(here.resolve("keys").resolve("old").resolve("1.key"), "");
    Files.writeString(here.resolve("node.properties"), "country=KH");
    Files.setPosixFilePermissions(
        here.resolve("keys").resolve("node.key"),
        java.nio.file.attribute.PosixFilePermissions.fromString("r--------"));
    Files.writeString(here.resolve("not named"), "stays");

    write(Nodes.full(), "keys", "node.properties");
    restore(Nodes.migrated(), "keys");

    assertThat(there.resolve("keys").resolve("node.key")).hasBinaryContent(new byte[100_000]);
    assertThat(Files.getPosixFilePermissions(there.resolve("keys").resolve("node.key")))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("r--------"));
    assertThat(there.resolve("keys").resolve("old").resolve("1.key")).isEmptyFile();
    assertThat(there.resolve("node.properties")).hasContent("country=KH");
    assertThat(there.resolve("not named")).doesNotExist();
  }

  @Test
  void checking_reads_to_the_end_and_says_what_is_there() throws Exception {
    var written = write(Nodes.full());

    assertThat(NodeArchive.check(file(), Nodes.PASSPHRASE)).isEqualTo(written);
  }

  @Test
  void progress_counts_every_part() throws Exception {
    var told = new ArrayList<String>();
    Nodes.archive(Nodes.full(), Nodes.contents(here))
        .write(
            file(),
            Nodes.PASSPHRASE,
            NOW,
            (what, number, of) -> told.add(number + "/" + of + " " + what));

    assertThat(told).hasSize(6).startsWith("1/6 audit.entry_2026").endsWith("6/6 casework.person");
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

  private static void writesMeanwhile(NodeDatabase source) {
    try {
      Rows.run(
          source,
          "insert into casework.person (id) values ('00000000-0000-0000-0000-00000000000d')");
    } catch (java.sql.SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}

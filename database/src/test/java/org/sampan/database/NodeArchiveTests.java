package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeArchiveTests {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final NodeArchive.Progress QUIETLY = (_, _, _) -> {};

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
    var before = guards(target);
    write(Nodes.full());
    restore(target);

    assertThat(guards(target)).isEqualTo(before);
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
  void a_thousand_names_occur_nowhere_in_the_archive() throws Exception {
    var random = new Random(7);
    var source = Nodes.migrated();
    var names = new ArrayList<String>();
    for (int i = 0; i < 1000; i++) {
      names.add(
          syllables(random, i % 2 == 0 ? "សុភា ចន្ទ ស្រី ម៉ុម ដារា" : "Som Chai Srey Mom Dara"));
    }
    try (var connection = source.asOwner();
        var insert =
            connection.prepareStatement(
                "insert into casework.person (id, name) values (gen_random_uuid(), ?)")) {
      for (var name : names) {
        insert.setString(1, name);
        insert.addBatch();
      }
      insert.executeBatch();
    }

    write(source);

    var bytes = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    assertThat(names)
        .noneMatch(name ->
            bytes.contains(
                new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    assertThat(packed(Files.readAllBytes(file()))).isGreaterThanOrEqualTo((int) Files.size(file()));
  }

  @Test
  void any_changed_bit_is_refused_and_nothing_is_restored() throws Exception {
    write(Nodes.full());
    var whole = Files.readAllBytes(file());
    var random = new Random(11);

    for (int i = 0; i < 150; i++) {
      var altered = whole.clone();
      var bit = random.nextInt(whole.length * 8);
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file(), altered);
      assertThatThrownBy(() -> NodeArchive.check(file(), Nodes.PASSPHRASE))
          .as("bit " + bit)
          .isInstanceOf(DatabaseRefusal.class);
    }
  }

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
    var guards = guards(target);
    var numbering = numbering(target);
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
    assertThat(guards(target)).isEqualTo(guards);
    assertThat(numbering(target)).isEqualTo(numbering);
    assertThat(there).isEmptyDirectory();
    Files.write(file(), whole);
    restore(target, "node.key");
    assertThat(Nodes.everything(target)).isEqualTo(Nodes.everything(source));
  }

  @Test
  void a_wrong_passphrase_is_named_as_such() throws Exception {
    write(Nodes.full());
    var target = Nodes.migrated();

    assertThatThrownBy(() ->
            Nodes.archive(target, Nodes.contents(there))
                .restore(file(), "boats on two bankz".toCharArray(), QUIETLY))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessage("The passphrase is wrong.");
  }

  @Test
  void a_short_passphrase_is_refused() throws Exception {
    var archive = Nodes.archive(Nodes.migrated(), Nodes.contents(here));

    assertThatThrownBy(() -> archive.write(file(), "short".toCharArray(), NOW, QUIETLY))
        .isInstanceOf(DatabaseRefusal.class);
    assertThat(file()).doesNotExist();
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
  void tables_left_out_stay_behind() throws Exception {
    var target = Nodes.migrated();
    write(Nodes.full());
    restore(target);

    assertThat(Rows.text(target, "select count(*) from casework.session")).isEqualTo("0");
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

  @Test
  void only_its_writer_may_read_the_archive() throws Exception {
    write(Nodes.full());

    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
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
    return here.resolve("node.sampan");
  }

  private NodeArchive.Carried write(NodeDatabase source, String... files) {
    return Nodes.archive(source, Nodes.contents(here, files))
        .write(file(), Nodes.PASSPHRASE, NOW, QUIETLY);
  }

  private NodeArchive.Carried restore(NodeDatabase target, String... files) {
    return Nodes.archive(target, Nodes.contents(there, files))
        .restore(file(), Nodes.PASSPHRASE, QUIETLY);
  }

  private static String guards(NodeDatabase database) throws Exception {
    return Rows.text(
            database,
            "select string_agg(concat(conrelid::regclass, conname, pg_get_constraintdef(oid),"
                + " convalidated), E'\\n' order by conrelid::regclass::text, conname)"
                + " from pg_constraint where contype = 'f'")
        + Rows.text(
            database,
            "select string_agg(concat(tgrelid::regclass, tgname, tgenabled), E'\\n'"
                + " order by tgrelid::regclass::text, tgname) from pg_trigger"
                + " where not tgisinternal");
  }

  private static String numbering(NodeDatabase database) throws Exception {
    return Rows.text(
        database,
        "select string_agg(concat(sequencename, last_value), ' ' order by sequencename)"
            + " from pg_sequences");
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

  private static String syllables(Random random, String words) {
    var parts = words.split(" ");
    return "%s %s %s %d"
        .formatted(
            parts[random.nextInt(parts.length)],
            parts[random.nextInt(parts.length)],
            parts[random.nextInt(parts.length)],
            random.nextInt(1_000_000));
  }

  private static int packed(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    var out = new byte[bytes.length * 2 + 100];
    var length = deflater.deflate(out);
    deflater.end();
    return length;
  }
}

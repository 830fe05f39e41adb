package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a stranger with the file learns: nothing.
class ArchiveSecrecyTests {

  private static final Instant NOW = Crossing.NOW;
  private static final NodeArchive.Progress QUIETLY = Crossing.QUIETLY;

  @TempDir Path here;
  @TempDir Path there;

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
  void only_its_writer_may_read_the_archive() throws Exception {
    write(Nodes.full());

    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }

  private Path file() {
    return crossing().file();
  }

  private NodeArchive.Carried write(NodeDatabase source, String... files) {
    return crossing().write(source, files);
  }

  private Crossing crossing() {
    return new Crossing(here, there);
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

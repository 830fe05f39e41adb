package org.sampan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTests {

  private static final int SEALED_CHUNK = SealedOutput.CHUNK + SealedOutput.TAG;

  private final Random random = new Random(20261121);
  private final ArchiveHeader header = ArchiveHeader.make(1_000);
  private final SecretKeySpec key = new SecretKeySpec(bytes(32), "AES");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void what_was_sealed_opens_again(int length) throws IOException {
    var plain = bytes(length);

    var sealed = seal(plain);

    assertThat(open(sealed)).isEqualTo(plain);
    assertThat(sealed).hasSize(length + Math.max(1, (length + 65_535) / 65_536) * SealedOutput.TAG);
  }

  @Test
  void a_single_changed_bit_is_refused() throws IOException {
    var sealed = seal(bytes(3 * SealedOutput.CHUNK + 100));

    for (int i = 0; i < 400; i++) {
      var altered = sealed.clone();
      var bit = random.nextInt(sealed.length * 8);
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(altered, "bit " + bit);
    }
  }

  @Test
  void every_bit_of_a_short_file_is_guarded() throws IOException {
    var sealed = seal(bytes(50));

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      var altered = sealed.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(altered, "bit " + bit);
    }
  }

  @Test
  void a_file_cut_anywhere_is_refused() throws IOException {
    var sealed = seal(bytes(3 * SealedOutput.CHUNK));

    for (int kept = 0; kept < sealed.length; kept += 4_999) {
      assertRefused(Arrays.copyOf(sealed, kept), "cut at " + kept);
    }
    for (int chunks = 0; chunks < 3; chunks++) {
      assertRefused(Arrays.copyOf(sealed, chunks * SEALED_CHUNK), "cut after chunk " + chunks);
    }
    assertRefused(Arrays.copyOf(sealed, sealed.length - 1), "the last byte cut");
  }

  @Test
  void chunks_dropped_doubled_or_moved_are_refused() throws IOException {
    var sealed = seal(bytes(4 * SealedOutput.CHUNK));

    assertRefused(chunks(sealed, 1, 0, 2, 3), "swapped");
    assertRefused(chunks(sealed, 0, 2, 3), "dropped");
    assertRefused(chunks(sealed, 0, 1, 1, 2, 3), "doubled");
    assertRefused(chunks(sealed, 0, 1, 2, 3, 3), "the last doubled");
    assertRefused(chunks(sealed, 3), "only the last");
    assertThat(open(chunks(sealed, 0, 1, 2, 3))).hasSize(4 * SealedOutput.CHUNK);
  }

  @Test
  void bytes_behind_the_end_are_refused() throws IOException {
    var sealed = seal(bytes(100));

    assertRefused(Arrays.copyOf(sealed, sealed.length + 1), "a byte more");
  }

  @Test
  void chunks_of_another_file_with_the_same_key_are_refused() throws IOException {
    var sealed = seal(bytes(100));
    var other = ArchiveHeader.make(1_000);

    assertThatThrownBy(
            () -> new SealedInput(new ByteArrayInputStream(sealed), other, key).readAllBytes())
        .isInstanceOf(DatabaseRefusal.class);
  }

  @Test
  void every_bit_of_the_header_is_guarded() throws IOException {
    var passphrase = "correct horse battery".toCharArray();
    var bytes = header.bytes(ArchiveKeys.derive(header, passphrase).confirmation());
    assertThat(ArchiveKeys.open(ArchiveHeader.read(new ByteArrayInputStream(bytes)), passphrase))
        .isNotNull();

    for (int bit = 0; bit < bytes.length * 8; bit++) {
      var altered = bytes.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> ArchiveHeader.read(new ByteArrayInputStream(altered)))
          .as("bit " + bit)
          .isInstanceOf(DatabaseRefusal.class);
    }
    for (int kept = 0; kept < bytes.length; kept++) {
      var cut = Arrays.copyOf(bytes, kept);
      assertThatThrownBy(() -> ArchiveHeader.read(new ByteArrayInputStream(cut)))
          .isInstanceOf(DatabaseRefusal.class);
    }
  }

  @Test
  void a_passphrase_opens_however_its_marks_are_stored() {
    var composed = ArchiveKeys.derive(header, "Việt Nam tám mươi".toCharArray());
    var apart =
        ArchiveKeys.derive(
            header,
            java.text.Normalizer.normalize("Việt Nam tám mươi", java.text.Normalizer.Form.NFD)
                .toCharArray());

    assertThat(apart.confirmation()).isEqualTo(composed.confirmation());
    assertThat(apart.content()).isEqualTo(composed.content());
  }

  @Test
  void guessing_a_passphrase_is_made_slow() {
    assertThat(NodeArchive.ROUNDS).isGreaterThanOrEqualTo(600_000);
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] seal(byte[] plain) throws IOException {
    var sealed = new ByteArrayOutputStream();
    try (var out = new SealedOutput(sealed, header, key)) {
      for (int at = 0; at < plain.length; ) {
        var part = Math.min(plain.length - at, 1 + random.nextInt(100_000));
        out.write(plain, at, part);
        at += part;
      }
    }
    return sealed.toByteArray();
  }

  private byte[] open(byte[] sealed) throws IOException {
    return new SealedInput(new ByteArrayInputStream(sealed), header, key).readAllBytes();
  }

  private void assertRefused(byte[] altered, String how) {
    assertThatThrownBy(() -> open(altered)).as(how).isInstanceOf(DatabaseRefusal.class);
  }

  private static byte[] chunks(byte[] sealed, int... order) {
    var out = new ByteArrayOutputStream();
    for (int number : order) {
      out.write(sealed, number * SEALED_CHUNK, SEALED_CHUNK);
    }
    return out.toByteArray();
  }
}

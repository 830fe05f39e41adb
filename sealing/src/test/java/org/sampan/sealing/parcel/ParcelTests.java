package org.sampan.sealing.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelTests {
  private static final ParcelKey KEY = ParcelKey.generate();
  private static final int CHUNK = Unpacking.CHUNK;
  private static final int SEALED_CHUNK = CHUNK + 16;

  private static byte[] file(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static byte[] pack(byte[] file) {
    var sealed = new ByteArrayOutputStream();
    try {
      Packing.pack(new ByteArrayInputStream(file), KEY, sealed);
    } catch (IOException never) {
      throw new AssertionError(never);
    }
    return sealed.toByteArray();
  }

  private static byte[] unpack(byte[] sealed) throws IOException {
    var plain = new ByteArrayOutputStream();
    Unpacking.unpack(new ByteArrayInputStream(sealed), sealed.length, KEY, plain);
    try (var read = Unpacking.read(new ByteArrayInputStream(sealed), sealed.length, KEY)) {
      assertThat(read.readAllBytes()).as("read, not written").isEqualTo(plain.toByteArray());
    }
    return plain.toByteArray();
  }

  private static void refused(byte[] sealed, String what) {
    assertThatThrownBy(() -> unpack(sealed)).as(what).isInstanceOf(Damaged.class);
    assertThatThrownBy(() ->
            Unpacking.read(new ByteArrayInputStream(sealed), sealed.length, KEY).readAllBytes())
        .as(what)
        .isInstanceOf(Damaged.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 16383, 16384, 16385, 32767, 32768, 32769, 1_000_003})
  void a_file_of_any_size_opens_to_itself(int size) throws IOException {
    var file = file(size);
    var sealed = new ByteArrayOutputStream();

    var packed = Packing.pack(new ByteArrayInputStream(file), KEY, sealed);

    assertThat(unpack(sealed.toByteArray())).isEqualTo(file);
    assertThat(packed.size()).isEqualTo(size);
    assertThat(packed.sealedSize()).isEqualTo(sealed.size()).isEqualTo(Packing.sealedSize(size));
    assertThat(packed.sealedSize() - size)
        .as("56 bytes and one tag a chunk")
        .isEqualTo(56 + 16 * (size / CHUNK + 1));
    assertThat(packed.sha256()).isEqualTo(sha256(file));
    assertThat(packed.sealedSha256()).isEqualTo(sha256(sealed.toByteArray()));
  }

  @Test
  void the_recorded_parcel_still_opens_and_is_still_made_the_same() throws IOException {
    var key = new ParcelKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    var salt = HexFormat.of().parseHex("202122232425262728292a2b2c2d2e2f3031323334353637");
    var file = "ស្លឹកឈើ".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var sealed = new ByteArrayOutputStream();

    Packing.pack(new ByteArrayInputStream(file), key, sealed, salt);

    // Made by another program from the specification alone: Python's cryptography, HKDFExpand and
    // AESGCM.
    assertThat(HexFormat.of().formatHex(sealed.toByteArray())).isEqualTo(RECORDED);
  }

  private static final String RECORDED =
      "202122232425262728292a2b2c2d2e2f303132333435363796f52e5b0ce8fc070eaa24a0cfa75dc7"
          + "5cb2879b9b894629dfed6a52195f41fc984de4d316fe903085bb4cf203eecd713b9e663a978d1856"
          + "05b68f7b430823e730a7121090";

  @Test
  void any_chunk_opens_without_those_before_it() throws IOException {
    var file = file(5 * CHUNK + 77);
    var sealed = pack(file);
    var parcel = Unpacking.of(KEY, Arrays.copyOf(sealed, Unpacking.PREFIX), sealed.length);

    assertThat(parcel.count()).isEqualTo(6);
    assertThat(parcel.size()).isEqualTo(file.length);
    for (long number = 5; number >= 0; number--) {
      int at = (int) parcel.offset(number);
      var chunk = Arrays.copyOfRange(sealed, at, at + parcel.sealedLength(number));
      int from = (int) number * CHUNK;
      assertThat(parcel.open(number, chunk))
          .isEqualTo(Arrays.copyOfRange(file, from, Math.min(file.length, from + CHUNK)));
    }
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> parcel.offset(6));
  }

  @Test
  void every_bit_of_a_small_parcel_flipped_is_refused() {
    var sealed = pack(file(200));
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      var flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      refused(flipped, "bit " + bit);
    }
  }

  @Test
  void a_parcel_cut_off_anywhere_or_extended_is_refused() {
    var small = pack(file(200));
    for (int length = 0; length < small.length; length++) {
      refused(Arrays.copyOf(small, length), "cut to " + length);
    }
    var large = pack(file(3 * CHUNK));
    for (int chunks = 0; chunks <= 3; chunks++) {
      int length = Unpacking.PREFIX + chunks * SEALED_CHUNK;
      refused(Arrays.copyOf(large, length), "cut after chunk " + chunks);
      refused(Arrays.copyOf(large, length + 15), "cut within a tag");
    }
    for (int more : new int[] {1, 15, 16, 17, SEALED_CHUNK}) {
      refused(Arrays.copyOf(large, large.length + more), "extended by " + more);
    }
  }

  @Test
  void chunks_turned_round_repeated_or_left_out_are_refused() {
    var sealed = pack(file(3 * CHUNK + 5));
    var first = Arrays.copyOfRange(sealed, 56, 56 + SEALED_CHUNK);
    var second = Arrays.copyOfRange(sealed, 56 + SEALED_CHUNK, 56 + 2 * SEALED_CHUNK);
    var turned = sealed.clone();
    System.arraycopy(second, 0, turned, 56, SEALED_CHUNK);
    System.arraycopy(first, 0, turned, 56 + SEALED_CHUNK, SEALED_CHUNK);
    var repeated = sealed.clone();
    System.arraycopy(first, 0, repeated, 56 + SEALED_CHUNK, SEALED_CHUNK);
    var without = new byte[sealed.length - SEALED_CHUNK];
    System.arraycopy(sealed, 0, without, 0, 56);
    System.arraycopy(sealed, 56 + SEALED_CHUNK, without, 56, without.length - 56);

    refused(turned, "turned round");
    refused(repeated, "repeated");
    refused(without, "the first left out");
  }

  @Test
  void a_chunk_of_another_parcel_under_the_same_key_is_refused() {
    var sealed = pack(file(2 * CHUNK));
    var other = pack(file(2 * CHUNK));
    System.arraycopy(other, 56, sealed, 56, SEALED_CHUNK);

    refused(sealed, "exchanged");
  }

  @Test
  void another_key_is_refused_before_any_chunk_is_opened() {
    var sealed = pack(file(200));
    var prefix = Arrays.copyOf(sealed, Unpacking.PREFIX);

    assertThatThrownBy(() -> Unpacking.of(ParcelKey.generate(), prefix, sealed.length))
        .isInstanceOf(Damaged.class)
        .hasMessage("The parcel does not open.");
  }

  @Test
  void nothing_of_a_spoilt_chunk_is_handed_out() {
    var sealed = pack(file(3 * CHUNK));
    sealed[56 + 2 * SEALED_CHUNK + 9] ^= 1;
    var plain = new ByteArrayOutputStream();

    assertThatThrownBy(
            () -> Unpacking.unpack(new ByteArrayInputStream(sealed), sealed.length, KEY, plain))
        .isInstanceOf(Damaged.class);

    assertThat(plain.size()).isEqualTo(2 * CHUNK);
  }

  @Test
  void a_key_has_one_spelling_and_never_shows_itself() {
    assertThat(ParcelKey.isOne(KEY.text())).isTrue();
    assertThat(KEY).asString().doesNotContain(KEY.text());
    for (String bad : new String[] {"", "AAAA", KEY.text() + "=", KEY.text().substring(1) + "!"}) {
      assertThat(ParcelKey.isOne(bad)).as(bad).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> new ParcelKey(bad));
    }
  }

  @Test
  void more_than_fits_the_heap_of_a_phone_passes_through_one_chunk_of_memory() throws IOException {
    long size = 40L * 1024 * 1024 + 3;
    var sink = new Longest();

    var packed = Packing.pack(new Zeros(size), KEY, sink);

    assertThat(packed.size()).isEqualTo(size);
    assertThat(sink.longest).as("the longest piece ever held").isEqualTo(SEALED_CHUNK);
  }

  private static String sha256(byte[] bytes) {
    var digest = Packing.sha256();
    digest.update(bytes);
    return Packing.hex(digest);
  }

  /// So many bytes of nothing.
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int some = (int) Math.min(length, left);
      left -= some;
      return some;
    }
  }

  /// Forgets what it is given, remembers the longest piece.
  private static final class Longest extends OutputStream {
    private int longest;

    @Override
    public void write(int one) {}

    @Override
    public void write(byte[] from, int at, int length) {
      longest = Math.max(longest, length);
    }
  }
}

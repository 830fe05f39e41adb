package org.sampan.sealing.parcel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/// Opens one parcel: whole and in order, or any chunk of it by its number. Not for several threads
/// at once.
public final class Unpacking {
  /// How many bytes stand before the first chunk; [#of] asks for them.
  public static final int PREFIX = Chunks.PREFIX;

  /// How many plain bytes every chunk but the last holds: byte `i` stands in chunk `i / CHUNK`.
  public static final int CHUNK = Chunks.PLAIN;

  private final Chunks chunks;
  private final long sealedSize;
  private final long size;

  private Unpacking(Chunks chunks, long sealedSize, long size) {
    this.chunks = chunks;
    this.sealedSize = sealedSize;
    this.size = size;
  }

  /// Begins with what stands before the first chunk, and proves that the key is this parcel's.
  ///
  /// @param prefix its first [#PREFIX] bytes
  /// @param sealedSize how many bytes it has in all
  /// @throws Damaged when no parcel has this size, or the key is another's
  public static Unpacking of(ParcelKey key, byte[] prefix, long sealedSize) throws Damaged {
    long size = Chunks.plainSize(sealedSize);
    if (prefix.length != PREFIX || size < 0 || size / CHUNK >= Chunks.MOST) {
      throw new Damaged();
    }
    var chunks = new Chunks(key, Arrays.copyOf(prefix, Chunks.SALT));
    var committed = Arrays.copyOfRange(prefix, Chunks.SALT, PREFIX);
    if (!MessageDigest.isEqual(committed, chunks.commitment())) {
      throw new Damaged();
    }
    return new Unpacking(chunks, sealedSize, size);
  }

  /// Reads a parcel to its end and writes the file; what was written is proved, chunk by chunk.
  /// Neither stream is closed.
  ///
  /// @return the SHA-256 of the file, 64 hexadecimal digits
  /// @throws Damaged at the first chunk that is not as it was sealed, or when bytes are missing or
  ///   left over
  public static String unpack(
      InputStream sealed, long sealedSize, ParcelKey key, OutputStream plain) throws IOException {
    var one = of(key, sealed.readNBytes(PREFIX), sealedSize);
    var digest = Packing.sha256();
    var covered = new byte[Chunks.SEALED];
    var clear = new byte[CHUNK];
    for (long number = 0; number < one.count(); number++) {
      int length = one.sealedLength(number);
      if (sealed.readNBytes(covered, 0, length) != length) {
        throw new Damaged();
      }
      int opened = one.chunks.open(number, covered, length, clear);
      digest.update(clear, 0, opened);
      plain.write(clear, 0, opened);
    }
    if (sealed.read() >= 0) {
      throw new Damaged();
    }
    return Packing.hex(digest);
  }

  /// The file in a parcel, to be read from end to end with the memory of one chunk. What is read
  /// was proved; [Damaged] comes in place of what cannot be. Closing it closes the parcel.
  public static InputStream read(InputStream sealed, long sealedSize, ParcelKey key)
      throws IOException {
    return new Opening(sealed, of(key, sealed.readNBytes(PREFIX), sealedSize));
  }

  /// How many bytes the file has.
  public long size() {
    return size;
  }

  /// How many chunks it has, at least one.
  public long count() {
    return size / CHUNK + 1;
  }

  /// Where a chunk begins in the parcel.
  public long offset(long number) {
    return PREFIX + known(number) * Chunks.SEALED;
  }

  /// How many bytes of the parcel it takes.
  public int sealedLength(long number) {
    return (int) Math.min(Chunks.SEALED, sealedSize - offset(number));
  }

  /// Opens one chunk.
  ///
  /// @param sealed the [#sealedLength] bytes at [#offset]
  public byte[] open(long number, byte[] sealed) throws Damaged {
    if (sealed.length != sealedLength(number)) {
      throw new Damaged();
    }
    var clear = new byte[CHUNK];
    return Arrays.copyOf(clear, chunks.open(number, sealed, sealed.length, clear));
  }

  private long known(long number) {
    if (number < 0 || number >= count()) {
      throw new IndexOutOfBoundsException("the parcel has no such chunk");
    }
    return number;
  }
}

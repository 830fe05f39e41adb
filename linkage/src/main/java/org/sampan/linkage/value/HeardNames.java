package org.sampan.linkage.value;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.sampan.names.Name;

/// Names of one column that met a name in another script. Names that were read and what pairs of
/// them were found to be are remembered in two tables of a fixed size, where the newer takes the
/// place of the older; so memory is bounded, and what is found does not depend on what is
/// remembered. For any number of threads.
public final class HeardNames {

  /// What a name takes: 4 KB as read, 7 KB more once it met names in three other native scripts.
  private static final int BYTES = 11_000;

  /// Most names held: a quarter of the memory at most, because who forgets one reads it again.
  private static final int NAMES =
      (int)
          Long.highestOneBit(
              Math.clamp(Runtime.getRuntime().maxMemory() / 4 / BYTES, 1 << 8, 1 << 16));

  /// Most pairs remembered, eight bytes each.
  private static final int PAIRS = 1 << 22;

  private static final NameHearing.Likeness[] LIKENESSES = NameHearing.Likeness.values();

  private record Read(int code, Name name) {}

  private final IntFunction<String> written;
  private final IntSupplier codes;
  private volatile @Nullable AtomicReferenceArray<@Nullable Read> names;
  private volatile @Nullable AtomicLongArray pairs;

  /// Nothing heard yet.
  ///
  /// @param written writes out the name of a code
  /// @param codes how many codes there are, by which the tables are laid out the first time
  public HeardNames(IntFunction<String> written, IntSupplier codes) {
    this.written = written;
    this.codes = codes;
  }

  /// How the names of two codes, both above 0, stand to each other.
  public NameHearing.Likeness likeness(int a, int b) {
    AtomicLongArray known = pairs();
    long pair = (long) Math.min(a, b) << 31 | Math.max(a, b);
    int place = (int) (pair * 0x9E3779B97F4A7C15L >>> 33) & known.length() - 1;
    long found = known.getOpaque(place);
    if (found >>> 2 == pair) {
      return LIKENESSES[(int) found & 3];
    }
    NameHearing.Likeness likeness = NameHearing.compare(name(Math.min(a, b)), name(Math.max(a, b)));
    known.setOpaque(place, pair << 2 | likeness.ordinal());
    return likeness;
  }

  /// The name of a code. Two threads may both read one, which harms nothing.
  public Name name(int code) {
    AtomicReferenceArray<@Nullable Read> known = names;
    if (known == null) {
      known = new AtomicReferenceArray<>(Math.clamp(places(), 1 << 8, NAMES));
      names = known;
    }
    int place = code & known.length() - 1;
    Read read = known.getAcquire(place);
    if (read == null || read.code != code) {
      read = new Read(code, NameHearing.read(written.apply(code)));
      known.setRelease(place, read);
    }
    return read.name;
  }

  private AtomicLongArray pairs() {
    AtomicLongArray known = pairs;
    if (known == null) {
      known = new AtomicLongArray(Math.clamp(64L * places(), 1 << 10, PAIRS));
      pairs = known;
    }
    return known;
  }

  /// The least power of two that is enough.
  private int places() {
    return Integer.highestOneBit(Math.clamp(codes.getAsInt(), 1, 1 << 29)) << 1;
  }

  /// The most bytes that the two tables take.
  public long room() {
    long held = Math.clamp(places(), 1 << 8, NAMES);
    return BYTES * held + 8L * Math.clamp(64L * places(), 1 << 10, PAIRS);
  }
}

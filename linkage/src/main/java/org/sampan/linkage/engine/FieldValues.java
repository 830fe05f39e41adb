package org.sampan.linkage.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Level;
import org.sampan.linkage.record.Dictionary;
import org.sampan.linkage.value.Symbols;

/// The distinct values of one field, each read once: what it is compared by stands in arrays beside
/// its code. Values that mean the same share a *canonical* code; what cannot be read counts as
/// missing.
public final class FieldValues {

  public final Field field;
  public final int column;
  private final Dictionary dictionary;
  private final @Nullable Dictionary folded;
  private final boolean spelled;

  private int read = 1;

  /// The canonical code by code; null while every value is its own.
  private int @Nullable [] canonical;

  /// A bag, a packed code or a reading of a date, by code.
  public long[] features = new long[0];

  /// Where a spelled value's symbols begin, by code.
  public int[] starts = new int[0];

  public byte[] symbols = new byte[64];
  private int end;

  /// How often each canonical value occurs, and all of them together.
  int[] counts = new int[0];

  long total;

  public FieldValues(Field field, int column, Dictionary dictionary) {
    this.field = field;
    this.column = column;
    this.dictionary = dictionary;
    this.spelled = field.kind().spelled();
    this.folded = plain() ? null : new Dictionary();
    readOn();
  }

  private FieldValues(Field field, FieldValues from) {
    this.field = field;
    this.column = from.column;
    this.dictionary = from.dictionary;
    this.folded = from.folded;
    this.spelled = from.spelled;
    this.read = from.read;
    this.canonical = from.canonical;
    this.features = from.features;
    this.starts = from.starts;
    this.symbols = from.symbols;
    this.end = from.end;
    this.counts = from.counts;
    this.total = from.total;
  }

  /// What the rarity of a shared value adds is this less log2 of how often the value occurs.
  double rarityBase() {
    return Level.log2(Math.max(1, total) * field.levels().getFirst().u());
  }

  /// What the rarity of a shared value adds to the level's bits; 0 where the field does not ask for it.
  public double rarity(int canonical) {
    return field.termFrequency() ? rarityBase() - Rarity.log2(counts[canonical]) : 0;
  }

  /// The same values under other chances; nothing is read again.
  public FieldValues under(Field learned) {
    return new FieldValues(learned, this);
  }

  private boolean plain() {
    for (int code = 1; code < dictionary.size(); code++) {
      String text = dictionary.text(code);
      if (!ValueReader.canonical(field.kind(), text).equals(text)) {
        return false;
      }
    }
    return true;
  }

  /// Reads the values that came since the last reading.
  public final void readOn() {
    int size = dictionary.size();
    if (features.length < size) {
      int room = read == 1 ? size : size + (size >> 2) + 16;
      features = Arrays.copyOf(features, room);
      starts = spelled ? Arrays.copyOf(starts, room) : starts;
      if (folded != null) {
        canonical = Arrays.copyOf(canonical == null ? new int[1] : canonical, room);
      }
    }
    for (; read < size; read++) {
      read(read);
    }
  }

  private void read(int code) {
    String text = ValueReader.canonical(field.kind(), dictionary.text(code));
    if (canonical != null && folded != null) {
      canonical[code] = folded.code(text);
    }
    if (!spelled) {
      features[code] = ValueReader.feature(field.kind(), text);
      return;
    }
    if (symbols.length < end + Symbols.LONGEST + 17) {
      symbols = Arrays.copyOf(symbols, symbols.length + (symbols.length >> 1) + 128);
    }
    int length = Symbols.write(text, symbols, end);
    starts[code] = end;
    features[code] = Symbols.bag(symbols, end, length);
    end += length;
  }

  /// The canonical code: equal for values that mean the same, 0 when missing.
  public int canonical(int code) {
    return canonical == null ? code : canonical[code];
  }

  public int canonicals() {
    return folded == null ? dictionary.size() : folded.size();
  }

  public String text(int code) {
    return ValueReader.canonical(field.kind(), dictionary.text(code));
  }

  public int codes() {
    return read;
  }

  public boolean spelled() {
    return spelled;
  }

  /// The first four symbols of a spelled value as one number.
  public int head(int code) {
    int at = starts[code];
    return symbols[at] & 0xff
        | (symbols[at + 1] & 0xff) << 8
        | (symbols[at + 2] & 0xff) << 16
        | symbols[at + 3] << 24;
  }

  public long bytes() {
    return 8L * features.length
        + 4L * starts.length
        + symbols.length
        + (canonical == null ? 0 : 4L * canonical.length)
        + (folded == null ? 0 : folded.bytes())
        + 4L * counts.length;
  }
}

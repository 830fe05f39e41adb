package org.sampan.linkage.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.model.Field;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.places.PlaceFinder;
import org.sampan.linkage.record.Dictionary;
import org.sampan.linkage.value.HeardNames;
import org.sampan.linkage.value.NameHearing;
import org.sampan.linkage.value.Symbols;
import org.sampan.linkage.value.Words;
import org.sampan.names.Name;

/// The distinct values of one field, each read once: what it is compared by stands in arrays beside
/// its code. Values that mean the same share a *canonical* code; what cannot be read counts as
/// missing.
public final class FieldValues {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  public final Field field;
  public final int column;
  final Dictionary dictionary;
  @Nullable Dictionary folded;
  final boolean spelled;
  private final Set<String> passedOver = new HashSet<>();

  private int read = 1;

  /// The canonical code by code; null while every value is its own.
  private int @Nullable [] canonical;

  /// A bag, a packed code or a reading of a date, by code.
  public long[] features = new long[0];

  /// Where a spelled value's symbols begin, by code.
  int[] starts = new int[0];

  /// The first four symbols of a name, by code.
  int[] heads = new int[0];

  /// The marks of a text's words, by code.
  long[] marks = new long[0];

  public byte[] symbols = new byte[64];
  private int end;

  /// Its names beside those in other scripts.
  final HeardNames heard;

  private final @Nullable PlaceFinder finder;

  /// Keys of sound in several scripts of all records, where those here are a part of them.
  int @Nullable [] shared;

  /// Whether its names stand in more than one script.
  public boolean inScripts;

  /// How often each canonical value occurs, and all of them together.
  int[] counts = new int[0];

  private long total;

  /// What the rarity of a shared value adds, less log2 of how often the value occurs.
  double base;

  public FieldValues(Field field, int column, Dictionary dictionary) {
    this(
        field,
        column,
        dictionary,
        ValueReader.common(field.kind(), dictionary.size(), dictionary::text));
  }

  /// The same with the words that are passed over given, where the dictionary is but a part.
  FieldValues(Field field, int column, Dictionary dictionary, Set<String> passedOver) {
    this.field = field;
    this.column = column;
    this.dictionary = dictionary;
    this.heard = new HeardNames(dictionary::text, dictionary::size);
    this.finder = field.gazetteer().map(PlaceFinder::new).orElse(null);
    this.spelled = field.kind().spelled();
    this.passedOver.addAll(passedOver);
    readOn();
  }

  private FieldValues(Field field, FieldValues from) {
    this.field = field;
    this.column = from.column;
    this.dictionary = from.dictionary;
    this.folded = from.folded;
    this.heard = from.heard;
    this.finder = from.finder;
    this.shared = from.shared;
    this.inScripts = from.inScripts;
    this.spelled = from.spelled;
    this.read = from.read;
    this.canonical = from.canonical;
    this.features = from.features;
    this.starts = from.starts;
    this.heads = from.heads;
    this.marks = from.marks;
    this.passedOver.addAll(from.passedOver);
    this.symbols = from.symbols;
    this.end = from.end;
    this.counts = from.counts;
    totals(from.total);
  }

  /// The same values under other chances; nothing is read again.
  public FieldValues under(Field learned) {
    return new FieldValues(learned, this);
  }

  /// Reads the values that came since the last reading; from the first again, when one of them is
  /// not its own canonical text and all others were.
  public final void readOn() {
    int size = dictionary.size();
    if (features.length < size) {
      grow(read == 1 ? size : size + (size >> 2) + 16);
    }
    for (; read < size; read++) {
      String text = dictionary.text(read);
      String plain = canonicalText(text);
      if (folded == null && !plain.equals(text)) {
        folded = new Dictionary();
        grow(features.length);
        end = 0;
        read = 0;
        continue;
      }
      read(read, plain);
    }
  }

  private void grow(int room) {
    features = Arrays.copyOf(features, room);
    starts = spelled ? Arrays.copyOf(starts, room) : starts;
    heads = field.kind() == Kind.NAME ? Arrays.copyOf(heads, room) : heads;
    marks = spelled ? Arrays.copyOf(marks, room) : marks;
    if (folded != null) {
      canonical = Arrays.copyOf(canonical == null ? new int[1] : canonical, room);
    }
  }

  boolean named() {
    return field.kind() == Kind.NAME || field.kind() == Kind.FULL_NAME;
  }

  private long mark(String text) {
    return named() ? NameHearing.script(text) : Words.marks(text, passedOver);
  }

  /// A value as it was written; empty where it counts as missing.
  String written(int code) {
    return canonical(code) == 0 ? "" : dictionary.text(code);
  }

  /// The name of a code; where names in several scripts are compared it is remembered.
  Name name(int code) {
    return inScripts ? heard.name(code) : NameHearing.read(written(code));
  }

  private void read(int code, String text) {
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
    marks[code] = mark(text);
    if (field.kind() == Kind.NAME) {
      heads[code] = (int) INTS.get(symbols, end);
    }
    inScripts |= named() && code > 0 && marks[code] != marks[Math.max(1, code - 1)];
    end += length;
  }

  /// The code of a value, or -1 when no record has it.
  int find(String value) {
    return dictionary.find(value);
  }

  String canonicalText(String value) {
    return ValueReader.canonical(field.kind(), value, finder);
  }

  /// The canonical code of a value, -1 when nothing like it was seen, 0 when it cannot be read.
  int findCanonical(int code, String text) {
    return code >= 0
        ? canonical(code)
        : text.isEmpty() ? 0 : folded == null ? dictionary.find(text) : folded.find(text);
  }

  /// Fills a batch's first place with a value that need not be in the dictionary.
  void gatherForeign(Batch batch, int field, String text) {
    if (!spelled) {
      batch.features[field][0] = ValueReader.feature(this.field.kind(), text);
      return;
    }
    byte[] own = batch.own[field];
    Arrays.fill(own, (byte) 0);
    int length = Symbols.write(text, own, 0);
    batch.features[field][0] = Symbols.bag(own, 0, length);
    batch.heads[field][0] = (int) INTS.get(own, 0);
    batch.marks[field][0] = mark(text);
    batch.ownNames[field] = null;
    batch.ownTexts[field] = text;
  }

  /// Reads what came since and counts one more record.
  void added(int code) {
    readOn();
    if (counts.length < canonicals()) {
      counts = Arrays.copyOf(counts, canonicals() + (canonicals() >> 2) + 16);
    }
    counts[canonical(code)]++;
    totals(total + (canonical(code) == 0 ? 0 : 1));
  }

  /// Takes over how many records have a value.
  final void totals(long all) {
    total = all;
    base = Rarity.base(field, all);
  }

  /// The canonical code: equal for values that mean the same, 0 when missing.
  public int canonical(int code) {
    return canonical == null ? code : canonical[code];
  }

  public int canonicals() {
    return folded == null ? dictionary.size() : folded.size();
  }

  public String text(int code) {
    return canonicalText(dictionary.text(code));
  }

  public int codes() {
    return read;
  }

  public long bytes() {
    return 8L * (features.length + marks.length)
        + 4L * (starts.length + heads.length)
        + symbols.length
        + (canonical == null ? 0 : 4L * canonical.length)
        + (folded == null ? 0 : folded.bytes())
        + (inScripts ? heard.room() : 0)
        + 4L * counts.length;
  }
}

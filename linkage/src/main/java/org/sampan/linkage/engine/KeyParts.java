package org.sampan.linkage.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sampan.linkage.model.Cut;
import org.sampan.linkage.model.Kind;
import org.sampan.linkage.value.DateReading;
import org.sampan.linkage.value.HeardKeys;
import org.sampan.linkage.value.Skeleton;

/// What one field adds to a blocking key, by the value's code: a number that is equal for equal
/// parts and 0 where there is none.
public final class KeyParts {

  private FieldValues values;
  private final Cut cut;
  private final @Nullable HeardKeys heard;
  private int[] parts = new int[0];
  private int read = 1;

  public KeyParts(FieldValues values, Cut cut) {
    this.values = values;
    this.cut = cut;
    this.heard = cut == Cut.HEARD && values.spelled ? new HeardKeys(values.shared) : null;
    readOn(values);
  }

  /// Reads the values that came since the last reading.
  public final void readOn(FieldValues current) {
    values = current;
    int codes = values.codes();
    if (heard != null) {
      heard.readOn(codes, values::written, values::name);
      return;
    }
    if (parts.length < codes) {
      parts = Arrays.copyOf(parts, read == 1 ? codes : codes + (codes >> 2) + 16);
    }
    for (; read < codes; read++) {
      parts[read] = part(read);
    }
  }

  /// How many parts a value has at most: one, but several where it is heard.
  public int width() {
    return heard == null ? 1 : HeardKeys.MOST;
  }

  /// The part of a code; the first where it has several.
  public int of(int code) {
    return of(code, 0);
  }

  /// One part of a code, 0 where it has fewer; of a value with one part it is always that.
  public int of(int code, int slot) {
    return heard == null ? parts[code] : heard.key(code, slot);
  }

  /// Whether two codes share a part.
  public boolean share(int code, int other) {
    for (int slot = 0; slot < width(); slot++) {
      for (int k = 0; k < width(); k++) {
        if (of(code, slot) != 0 && of(code, slot) == of(other, k)) {
          return true;
        }
      }
    }
    return false;
  }

  public long bytes() {
    return 4L * parts.length + (heard == null ? 0 : heard.bytes());
  }

  /// All parts of a value that need not be in the dictionary, by its canonical text.
  int[] all(String canonical) {
    if (heard == null) {
      return new int[] {of(canonical)};
    }
    return canonical.isEmpty() ? new int[0] : heard.known(canonical);
  }

  /// The part of a value that need not be in the dictionary, by its canonical text.
  int of(String canonical) {
    if (canonical.isEmpty()) {
      return 0;
    }
    Kind kind = values.field.kind();
    return kind == Kind.DATE ? datePart(ValueReader.feature(kind, canonical)) : textPart(canonical);
  }

  private int part(int code) {
    if (values.canonical(code) == 0) {
      return 0;
    }
    return values.field.kind() == Kind.DATE
        ? datePart(values.features[code])
        : textPart(values.text(code));
  }

  private int datePart(long reading) {
    int year = DateReading.year(reading);
    int day = DateReading.monthAndDay(reading);
    return switch (cut) {
      case YEAR -> year == 0 ? 0 : mix(year);
      case DAY -> day == 0 ? 0 : mix(day);
      case MONTH -> {
        int month = DateReading.month(reading);
        yield year == 0 || month == 0 ? 0 : mix(year << 8 | month);
      }
      default -> year == 0 || day == 0 ? 0 : mix((int) reading);
    };
  }

  private int textPart(String text) {
    return switch (cut) {
      case WHOLE, HEARD, YEAR, DAY, MONTH -> hash(text);
      case SOUND -> sound(text);
      case LAST_SOUND -> sound(text.substring(text.lastIndexOf(' ') + 1));
      case START -> hash(text.substring(0, start(text)));
      case END -> hash(text.substring(end(text)));
      case FIRST_WORD -> {
        int blank = text.indexOf(' ');
        yield hash(blank < 0 ? text : text.substring(0, blank));
      }
      case LAST_WORD -> hash(text.substring(text.lastIndexOf(' ') + 1));
    };
  }

  private int start(String text) {
    return values.spelled ? Math.min(3, text.length()) : (text.length() + 1) / 2;
  }

  private int end(String text) {
    return values.spelled ? Math.max(0, text.length() - 4) : text.length() / 2;
  }

  private static int sound(String text) {
    String skeleton = Skeleton.of(text);
    return skeleton.length() < 2 ? hash(text) : hash(skeleton);
  }

  private static int hash(String text) {
    int hash = 0;
    for (int k = 0; k < text.length(); k++) {
      hash = hash * 0x01000193 + text.charAt(k) + 1;
    }
    return mix(hash);
  }

  /// Spreads a number over 32 bits; never 0.
  public static int mix(int number) {
    int mixed = (number ^ number >>> 16) * 0x7feb352d;
    mixed = (mixed ^ mixed >>> 15) * 0x846ca68b;
    mixed ^= mixed >>> 16;
    return mixed == 0 ? 1 : mixed;
  }
}

package org.sampan.jobs.linkage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;
import org.sampan.linkage.record.Dictionary;

/// Which entity each record really is, as numbers; 0 where nobody knows. It measures and does
/// nothing else.
final class Truth {

  private static final byte[] FEBRL = "rec-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ORIGINAL = "-org".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DUPLICATE = "-dup-".getBytes(StandardCharsets.US_ASCII);

  private Dictionary numbers = new Dictionary();
  private final Map<String, String> entityById = new HashMap<>();
  private int[] entities = new int[1024];
  private int size;

  /// The truth of a file `id,entity`, by identifier.
  static Truth fromFile(Path file) {
    Truth truth = new Truth();
    try (Table table =
        Tables.open(
            file.toString(),
            "",
            (source, line, reason) -> {
              throw new OperatorRefusal("%s: line %d %s.".formatted(source, line, reason));
            })) {
      int id = table.columns().indexOf("id");
      int entity = table.columns().indexOf("entity");
      if (id < 0 || entity < 0) {
        throw new OperatorRefusal(file + " needs the columns id and entity.");
      }
      while (table.next()) {
        Row row = table.row();
        truth.entityById.put(row.text(id), row.text(entity));
      }
    }
    return truth;
  }

  /// Whether the operator means a file: there is one of that name and no such column.
  static boolean isFile(String what, Table first) {
    return !first.columns().contains(what) && Files.isRegularFile(Path.of(what));
  }

  /// Takes the entity of the next record: what stands in the told column, or what the file says of
  /// its identifier, or of its line where it has none.
  ///
  /// @param identifier the column of identifiers, -1 where there is none
  /// @param told the column of entities, -1 where a file tells them
  void add(Row row, int identifier, int told) {
    if (told >= 0) {
      byte[] bytes = row.bytes();
      int start = row.start(told);
      int end = start + row.length(told);
      while (start < end && bytes[start] == ' ') {
        start++;
      }
      while (start < end && bytes[end - 1] == ' ') {
        end--;
      }
      add(bytes, start, end - start);
    } else {
      String id = identifier >= 0 ? row.text(identifier) : "line " + row.line();
      byte[] entity = entityById.getOrDefault(id, "").getBytes(StandardCharsets.UTF_8);
      add(entity, 0, entity.length);
    }
  }

  /// FEBRL's identifiers, `rec-17-org` and `rec-17-dup-0`, hold the entity as their number.
  private void add(byte[] written, int start, int length) {
    if (size == entities.length) {
      entities = Arrays.copyOf(entities, 2 * size);
    }
    boolean febrl = length > 4 && Arrays.equals(written, start, start + 4, FEBRL, 0, 4);
    int digits = febrl ? digits(written, start + 4, start + length) : 0;
    boolean numbered = digits > 0 && isKind(written, start + 4 + digits, start + length);
    entities[size++] =
        numbered ? numbers.code(written, start + 4, digits) : numbers.code(written, start, length);
  }

  private static int digits(byte[] text, int from, int end) {
    int at = from;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at - from;
  }

  private static boolean isKind(byte[] text, int from, int end) {
    if (Arrays.equals(text, from, end, ORIGINAL, 0, ORIGINAL.length)) {
      return true;
    }
    int number = from + DUPLICATE.length;
    return number < end
        && Arrays.equals(text, from, number, DUPLICATE, 0, DUPLICATE.length)
        && digits(text, number, end) == end - number;
  }

  /// Everything is taken: the texts are let go, the numbers stay.
  Truth closed() {
    numbers = new Dictionary();
    entityById.clear();
    return this;
  }

  int entity(int record) {
    return entities[record];
  }

  int size() {
    return size;
  }

  /// Whether the truth knows two records; only such pairs are measured.
  boolean knows(int a, int b) {
    return entities[a] != 0 && entities[b] != 0;
  }

  boolean same(int a, int b) {
    return entities[a] == entities[b];
  }
}

package org.sampan.jobs.linkage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.Tables;

/// Which entity each record really is, as numbers; 0 where nobody knows. It measures and does
/// nothing else.
final class Truth {

  private static final Pattern FEBRL = Pattern.compile("rec-(\\d+)-(?:org|dup-\\d+)");

  private final Map<String, Integer> numbers = new HashMap<>();
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

  /// Takes the next record's entity as it stands in a column; FEBRL's identifiers hold it as their
  /// number.
  void add(String written) {
    Matcher febrl = FEBRL.matcher(written);
    String entity = febrl.matches() ? febrl.group(1) : written;
    if (size == entities.length) {
      entities = Arrays.copyOf(entities, 2 * size);
    }
    entities[size++] =
        entity.isEmpty() ? 0 : numbers.computeIfAbsent(entity, key -> numbers.size() + 1);
  }

  /// Takes the next record's entity by its identifier.
  void addById(String id) {
    add(entityById.getOrDefault(id, ""));
  }

  /// Everything is taken: the texts are let go, the numbers stay.
  Truth closed() {
    numbers.clear();
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

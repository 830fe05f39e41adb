package org.sampan.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.linkage.record.RecordStore;

/// A CSV file for tests: its identifier and its truth are told apart from what may be compared.
record Sheet(List<String> columns, List<String> ids, List<List<String>> rows, List<String> truth) {

  static Sheet read(Path file, String id, String truth) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = cells(lines.getFirst());
    int idAt = header.indexOf(id);
    int truthAt = header.indexOf(truth);
    List<Integer> kept = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      if (column != idAt && column != truthAt) {
        kept.add(column);
      }
    }
    Sheet sheet =
        new Sheet(
            kept.stream().map(header::get).toList(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() == header.size()) {
        sheet.ids.add(cells.get(idAt));
        sheet.rows.add(kept.stream().map(cells::get).toList());
        sheet.truth.add(truthAt >= 0 ? cells.get(truthAt) : cells.get(idAt).split("-")[1]);
      }
    }
    return sheet;
  }

  RecordStore store() {
    RecordStore.Builder builder = RecordStore.builder(columns);
    for (int row = 0; row < rows.size(); row++) {
      builder.add(ids.get(row), 0, rows.get(row).toArray(String[]::new));
    }
    return builder.build();
  }

  List<List<String>> sample() {
    return rows.subList(0, Math.min(2000, rows.size()));
  }

  /// How many pairs of records are of one person.
  long truePairs() {
    Map<String, Long> sizes = new HashMap<>();
    truth.forEach(one -> sizes.merge(one, 1L, Long::sum));
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  boolean same(int a, int b) {
    return truth.get(a).equals(truth.get(b));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int k = 0; k < line.length(); k++) {
      char letter = line.charAt(k);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}

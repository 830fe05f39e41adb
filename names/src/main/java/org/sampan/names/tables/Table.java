package org.sampan.names.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of one table, in the order of the file.
///
/// @param columns the names of the columns
/// @param rows the cells of each row, as many as there are columns, stripped, perhaps empty
public record Table(List<String> columns, List<List<String>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().<List<String>>map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("A row does not have the table's cells: " + row);
      }
    }
  }

  /// Reads the table that stands beside a class.
  ///
  /// @throws IllegalStateException when there is no such file
  public static Table beside(Class<?> owner, String file) {
    try (InputStream bytes = owner.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("No table " + file + " beside " + owner.getName());
      }
      return read(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Table read(BufferedReader lines) {
    List<List<String>> cells =
        lines
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .map(line -> List.of(line.split(",", -1)).stream().map(String::strip).toList())
            .toList();
    return new Table(cells.getFirst(), cells.subList(1, cells.size()));
  }

  /// The values of a cell with their weights, in order; a value without a weight has 1.
  public static Map<String, Double> weighted(String cell) {
    var values = new LinkedHashMap<String, Double>();
    for (String value : several(cell)) {
      int colon = value.lastIndexOf(':');
      if (colon > 0) {
        values.merge(
            value.substring(0, colon), Double.parseDouble(value.substring(colon + 1)), Double::sum);
      } else {
        values.merge(value, 1.0, Double::sum);
      }
    }
    return values;
  }

  /// The values of a cell, in order.
  public static List<String> several(String cell) {
    var values = new ArrayList<String>();
    for (String value : cell.split(" ", -1)) {
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }
}

package org.sampan.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The provinces that ship with the product, read once from `provinces.csv` and kept in memory.
final class Provinces {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "country",
          "native",
          "latin",
          "other",
          "valid_from",
          "valid_to",
          "successors",
          "source");

  private static final Provinces SHIPPED = load();

  private final Map<Place.Id, Found> byId;

  private Provinces(Map<Place.Id, Found> byId) {
    this.byId = byId;
  }

  /// Those of the product.
  static Provinces shipped() {
    return SHIPPED;
  }

  private static Provinces load() {
    try (InputStream file = Provinces.class.getResourceAsStream("provinces.csv")) {
      if (file == null) {
        throw new IllegalStateException("provinces.csv is missing from the product");
      }
      return read(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// @throws IllegalStateException naming the line, when the file is not what it must be
  static Provinces read(InputStream file) throws IOException {
    Map<Place.Id, Found> byId = new LinkedHashMap<>();
    CsvLines lines = new CsvLines(file, COLUMNS);
    try {
      for (Optional<List<String>> cells = lines.next(); cells.isPresent(); cells = lines.next()) {
        Place province = province(cells.get());
        if (byId.put(province.id(), Found.of(province)) != null) {
          throw new IllegalArgumentException("an identifier stands twice");
        }
      }
    } catch (CsvLines.Unreadable | IllegalArgumentException | DateTimeParseException wrong) {
      throw new IllegalStateException(
          "line " + lines.line() + " of the provinces: " + wrong.getMessage(), wrong);
    }
    for (Found found : byId.values()) {
      if (!byId.keySet().containsAll(found.place().successors())) {
        throw new IllegalStateException(
            "a successor of " + found.place().id().value() + " is missing");
      }
    }
    return new Provinces(byId);
  }

  Optional<Place> find(Place.Id id) {
    return Optional.ofNullable(byId.get(id)).map(Found::place);
  }

  Stream<Place> all() {
    return byId.values().stream().map(Found::place);
  }

  Stream<Found> named() {
    return byId.values().stream();
  }

  private static Place province(List<String> cells) {
    Country country =
        Country.of(cells.get(1)).orElseThrow(() -> new IllegalArgumentException("no such country"));
    return new Place(
        new Place.Id(cells.get(0)),
        country,
        several(cells.get(2)),
        cells.get(3),
        several(cells.get(4)),
        day(cells.get(5)),
        day(cells.get(6)),
        Place.Level.PROVINCE,
        null,
        several(cells.get(7)).stream().map(Place.Id::new).toList(),
        cells.get(8));
  }

  static List<String> several(String cell) {
    List<String> parts = new ArrayList<>(Arrays.asList(cell.split("\\|", -1)));
    parts.replaceAll(String::strip);
    parts.removeIf(String::isEmpty);
    return parts;
  }

  static @Nullable LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }
}

package org.sampan.linkage.places;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Places with their names and coordinates, as a CSV of `code,name,latitude,longitude`; several
/// names of one place, in any script, stand in one cell with `|` between.
///
/// @param places 1 to 100,000 places
public record Gazetteer(List<Place> places) {

  private static final String HEADER = "code,name,latitude,longitude";
  private static final int MOST = 100_000;

  /// A place.
  ///
  /// @param code its code in the user's own list; a cell may hold it instead of a name
  /// @param names in any script, at least one
  /// @param latitude in degrees, -90 to 90
  /// @param longitude in degrees, -180 to 180
  public record Place(String code, List<String> names, double latitude, double longitude) {
    public Place {
      names = List.copyOf(names);
      boolean there = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      if (!there || names.isEmpty()) {
        throw new IllegalArgumentException("place " + code + " lacks a name or its coordinates");
      }
    }
  }

  public Gazetteer {
    places = List.copyOf(places);
    if (places.isEmpty() || places.size() > MOST) {
      throw new IllegalArgumentException("a gazetteer has 1 to 100,000 places");
    }
  }

  /// Reads a CSV without quotes; a first line other than the header is refused.
  ///
  /// @throws IllegalArgumentException that names the line, when one cannot be read
  public static Gazetteer parse(String csv) {
    List<String> lines = csv.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new IllegalArgumentException("a gazetteer begins with the line " + HEADER);
    }
    List<Place> places = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        places.add(place(lines.get(line), line + 1));
      }
    }
    return new Gazetteer(places);
  }

  private static Place place(String line, int number) {
    String[] cells = line.split(",", -1);
    try {
      return new Place(
          cells[0].strip(),
          List.of(cells[1].strip().split("\\|")),
          Double.parseDouble(cells[2]),
          Double.parseDouble(cells[3]));
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException(
          "line " + number + " of the gazetteer is not " + HEADER, unreadable);
    }
  }

  /// The CSV that [#parse] reads back to an equal gazetteer.
  public String toCsv() {
    return places.stream()
        .map(place ->
            "%s,%s,%s,%s\n"
                .formatted(
                    place.code(),
                    String.join("|", place.names()),
                    place.latitude(),
                    place.longitude()))
        .collect(Collectors.joining("", HEADER + "\n", ""));
  }
}

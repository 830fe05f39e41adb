package org.sampan.linkage.model;

import java.util.List;
import java.util.Optional;
import org.sampan.linkage.places.Gazetteer;

/// One thing that is compared: a column of the records, its kind, and what each level of agreement
/// says.
///
/// @param name what the model calls it; 1 to 100 characters
/// @param kind how two values are compared
/// @param columns names the column may have; the first that the records have is read
/// @param crosses the field whose value may stand here by mistake (given and family name), if any
/// @param termFrequency whether agreement on a rare value counts more than on a common one
/// @param leans the field whose agreement brings this one's with it, if any
/// @param levels one for each of the kind's levels, in its order
/// @param gazetteer the places of a location
public record Field(
    String name,
    Kind kind,
    List<String> columns,
    Optional<String> crosses,
    boolean termFrequency,
    Optional<Leaning> leans,
    List<Level> levels,
    Optional<Gazetteer> gazetteer) {

  public Field {
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("a field's name has 1 to 100 characters");
    }
    columns = List.copyOf(columns);
    levels = List.copyOf(levels);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("field " + name + " names no column");
    }
    leans.ifPresent(leaning -> checkWidth(leaning, kind));
    if (gazetteer.isPresent() != (kind == Kind.LOCATION)) {
      throw new IllegalArgumentException("field " + name + ": a location has a gazetteer");
    }
    List<String> given = levels.stream().map(Level::name).toList();
    if (!given.equals(kind.levels())) {
      throw new IllegalArgumentException(
          "field " + name + " has the levels " + given + ", its kind has " + kind.levels());
    }
  }

  /// A field without a gazetteer.
  public Field(
      String name,
      Kind kind,
      List<String> columns,
      Optional<String> crosses,
      boolean termFrequency,
      Optional<Leaning> leans,
      List<Level> levels) {
    this(name, kind, columns, crosses, termFrequency, leans, levels, Optional.empty());
  }

  private static void checkWidth(Leaning leaning, Kind kind) {
    if (leaning.u().stream().anyMatch(row -> row.size() != kind.levels().size())) {
      throw new IllegalArgumentException("a leaning on " + leaning.on() + " lacks chances");
    }
  }

  /// The same field with other chances.
  public Field with(List<Level> learned) {
    return new Field(name, kind, columns, crosses, termFrequency, leans, learned, gazetteer);
  }

  /// The same field leaning on another.
  public Field leaning(Optional<Leaning> other) {
    return new Field(name, kind, columns, crosses, termFrequency, other, levels, gazetteer);
  }

  /// The same field compared by distance, as yet unlearned.
  Field on(Gazetteer places) {
    List<Level> begun = Beginning.levels(Kind.LOCATION);
    return new Field(
        name,
        Kind.LOCATION,
        columns,
        crosses,
        termFrequency,
        Optional.empty(),
        begun,
        Optional.of(places));
  }
}

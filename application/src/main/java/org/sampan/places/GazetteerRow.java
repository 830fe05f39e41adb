package org.sampan.places;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One row of a gazetteer: the place it describes, or all that is wrong with it.
sealed interface GazetteerRow {

  List<String> COLUMNS =
      List.of(
          "id",
          "country",
          "parent",
          "level",
          "native",
          "latin",
          "other",
          "valid_from",
          "valid_to",
          "source");

  int MOST_CHARACTERS_A_NAME = 200;
  int MOST_NAMES_A_CELL = 20;

  record Valid(Place place) implements GazetteerRow {}

  record Wrong(List<String> problems) implements GazetteerRow {}

  /// Reads the cells in the order of the columns.
  static GazetteerRow of(List<String> cells, Provinces provinces) {
    return new Reading(cells, provinces).row();
  }

  /// Reads one row and remembers what is wrong on the way.
  final class Reading {

    // Control characters and those that turn the direction of text: they make a name look like
    // another.
    private static final Pattern UNSEEN =
        Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Map<String, Place.Level> LEVELS =
        Map.of(
            "district", Place.Level.DISTRICT,
            "commune", Place.Level.COMMUNE,
            "village", Place.Level.VILLAGE);

    private final List<String> cells;
    private final Provinces provinces;
    private final List<String> problems = new ArrayList<>();

    Reading(List<String> cells, Provinces provinces) {
      this.cells =
          cells.stream().map(cell -> Normalizer.normalize(cell, Normalizer.Form.NFC)).toList();
      this.provinces = provinces;
    }

    GazetteerRow row() {
      Optional<Place.Id> id = identifier("id");
      Optional<Country> country = Country.of(cell("country"));
      Optional<Place.Id> parent = identifier("parent");
      Place.@Nullable Level level = LEVELS.get(cell("level").toLowerCase(Locale.ROOT));
      check(country.isPresent(), "country: no ISO 3166-1 code of two letters");
      check(level != null, "level: district, commune or village");
      check(id.flatMap(provinces::find).isEmpty(), "id: this is a province of the product");
      check(id.isEmpty() || !id.equals(parent), "parent: the place itself");
      parent.flatMap(provinces::find).ifPresent(province -> checkParent(province, country));
      List<String> natives = names("native");
      List<String> latins = names("latin");
      List<String> others = names("other");
      check(latins.size() <= 1, "latin: one name; further spellings go to other");
      check(!natives.isEmpty() || !latins.isEmpty(), "native, latin: at least one must be given");
      String source = String.join(", ", names("source"));
      check(
          !source.isEmpty() && source.length() <= MOST_CHARACTERS_A_NAME,
          "source: who published this, in short");
      @Nullable LocalDate from = day("valid_from");
      @Nullable LocalDate to = day("valid_to");
      check(from == null || to == null || !to.isBefore(from), "valid_to: before valid_from");
      if (!problems.isEmpty()
          || id.isEmpty()
          || country.isEmpty()
          || parent.isEmpty()
          || level == null) {
        return new Wrong(List.copyOf(problems));
      }
      String latin = latins.isEmpty() ? "" : latins.getFirst();
      return new Valid(
          new Place(
              id.get(),
              country.get(),
              natives,
              latin,
              others,
              from,
              to,
              level,
              parent.get(),
              List.of(),
              source));
    }

    private String cell(String column) {
      return cells.get(COLUMNS.indexOf(column));
    }

    private void check(boolean holds, String problem) {
      if (!holds) {
        problems.add(problem);
      }
    }

    private void checkParent(Place province, Optional<Country> country) {
      check(
          country.isEmpty() || country.get().equals(province.country()),
          "parent: lies in another country");
    }

    private Optional<Place.Id> identifier(String column) {
      if (!Place.Id.isOne(cell(column))) {
        problems.add(
            column + ": 1 to 40 letters, digits and . _ : -, beginning with a letter or digit");
        return Optional.empty();
      }
      return Optional.of(new Place.Id(cell(column)));
    }

    private List<String> names(String column) {
      List<String> names = Provinces.several(cell(column));
      check(
          names.size() <= MOST_NAMES_A_CELL,
          column + ": more than " + MOST_NAMES_A_CELL + " names");
      for (String name : names) {
        check(
            name.length() <= MOST_CHARACTERS_A_NAME,
            column + ": longer than " + MOST_CHARACTERS_A_NAME + " characters");
        check(!UNSEEN.matcher(name).find(), column + ": holds a control character");
        check(!FoldedName.of(name).words().isEmpty(), column + ": holds no letter");
      }
      return names;
    }

    private @Nullable LocalDate day(String column) {
      try {
        return Provinces.day(cell(column));
      } catch (DateTimeException notADay) {
        problems.add(column + ": a day is written 2025-07-01");
        return null;
      }
    }
  }
}

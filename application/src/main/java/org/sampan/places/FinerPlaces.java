package org.sampan.places;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of the places finer than a province.
@Repository
class FinerPlaces {

  private final JdbcClient sql;

  FinerPlaces(JdbcClient sql) {
    this.sql = sql;
  }

  /// A place whose parent does not fit.
  record Astray(String id, String parent) {}

  static final String FIND =
      """
      select id, country, level, parent, native, latin, other, valid_from, valid_to, source
        from places.place
       where id = :id
      """;

  Optional<Place> find(Place.Id id) {
    return sql.sql(FIND).param("id", id.value()).query((row, n) -> row(row)).optional();
  }

  static final String WITHIN =
      """
      select id, country, level, parent, native, latin, other, valid_from, valid_to, source
        from places.place
       where parent = :parent
       order by latin, id
       limit 5000
      """;

  List<Place> within(Place.Id parent) {
    return sql.sql(WITHIN).param("parent", parent.value()).query((row, n) -> row(row)).list();
  }

  /// The longest word may use the index; all of them must occur.
  static final String NAMED_LIKE =
      """
      select id, country, level, parent, native, latin, other, valid_from, valid_to, source
        from places.place
       where folded like :longest
         and folded like all (cast(:words as text[]))
         and (cast(:country as text) is null or country = cast(:country as text))
       order by length(folded), id
       limit 300
      """;

  List<Place> namedLike(FoldedName searched, @Nullable Country country) {
    // Folded words hold letters, marks and digits only: nothing in them is a wildcard.
    List<String> words = searched.words().stream().map(word -> "%" + word + "%").toList();
    String longest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    return sql.sql(NAMED_LIKE)
        .param("longest", longest)
        .param("words", words.toArray(String[]::new))
        .param("country", country == null ? null : country.code())
        .query((row, n) -> row(row))
        .list();
  }

  static final String COUNT = "select count(*) from places.place";

  int count() {
    return sql.sql(COUNT).query(Integer.class).single();
  }

  static final String LOCK = "select pg_advisory_xact_lock(hashtext('places.import'))";

  void oneImportAtATime() {
    sql.sql(LOCK).query((row, n) -> true).list();
  }

  static final String PUT =
      """
      insert into places.place as kept
             (id, country, level, parent, native, latin, other, valid_from, valid_to, source, folded)
      select id, country, level, parent, string_to_array(native, '|'), latin, string_to_array(other, '|'),
             cast(nullif(valid_from, '') as date), cast(nullif(valid_to, '') as date), source, folded
        from unnest(cast(:ids as text[]), cast(:countries as text[]), cast(:levels as text[]),
                    cast(:parents as text[]), cast(:natives as text[]), cast(:latins as text[]),
                    cast(:others as text[]), cast(:starts as text[]), cast(:ends as text[]),
                    cast(:sources as text[]), cast(:folded as text[]))
          as given (id, country, level, parent, native, latin, other, valid_from, valid_to, source, folded)
      on conflict (id) do update
         set country = excluded.country, level = excluded.level, parent = excluded.parent,
             native = excluded.native, latin = excluded.latin, other = excluded.other,
             valid_from = excluded.valid_from, valid_to = excluded.valid_to,
             source = excluded.source, folded = excluded.folded
       where (kept.country, kept.level, kept.parent, kept.native, kept.latin, kept.other, kept.valid_from,
              kept.valid_to, kept.source, kept.folded)
             is distinct from
             (excluded.country, excluded.level, excluded.parent, excluded.native, excluded.latin,
              excluded.other, excluded.valid_from, excluded.valid_to, excluded.source, excluded.folded)
      """;

  /// Adds these places or changes those that differ; returns how many it touched.
  int put(List<Place> places) {
    return sql.sql(PUT)
        .param("ids", each(places, place -> place.id().value()))
        .param("countries", each(places, place -> place.country().code()))
        .param("levels", each(places, place -> place.level().name().toLowerCase(Locale.ROOT)))
        .param(
            "parents", each(places, place -> place.parent() == null ? "" : place.parent().value()))
        .param("natives", each(places, place -> String.join("|", place.nativeNames())))
        .param("latins", each(places, Place::latinName))
        .param("others", each(places, place -> String.join("|", place.otherNames())))
        .param("starts", each(places, place -> written(place.validFrom())))
        .param("ends", each(places, place -> written(place.validTo())))
        .param("sources", each(places, Place::source))
        .param("folded", each(places, FinerPlaces::folded))
        .update();
  }

  static final String ASTRAY =
      """
      select child.id, child.parent
        from places.place child
        left join places.place parent on parent.id = child.parent
       where child.parent <> all (cast(:provinces as text[]))
         and (parent.id is null
              or parent.country <> child.country
              or array_position(array['district', 'commune', 'village'], parent.level)
                 >= array_position(array['district', 'commune', 'village'], child.level))
       order by child.id
       limit :most
      """;

  /// Places whose parent is neither a province nor a coarser place of the same country.
  List<Astray> astray(List<Place.Id> provinces, int most) {
    return sql.sql(ASTRAY)
        .param("provinces", provinces.stream().map(Place.Id::value).toArray(String[]::new))
        .param("most", most)
        .query((row, n) -> new Astray(row.getString("id"), row.getString("parent")))
        .list();
  }

  private static Place row(ResultSet row) throws SQLException {
    return new Place(
        new Place.Id(row.getString("id")),
        new Country(row.getString("country")),
        names(row, "native"),
        row.getString("latin"),
        names(row, "other"),
        day(row, "valid_from"),
        day(row, "valid_to"),
        Place.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
        new Place.Id(row.getString("parent")),
        List.of(),
        row.getString("source"));
  }

  private static List<String> names(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }

  private static String[] each(List<Place> places, Function<Place, String> part) {
    return places.stream().map(part).toArray(String[]::new);
  }

  private static String written(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static String folded(Place place) {
    return String.join(
        "\n",
        Found.of(place).names().stream()
            .map(name ->
                name.words().size() == 1 ? name.joined() : name.spaced() + "\n" + name.joined())
            .toList());
  }
}

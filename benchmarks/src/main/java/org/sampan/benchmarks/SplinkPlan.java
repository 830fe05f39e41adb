package org.sampan.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// What Splink is told about a file: blocking rules, comparisons with their levels, and the rules
/// its EM sessions block on. Taken from Splink's own demos for FEBRL and for historical persons.
///
/// @param rules conditions on `l` and `r`, in order
/// @param sessions the rules of the EM sessions, with the names of the comparisons each cannot
///   learn
/// @param comparisons what is compared
record SplinkPlan(List<String> rules, List<Session> sessions, List<Comparison> comparisons) {

  /// One EM session.
  record Session(String rule, List<String> fixed) {}

  /// One comparison.
  ///
  /// @param column whose absence on either side says nothing
  /// @param levels conditions from the strongest down; below them all stands "else"
  /// @param frequency whether agreement on a rare value counts more
  record Comparison(String column, List<String> levels, boolean frequency) {

    Comparison counting(String edits) {
      List<String> others =
          levels.stream().map(level -> level.replace("damerau_levenshtein", edits)).toList();
      return new Comparison(column, others, frequency);
    }

    /// The level as a number: the strongest highest, 0 for else, -1 for missing.
    String gamma() {
      StringBuilder sql =
          new StringBuilder(
              "case when l.%1$s is null or r.%1$s is null then -1 ".formatted(column));
      for (int at = 0; at < levels.size(); at++) {
        sql.append("when %s then %d ".formatted(levels.get(at), levels.size() - at));
      }
      return sql.append("else 0 end").toString();
    }
  }

  /// What suits a file with these columns.
  ///
  /// @param edits the function that counts edits
  static SplinkPlan of(List<String> columns, String edits) {
    SplinkPlan plan =
        columns.contains("postcode_fake") ? historical() : febrl(columns.contains("suburb"));
    List<Comparison> counted =
        plan.comparisons.stream().map(comparison -> comparison.counting(edits)).toList();
    return new SplinkPlan(plan.rules, plan.sessions, counted);
  }

  private static SplinkPlan febrl(boolean usual) {
    if (!usual) {
      return mekong();
    }
    List<String> rules =
        List.of(
            same("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            same("date_of_birth"),
            same("soc_sec_id"),
            same("street_number", "address_1"),
            same("postcode", "surname"),
            same("postcode", "given_name"));
    return new SplinkPlan(
        rules,
        List.of(
            new Session(same("date_of_birth"), List.of("date_of_birth")),
            new Session(same("postcode"), List.of("postcode"))),
        List.of(
            name("given_name"),
            name("surname"),
            date("date_of_birth"),
            code("soc_sec_id", false),
            new Comparison("street_number", List.of(same("street_number")), false),
            code("postcode", true)));
  }

  private static SplinkPlan mekong() {
    return new SplinkPlan(
        List.of(
            same("name"),
            same("name_latin"),
            same("phone"),
            same("paper"),
            same("birth", "province"),
            same("house", "province"),
            same("birth", "sex", "house")),
        List.of(
            new Session(same("phone"), List.of("phone")),
            new Session(same("paper"), List.of("paper"))),
        List.of(
            name("name"),
            name("name_latin"),
            date("birth"),
            code("phone", false),
            code("paper", false),
            new Comparison("sex", List.of(same("sex")), false),
            new Comparison("province", List.of(same("province")), true),
            new Comparison("house", List.of(same("house")), false)));
  }

  private static SplinkPlan historical() {
    String start = "substr(l.%1$s, 1, %2$d) = substr(r.%1$s, 1, %2$d)";
    String area = start.formatted("postcode_fake", 3);
    return new SplinkPlan(
        List.of(
            start.formatted("first_name", 3) + " and " + start.formatted("surname", 4),
            same("surname", "dob"),
            same("first_name", "dob"),
            same("postcode_fake", "first_name"),
            same("postcode_fake", "surname"),
            same("dob", "birth_place"),
            area + " and " + same("dob"),
            area + " and " + same("first_name"),
            area + " and " + same("surname"),
            start.formatted("first_name", 2)
                + " and "
                + start.formatted("surname", 2)
                + " and "
                + start.formatted("dob", 4)),
        List.of(
            new Session(same("first_name", "surname"), List.of("first_name", "surname")),
            new Session(same("dob"), List.of("dob"))),
        List.of(
            name("first_name"),
            name("surname"),
            date("dob"),
            code("postcode_fake", false),
            new Comparison("birth_place", List.of(same("birth_place")), true),
            new Comparison("occupation", List.of(same("occupation")), true)));
  }

  private static String same(String... columns) {
    List<String> all = new ArrayList<>();
    for (String column : columns) {
      all.add("l.%1$s = r.%1$s".formatted(column));
    }
    return String.join(" and ", all);
  }

  private static Comparison name(String column) {
    List<String> levels = new ArrayList<>(List.of(same(column)));
    for (String least : List.of("0.92", "0.88", "0.7")) {
      levels.add("jaro_winkler_similarity(l.%1$s, r.%1$s) >= %2$s".formatted(column, least));
    }
    return new Comparison(column, levels, true);
  }

  private static Comparison code(String column, boolean frequency) {
    String edits = "damerau_levenshtein(l.%1$s, r.%1$s) <= %2$d";
    return new Comparison(
        column,
        List.of(same(column), edits.formatted(column, 1), edits.formatted(column, 2)),
        frequency);
  }

  private static Comparison date(String column) {
    String days = "abs(datediff('day', l.%1$s_day, r.%1$s_day)) <= %2$d";
    return new Comparison(
        column,
        List.of(
            same(column),
            "damerau_levenshtein(l.%1$s, r.%1$s) <= 1".formatted(column),
            days.formatted(column, 31),
            days.formatted(column, 366),
            days.formatted(column, 3660)),
        false);
  }

  /// The column that is also kept as a day.
  String dateColumn() {
    return comparisons.stream()
        .map(Comparison::column)
        .filter(column -> column.equals("dob") || column.contains("birth"))
        .filter(column -> !column.equals("birth_place"))
        .findFirst()
        .orElseThrow();
  }
}

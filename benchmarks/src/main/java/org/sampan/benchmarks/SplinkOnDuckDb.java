package org.sampan.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Splink's approach as SQL on DuckDB, as Splink itself runs it: blocking rules joined one by one,
/// each without the pairs of those before; levels of comparison by SQL; u from random pairs, m by
/// EM over counts of patterns; term frequency on exact agreement; then one statement that scores.
final class SplinkOnDuckDb implements Engine {

  private static final int RANDOM_PAIRS = 300_000;
  private static final double RECALL = 0.8;

  private final Connection connection;

  private final String edits;

  /// Ready to link.
  ///
  /// @param edits DuckDB's function that counts edits: Splink's own choice, or a quicker one
  SplinkOnDuckDb(String edits) {
    this.edits = edits;
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Override
  public Accuracy link(String file) throws SQLException {
    List<String> columns = load(file);
    SplinkPlan plan = SplinkPlan.of(columns, edits);
    String truth = People.truthColumn(columns);
    ready(plan, columns, truth);
    SplinkModel model = new SplinkModel(plan, patterns(plan, sample()));
    for (SplinkPlan.Session session : plan.sessions()) {
      model.learn(
          session.fixed(),
          patterns(plan, "p l join p r on %s and l.i < r.i".formatted(session.rule())));
    }
    double prior = prior(plan);
    execute("create table blocked as " + blocked(plan.rules()));
    return measured(plan, model, prior);
  }

  private List<String> load(String file) throws SQLException {
    String reader =
        file.endsWith(".parquet")
            ? "read_parquet('%s')".formatted(file)
            : "read_csv('%s', all_varchar = true, header = true)".formatted(file);
    execute("create table raw as select * from " + reader);
    List<String> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("describe raw")) {
      while (row.next()) {
        columns.add(row.getString(1).strip());
      }
    }
    return columns;
  }

  private void ready(SplinkPlan plan, List<String> columns, String truth) throws SQLException {
    StringBuilder sql = new StringBuilder("create table p as select row_number() over () as i");
    List<String> raw = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("describe raw")) {
      while (row.next()) {
        raw.add(row.getString(1));
      }
    }
    for (int at = 0; at < raw.size(); at++) {
      String cell = "nullif(trim(\"%s\"), '')".formatted(raw.get(at));
      if (columns.get(at).equals(truth)) {
        sql.append(", regexp_replace(%s, '^rec-(\\d+)-.*', '\\1') as truth".formatted(cell));
      }
      sql.append(", %s as %s".formatted(cell, columns.get(at)));
      if (columns.get(at).equals(plan.dateColumn())) {
        sql.append(
            ", coalesce(try_strptime(%1$s, '%%Y%%m%%d'), try_strptime(%1$s, '%%Y-%%m-%%d'))::date as %2$s_day"
                .formatted(cell, columns.get(at)));
      }
    }
    execute(sql + " from raw");
    for (SplinkPlan.Comparison comparison : plan.comparisons()) {
      if (comparison.frequency()) {
        execute(
            "create table tf_%1$s as select %1$s as value, count(*)::double / sum(count(*)) over () as tf from p where %1$s is not null group by 1"
                .formatted(comparison.column()));
      }
    }
  }

  private static String sample() {
    return "(select x.i a, y.i b from (select 1 + (hash(k) %% n)::bigint as i, k from range(%1$d) t(k), (select count(*) n from p)) x join (select 1 + (hash(k + 7919000000) %% n)::bigint as i, k from range(%1$d) t(k), (select count(*) n from p)) y using (k) where x.i <> y.i) s join p l on l.i = s.a join p r on r.i = s.b"
        .formatted(RANDOM_PAIRS);
  }

  private Map<List<Integer>, Long> patterns(SplinkPlan plan, String pairs) throws SQLException {
    int count = plan.comparisons().size();
    String sql =
        "select %s, count(*) from %s group by %s"
            .formatted(
                gammas(plan),
                pairs,
                IntStream.rangeClosed(1, count)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", ")));
    Map<List<Integer>, Long> patterns =
        new TreeMap<>(java.util.Comparator.comparing(List::toString));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<Integer> pattern = new ArrayList<>();
        for (int at = 1; at <= count; at++) {
          pattern.add(row.getInt(at));
        }
        patterns.put(pattern, row.getLong(count + 1));
      }
    }
    return patterns;
  }

  private static String gammas(SplinkPlan plan) {
    return plan.comparisons().stream()
        .map(comparison -> comparison.gamma() + " as g_" + comparison.column())
        .collect(Collectors.joining(", "));
  }

  /// The chance that two records at random are one person: pairs that strict rules find, over the
  /// share they are thought to find.
  private double prior(SplinkPlan plan) throws SQLException {
    long found = number("select count(*) from (" + blocked(plan.rules().subList(0, 1)) + ")");
    long records = number("select count(*) from p");
    return Math.min(0.5, found / RECALL / (records * (records - 1.0) / 2));
  }

  private static String blocked(List<String> rules) {
    List<String> selects = new ArrayList<>();
    for (int at = 0; at < rules.size(); at++) {
      StringBuilder select =
          new StringBuilder("select l.i a, r.i b from p l join p r on l.i < r.i and ")
              .append(rules.get(at));
      for (String earlier : rules.subList(0, at)) {
        select.append(" and not coalesce(%s, false)".formatted(earlier));
      }
      selects.add(select.toString());
    }
    return String.join(" union all ", selects);
  }

  /// Scores in one statement, and counts right and claimed pairs by tenths of a bit.
  private Accuracy measured(SplinkPlan plan, SplinkModel model, double prior) throws SQLException {
    StringBuilder joins = new StringBuilder();
    StringBuilder weight = new StringBuilder().append(Math.log(prior / (1 - prior)) / Math.log(2));
    for (SplinkPlan.Comparison comparison : plan.comparisons()) {
      String column = comparison.column();
      weight.append(" + ").append(model.weight(comparison));
      if (comparison.frequency()) {
        joins.append(" left join tf_%1$s on tf_%1$s.value = %1$s_value".formatted(column));
      }
    }
    String values =
        plan.comparisons().stream()
            .filter(SplinkPlan.Comparison::frequency)
            .map(one -> ", l.%1$s as %1$s_value".formatted(one.column()))
            .collect(Collectors.joining());
    String scored =
        "select floor(10 * (%s)) as w, same from (select l.truth = r.truth as same, %s%s from blocked s join p l on l.i = s.a join p r on r.i = s.b) g%s"
            .formatted(weight, gammas(plan), values, joins);
    long real =
        number("select sum(n * (n - 1) / 2) from (select count(*) n from p group by truth)");
    long claimed = 0;
    long right = 0;
    Accuracy best = new Accuracy(0, 0, 0, 0, 0, 0);
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select w, count(*), count(*) filter (where same) from (%s) group by w order by w desc"
                    .formatted(scored))) {
      while (row.next()) {
        claimed += row.getLong(2);
        right += row.getLong(3);
        best = best.better(Accuracy.of(right, claimed, real, row.getDouble(1) / 10, claimed));
      }
    }
    return new Accuracy(
        best.precision(),
        best.recall(),
        best.f1(),
        best.threshold(),
        right / (double) real,
        claimed);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

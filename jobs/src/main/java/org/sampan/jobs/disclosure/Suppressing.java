package org.sampan.jobs.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Statement;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.suppression.Axis;
import org.sampan.disclosure.suppression.Protection;
import org.sampan.disclosure.suppression.Suppressed;

/// `publish suppress`: tables with totals in which small counts, and enough others, are withheld.
final class Suppressing {

  static final List<String> OPTIONS =
      List.of("--threshold", "--tables", "--domain", "--person", "--seconds", "--out");

  /// How long an operator waits before tables are left out.
  private static final int SECONDS = 120;

  static final String TABLES = "tables.csv";
  static final String STATEMENT = "tables.json";

  private static final String USAGE =
      "./sampan publish suppress DATA.csv|PLAN.json --out DIR [--threshold 11]"
          + " [--tables COLUMN,COLUMN;COLUMN,COLUMN,COLUMN] [--domain D.json] [--person COLUMN]"
          + " [--seconds 120]";

  private Suppressing() {}

  static int run(Options options) {
    Path folder =
        Path.of(options.value("--out").orElseThrow(() -> new OperatorRefusal(USAGE)))
            .toAbsolutePath()
            .normalize();
    ReleaseFolder.refuseIfTaken(folder);
    Protection protection = Protection.of(Extracting.number(options, "--threshold").orElse(11));
    People people = People.of(options, USAGE);
    List<Axis> axes = SuppressedFiles.axes(people.domain());
    List<List<Integer>> wanted = wanted(options, people.domain());
    int seconds = Extracting.number(options, "--seconds").orElse(SECONDS);
    Protecting.Proven proven =
        new Protecting(axes, nodes(people.records(), axes, wanted), protection, seconds).of(wanted);
    Suppressed suppressed = proven.suppressed();
    write(folder, people.domain(), proven);
    System.out.println("The tables are in " + folder);
    System.out.printf(
        Locale.ROOT,
        "{\"tables\":%d,\"leftOut\":%d,\"cells\":%d,\"primary\":%d,\"withheld\":%d,\"recovered\":%d,\"narrowed\":%d,"
            + "\"cpuSeconds\":%.2f}%n",
        proven.tables().size(),
        proven.leftOut().size(),
        suppressed.tables().size(),
        suppressed.primaries(),
        suppressed.withheld(),
        proven.audit().recovered(),
        proven.audit().narrowed(),
        Evaluating.cpuSeconds());
    return 0;
  }

  private static void write(Path folder, Domain domain, Protecting.Proven proven) {
    try (ReleaseFolder unfinished = ReleaseFolder.begin(folder)) {
      unfinished.write(
          List.of(
              new TextFile(
                  TABLES, SuppressedFiles.text(proven.suppressed(), SuppressedFiles.axes(domain))),
              new TextFile(
                  STATEMENT, Extracting.JSON.writeValueAsString(statement(domain, proven)) + "\n"),
              new TextFile(
                  "domain.json",
                  Extracting.JSON.writeValueAsString(DomainFile.tree(domain)) + "\n")));
      unfinished.finish();
    }
  }

  /// The tables asked for; all of two variables where none is.
  private static List<List<Integer>> wanted(Options options, Domain domain) {
    List<List<Integer>> tables = new ArrayList<>();
    for (String table :
        options.value("--tables").map(each -> each.split(";")).orElse(new String[0])) {
      List<Integer> positions = new ArrayList<>();
      for (String column : table.split(",")) {
        if (domain.position(column) < 0) {
          throw new OperatorRefusal("There is no column " + column + " to make a table of.");
        }
        positions.add(domain.position(column));
      }
      tables.add(positions);
    }
    if (tables.isEmpty()) {
      for (int one = 0; one < domain.width(); one++) {
        for (int other = one + 1; other < domain.width(); other++) {
          tables.add(List.of(one, other));
        }
      }
    }
    return tables;
  }

  /// Each person once. Whose records say different things in a column of the tables would stand in
  /// two cells of one table, and no total would be right.
  private static List<int[]> nodes(Records records, List<Axis> axes, List<List<Integer>> tables) {
    int[][] nodes = new int[axes.size()][];
    for (int at = 0; at < nodes.length; at++) {
      nodes[at] =
          records.domain().variable(at).categories().stream()
              .map(Category::code)
              .mapToInt(axes.get(at)::code)
              .toArray();
    }
    Set<Integer> columns = new TreeSet<>();
    tables.forEach(columns::addAll);
    Map<Integer, int[]> people = new LinkedHashMap<>();
    Set<Integer> disagreeing = new HashSet<>();
    for (int row = 0; row < records.size(); row++) {
      int[] person = new int[nodes.length];
      for (int at = 0; at < nodes.length; at++) {
        person[at] = nodes[at][records.at(at, row)];
      }
      int[] first = people.putIfAbsent(records.person(row), person);
      if (first != null && columns.stream().anyMatch(at -> first[at] != person[at])) {
        disagreeing.add(records.person(row));
      }
    }
    if (!disagreeing.isEmpty()) {
      throw new OperatorRefusal(
          ("%d people have records that say different things in these tables, so they would count"
                  + " twice: leave one record of each person in the file, or leave such columns out."
                  + " Nothing was written.")
              .formatted(disagreeing.size()));
    }
    return List.copyOf(people.values());
  }

  private static List<List<String>> names(Domain domain, List<List<Integer>> tables) {
    return tables.stream()
        .map(table -> table.stream().map(at -> domain.variable(at).name()).toList())
        .toList();
  }

  private static Map<String, Object> statement(Domain domain, Protecting.Proven proven) {
    Suppressed suppressed = proven.suppressed();
    Protection protection = suppressed.protection();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("standing", domain.readFromData() ? Statement.REHEARSAL : "For the office that asked");
    tree.put("method", "Threshold and secondary suppression; not differential privacy");
    tree.put("tables", names(domain, proven.tables()));
    tree.put("leftOutForTime", names(domain, proven.leftOut()));
    tree.put("threshold", protection.threshold());
    tree.put("intervalAbove", protection.above());
    tree.put("intervalWidth", protection.width());
    tree.put("zerosArePublic", protection.zerosKnown());
    tree.put("cells", suppressed.tables().size());
    tree.put("withheld", suppressed.withheld());
    tree.put("domain", domain.name() + ", version " + domain.version());
    tree.put("domainSource", domain.source());
    return tree;
  }
}

package org.sampan.jobs.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Statement;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.suppression.Axis;
import org.sampan.disclosure.suppression.LinkedTables;
import org.sampan.disclosure.suppression.Protection;
import org.sampan.disclosure.suppression.SecondarySuppression;
import org.sampan.disclosure.suppression.Suppressed;
import org.sampan.disclosure.suppression.SuppressionAudit;

/// `publish suppress`: tables with totals in which small counts, and enough others, are withheld.
final class Suppressing {

  static final List<String> OPTIONS =
      List.of("--threshold", "--tables", "--domain", "--person", "--out");

  static final String TABLES = "tables.csv";
  static final String STATEMENT = "tables.json";

  private static final String USAGE =
      "./sampan publish suppress DATA.csv|PLAN.json --out DIR [--threshold 11]"
          + " [--tables COLUMN,COLUMN;COLUMN,COLUMN,COLUMN] [--domain D.json] [--person COLUMN]";

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
    LinkedTables tables = LinkedTables.counted(axes, wanted, nodes(people.records(), axes));
    System.err.println("Protecting " + tables.size() + " cells");
    Suppressed suppressed =
        SecondarySuppression.of(tables, protection)
            .orElseThrow(() ->
                new OperatorRefusal(
                    "There is too little else in these tables to hide the small counts:"
                        + " nothing was written."));
    System.err.println("Attacking them");
    SuppressionAudit.Result audit = SuppressionAudit.of(suppressed);
    if (suppressed.unproven() > 0 || !audit.held()) {
      throw new IllegalStateException("Cells came back: " + audit);
    }
    write(folder, people.domain(), suppressed, wanted);
    System.out.println("The tables are in " + folder);
    System.out.printf(
        Locale.ROOT,
        "{\"cells\":%d,\"primary\":%d,\"withheld\":%d,\"recovered\":%d,\"narrowed\":%d,"
            + "\"cpuSeconds\":%.2f}%n",
        tables.size(),
        suppressed.primaries(),
        suppressed.withheld(),
        audit.recovered(),
        audit.narrowed(),
        Evaluating.cpuSeconds());
    return 0;
  }

  private static void write(
      Path folder, Domain domain, Suppressed suppressed, List<List<Integer>> tables) {
    try (ReleaseFolder unfinished = ReleaseFolder.begin(folder)) {
      unfinished.write(
          List.of(
              new TextFile(TABLES, SuppressedFiles.text(suppressed, SuppressedFiles.axes(domain))),
              new TextFile(
                  STATEMENT,
                  Extracting.JSON.writeValueAsString(statement(domain, suppressed, tables)) + "\n"),
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

  private static List<int[]> nodes(Records records, List<Axis> axes) {
    int[][] nodes = new int[axes.size()][];
    for (int at = 0; at < nodes.length; at++) {
      nodes[at] =
          records.domain().variable(at).categories().stream()
              .map(Category::code)
              .mapToInt(axes.get(at)::code)
              .toArray();
    }
    List<int[]> people = new ArrayList<>();
    boolean[] seen = new boolean[records.size()];
    for (int row = 0; row < records.size(); row++) {
      // One record a person counts: her first.
      if (!seen[records.person(row)]) {
        seen[records.person(row)] = true;
        int[] person = new int[nodes.length];
        for (int at = 0; at < nodes.length; at++) {
          person[at] = nodes[at][records.at(at, row)];
        }
        people.add(person);
      }
    }
    return people;
  }

  private static Map<String, Object> statement(
      Domain domain, Suppressed suppressed, List<List<Integer>> tables) {
    Protection protection = suppressed.protection();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("standing", domain.readFromData() ? Statement.REHEARSAL : "For the office that asked");
    tree.put("method", "Threshold and secondary suppression; not differential privacy");
    tree.put(
        "tables",
        tables.stream()
            .map(table -> table.stream().map(at -> domain.variable(at).name()).toList())
            .toList());
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

package org.sampan.jobs.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.OperatorRefusal;
import org.sampan.disclosure.Statement;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.extract.Differencing;
import org.sampan.disclosure.extract.Diversity;
import org.sampan.disclosure.extract.Extract;
import org.sampan.disclosure.extract.ExtractAudit;
import org.sampan.disclosure.extract.Extraction;
import org.sampan.disclosure.extract.Promise;
import org.sampan.disclosure.extract.Rows;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `publish extract`: rows about people for a partner under an agreement.
final class Extracting {

  static final List<String> OPTIONS =
      List.of("--k", "--length", "--domain", "--person", "--diverse", "--earlier", "--out");

  static final String ROWS = "extract.csv";
  static final String STATEMENT = "extract.json";
  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String USAGE =
      "./sampan publish extract DATA.csv|PLAN.json --k 11 --out DIR [--length R (0: whole rows, the"
          + " default)] [--domain D.json] [--person COLUMN] [--diverse COLUMN,COLUMN]"
          + " [--earlier DIR]";

  private Extracting() {}

  static int run(Options options) {
    Path folder =
        Path.of(options.value("--out").orElseThrow(() -> new OperatorRefusal(USAGE)))
            .toAbsolutePath()
            .normalize();
    ReleaseFolder.refuseIfTaken(folder);
    Promise promise = promise(options);
    People people = People.of(options, USAGE);
    Rows rows = Rows.ofPeople(people.records());
    System.err.println("Making an extract of " + rows.size() + " people");
    Extract extract =
        switch (Extraction.of(rows, promise)) {
          case Extraction.Outcome.Made(Extract made) -> made;
          case Extraction.Outcome.Refused(String why) -> throw new OperatorRefusal(why);
        };
    System.err.println("Counting again");
    ExtractAudit.Result audit = ExtractAudit.of(extract);
    if (!audit.kept()) {
      throw new IllegalStateException("The extract breaks its promise: " + audit);
    }
    options.value("--earlier").ifPresent(earlier -> compare(Path.of(earlier), extract));
    Map<String, Object> statement = statement(people.domain(), extract, audit);
    try (ReleaseFolder unfinished = ReleaseFolder.begin(folder)) {
      unfinished.write(
          List.of(
              new TextFile(ROWS, text(extract.rows())),
              new TextFile(STATEMENT, JSON.writeValueAsString(statement) + "\n"),
              new TextFile(
                  "domain.json",
                  JSON.writeValueAsString(DomainFile.tree(people.domain())) + "\n")));
      unfinished.finish();
    }
    System.out.println("The extract is in " + folder);
    System.out.println(json(extract, audit));
    return 0;
  }

  /// A folder made by this command, read again.
  static Extract read(Path folder) {
    Domain domain = Planning.read(folder.resolve("domain.json").toString());
    var statement = JSON.readTree(TextFiles.read(folder.resolve(STATEMENT)));
    List<Diversity> diversities = new ArrayList<>();
    statement.path("diverse").forEach(each -> diversities.add(Diversity.of(each.asString(), 2)));
    Promise promise =
        new Promise(statement.path("k").asInt(), statement.path("length").asInt(), diversities);
    List<List<String>> lines = new ArrayList<>();
    Table.rows(folder.resolve(ROWS), lines::add);
    return new Extract(Rows.of(Rows.trees(domain), lines), promise);
  }

  private static Promise promise(Options options) {
    Promise promise =
        new Promise(
            number(options, "--k").orElseThrow(() -> new OperatorRefusal(USAGE)),
            number(options, "--length").orElse(0),
            List.of());
    for (String column :
        options.value("--diverse").map(each -> each.split(",")).orElse(new String[0])) {
      promise = promise.with(Diversity.of(column, 2));
    }
    return promise;
  }

  static Optional<Integer> number(Options options, String option) {
    return options
        .value(option)
        .map(value -> {
          if (!value.matches("[0-9]{1,6}")) {
            throw new OperatorRefusal("The option " + option + " is a whole number.");
          }
          return Integer.parseInt(value);
        });
  }

  private static void compare(Path earlier, Extract extract) {
    Differencing.Result result = Differencing.between(read(earlier), extract);
    if (!result.permitted()) {
      throw new OperatorRefusal(
          ("Beside the extract in %s this one would show fewer than %d people by subtraction: %d of"
                  + " %d counts that differ. Nothing was written.")
              .formatted(earlier, extract.promise().people(), result.exposing(), result.changed()));
    }
  }

  /// Sorted, because the order of people is information.
  private static String text(Rows rows) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(Table.line(rows.labels(row)));
    }
    lines.sort(null);
    List<String> header = rows.columns().stream().map(tree -> tree.column()).toList();
    return Table.line(header) + String.join("", lines);
  }

  private static Map<String, Object> statement(
      Domain domain, Extract extract, ExtractAudit.Result audit) {
    Promise promise = extract.promise();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(
        "standing",
        domain.readFromData() ? Statement.REHEARSAL : "For the partner named in the agreement");
    tree.put("method", "k-anonymised extract by local recoding; not differential privacy");
    tree.put("k", promise.people());
    tree.put("length", promise.length());
    tree.put("diverse", promise.diversities().stream().map(Diversity::column).toList());
    tree.put(
        "promise",
        promise.length() == 0
            ? "Every person looks exactly like at least %d others in every column"
                .formatted(promise.people() - 1)
            : "Whatever combination of up to %d answers a reader knows, at least %d people in here have it"
                .formatted(promise.length(), promise.people()));
    tree.put("withheldShare", String.format(Locale.ROOT, "%.4f", extract.withheld()));
    tree.put("granularity", String.format(Locale.ROOT, "%.4f", extract.granularity()));
    tree.put("smallestGroup", audit.smallest());
    tree.put("domain", domain.name() + ", version " + domain.version());
    tree.put("domainSource", domain.source());
    return tree;
  }

  private static String json(Extract extract, ExtractAudit.Result audit) {
    return String.format(
        Locale.ROOT,
        "{\"k\":%d,\"length\":%d,\"withheld\":%.4f,\"granularity\":%.4f,\"smallestGroup\":%d,"
            + "\"cpuSeconds\":%.2f}",
        extract.promise().people(),
        extract.promise().length(),
        extract.withheld(),
        extract.granularity(),
        audit.smallest(),
        Evaluating.cpuSeconds());
  }
}

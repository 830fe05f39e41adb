package org.sampan.jobs.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sampan.disclosure.Release;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.DomainFile;
import org.sampan.disclosure.domain.Variable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What machines read about a release: the statement, the code list, a Frictionless data package,
/// CSVW metadata beside each CSV file, a DCAT record. Each of them carries the whole statement.
final class Descriptions {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Descriptions() {}

  /// @param planDigest SHA-256 of the plan's file, as `sha256sum` prints it: who holds the plan can
  ///   show that this release was made by it and by no other
  static List<TextFile> of(Release release, String planDigest) {
    Map<String, Object> statement = release.statement().tree();
    return List.of(
        file("release.json", release(release, planDigest, statement)),
        file("domain.json", DomainFile.tree(release.statement().plan().domain())),
        file("datapackage.json", dataPackage(release, statement)),
        file(
            RowsFiles.NAME + "-metadata.json",
            onTheWeb(RowsFiles.NAME, rowColumns(release, Descriptions::webColumn), statement)),
        file(
            AggregateFiles.NAME + "-metadata.json",
            onTheWeb(AggregateFiles.NAME, aggregateColumns("datatype"), statement)),
        file("dcat.jsonld", catalogue(release, statement)));
  }

  private static Map<String, Object> release(
      Release release, String planDigest, Map<String, Object> statement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("release", release.statement().plan().release());
    tree.put("title", release.statement().plan().title());
    tree.put("year", release.statement().plan().year().getValue());
    tree.put("rows", release.rows().size());
    tree.put("tables", release.aggregates().size());
    tree.put("pairsUnderGuard", release.guarded());
    tree.put("planSha256", planDigest);
    tree.put("privacy", statement);
    return tree;
  }

  /// Frictionless Data Package, version 1, with a `privacy` object of our own.
  private static Map<String, Object> dataPackage(Release release, Map<String, Object> statement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", release.statement().plan().release());
    tree.put("title", release.statement().plan().title());
    tree.put("profile", "tabular-data-package");
    tree.put("privacy", statement);
    tree.put(
        "resources",
        List.of(
            resource("rows", RowsFiles.NAME, rowColumns(release, Descriptions::packageField)),
            resource("aggregates", AggregateFiles.NAME, aggregateColumns("type"))));
    return tree;
  }

  private static Map<String, Object> resource(
      String name, String path, List<Map<String, Object>> fields) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("path", path);
    tree.put("profile", "tabular-data-resource");
    tree.put("format", "csv");
    tree.put("mediatype", "text/csv");
    tree.put("encoding", "utf-8");
    // A blank is a code of its own here, not a missing value.
    tree.put("schema", Map.of("fields", fields, "missingValues", List.of()));
    return tree;
  }

  private static Map<String, Object> packageField(Variable variable) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", variable.name());
    field.put("title", variable.label());
    field.put("type", "string");
    field.put(
        "constraints", Map.of("enum", variable.categories().stream().map(Category::code).toList()));
    return field;
  }

  /// CSV on the Web (W3C 2015).
  private static Map<String, Object> onTheWeb(
      String file, List<Map<String, Object>> columns, Map<String, Object> statement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("@context", "http://www.w3.org/ns/csvw");
    tree.put("url", file);
    tree.put("dc:description", String.valueOf(statement.get("method")));
    tree.put(
        "notes",
        statement.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList());
    tree.put("tableSchema", Map.of("columns", columns));
    return tree;
  }

  private static Map<String, Object> webColumn(Variable variable) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", variable.name());
    column.put("titles", List.of(variable.name()));
    column.put("dc:title", variable.label());
    column.put("datatype", "string");
    return column;
  }

  private static List<Map<String, Object>> rowColumns(
      Release release, Function<Variable, Map<String, Object>> column) {
    return release.rows().domain().variables().stream().map(column).toList();
  }

  private static List<Map<String, Object>> aggregateColumns(String typeWord) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (String name : AggregateFiles.COLUMNS) {
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("name", name);
      boolean number = List.of("count", "low", "high").contains(name);
      column.put(typeWord, number ? "integer" : "string");
      columns.add(column);
    }
    return columns;
  }

  /// DCAT 3 as JSON-LD, for catalogues.
  private static Map<String, Object> catalogue(Release release, Map<String, Object> statement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(
        "@context",
        Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "prov", "http://www.w3.org/ns/prov#"));
    tree.put("@type", "dcat:Dataset");
    tree.put("dct:identifier", release.statement().plan().release());
    tree.put("dct:title", release.statement().plan().title());
    tree.put("dct:issued", release.statement().plan().year().toString());
    tree.put(
        "dct:description",
        statement.get("standing")
            + ". "
            + statement.get("method")
            + ". Epsilon "
            + statement.get("epsilon")
            + ", delta "
            + statement.get("delta")
            + ". "
            + statement.get("neighbours")
            + ". Earlier releases spent epsilon "
            + statement.get("earlierReleasesEpsilon")
            + "; all together "
            + statement.get("allReleasesEpsilon")
            + ".");
    tree.put(
        "dcat:distribution",
        Stream.of(RowsFiles.NAME, AggregateFiles.NAME, AggregateFiles.HXL_NAME, "release.xlsx")
            .map(Descriptions::distribution)
            .toList());
    return tree;
  }

  private static Map<String, Object> distribution(String file) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("@type", "dcat:Distribution");
    tree.put("dct:title", file);
    tree.put("dcat:downloadURL", file);
    tree.put(
        "dcat:mediaType",
        file.endsWith(".csv")
            ? "text/csv"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    return tree;
  }

  private static TextFile file(String name, Map<String, Object> tree) {
    return new TextFile(name, JSON.writeValueAsString(tree) + "\n");
  }
}

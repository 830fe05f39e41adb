package org.sampan.jobs.disclosure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.disclosure.Aggregate;
import org.sampan.disclosure.Figure;
import org.sampan.disclosure.Release;

/// Every published number as CSV, one a line; once plain, once with HXL's hashtag row.
final class AggregateFiles {

  static final String NAME = "aggregates.csv";
  static final String HXL_NAME = "aggregates-hxl.csv";
  static final List<String> COLUMNS =
      List.of(
          "variable1",
          "code1",
          "variable2",
          "code2",
          "variable3",
          "code3",
          "count",
          "low",
          "high",
          "status");

  private static final int LONGEST = 3;

  private static final List<String> HASHTAGS =
      List.of(
          "#indicator+name+v1",
          "#indicator+code+v1",
          "#indicator+name+v2",
          "#indicator+code+v2",
          "#indicator+name+v3",
          "#indicator+code+v3",
          "#affected+num",
          "#affected+num+low",
          "#affected+num+high",
          "#status");

  private AggregateFiles() {}

  static void write(Release release, Path folder) throws IOException {
    write(release, folder.resolve(NAME), List.of(COLUMNS));
    write(release, folder.resolve(HXL_NAME), List.of(COLUMNS, HASHTAGS));
  }

  private static void write(Release release, Path file, List<List<String>> heads)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (List<String> head : heads) {
        out.write(Table.line(head));
      }
      for (Aggregate aggregate : release.aggregates()) {
        for (Figure figure : aggregate.figures()) {
          out.write(Table.line(values(aggregate, figure)));
        }
      }
    }
  }

  static List<String> values(Aggregate aggregate, Figure figure) {
    List<String> values = new ArrayList<>();
    for (int at = 0; at < LONGEST; at++) {
      boolean there = at < figure.categories().size();
      values.add(there ? aggregate.variables().get(at).name() : "");
      values.add(there ? figure.categories().get(at) : "");
    }
    values.add(String.valueOf(figure.count()));
    values.add(String.valueOf(figure.low()));
    values.add(String.valueOf(figure.high()));
    values.add(figure.status().name().toLowerCase(Locale.ROOT));
    return values;
  }
}

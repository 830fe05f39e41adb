package org.sampan.jobs.linkage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sampan.OperatorRefusal;
import org.sampan.jobs.tables.Row;
import org.sampan.jobs.tables.Table;
import org.sampan.jobs.tables.TableWriter;
import org.sampan.jobs.tables.Tables;
import org.sampan.linkage.ClusterEvent;
import org.sampan.linkage.ClusterNames;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.record.RecordStore;

/// Writes which rows are one person. With the clusters of an earlier run, a cluster keeps the name
/// it had, and what appeared, vanished, merged or split since is written as events.
final class ClusterFile {

  private static final List<String> COLUMNS = List.of("source", "id", "cluster");

  private ClusterFile() {}

  static void write(Clusters clusters, RecordStore store, LinkOptions options) {
    Map<String, String> names = Map.of();
    if (!options.text("--earlier").isEmpty()) {
      ClusterNames named = ClusterNames.of(clusters, store, earlier(options.text("--earlier")));
      names = named.names();
      write(named.events(), options.out().resolve("events.csv"));
    }
    try (TableWriter writer = options.writer("clusters", COLUMNS)) {
      int[] of = clusters.of();
      for (int record = 0; record < of.length; record++) {
        String source = record < store.border() ? "A" : "B";
        String id = store.id(record);
        writer.row(source, id, names.getOrDefault(id, store.id(of[record])));
      }
      writer.keep();
    }
  }

  private static Map<String, String> earlier(String file) {
    Map<String, String> earlier = new HashMap<>();
    try (Table table =
        Tables.open(
            file,
            "",
            (source, line, reason) -> {
              throw new OperatorRefusal("%s: line %d %s.".formatted(source, line, reason));
            })) {
      int id = table.columns().indexOf("id");
      int cluster = table.columns().indexOf("cluster");
      if (id < 0 || cluster < 0) {
        throw new OperatorRefusal(file + " needs the columns id and cluster.");
      }
      while (table.next()) {
        Row row = table.row();
        earlier.put(row.text(id), row.text(cluster));
      }
    }
    return earlier;
  }

  private static void write(List<ClusterEvent> events, Path file) {
    try (TableWriter writer = TableWriter.to(file, List.of("event", "from", "into"))) {
      for (ClusterEvent event : events) {
        switch (event) {
          case ClusterEvent.Appeared one -> writer.row("appeared", null, one.cluster());
          case ClusterEvent.Vanished one -> writer.row("vanished", one.cluster(), null);
          case ClusterEvent.Merged one ->
              writer.row("merged", String.join("|", one.from()), one.into());
          case ClusterEvent.Split one ->
              writer.row("split", one.from(), String.join("|", one.into()));
        }
      }
      writer.keep();
    }
  }
}

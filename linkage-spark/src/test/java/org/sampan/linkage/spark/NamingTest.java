package org.sampan.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sampan.linkage.ClusterEvent;
import org.sampan.linkage.ClusterNames;
import org.sampan.linkage.Clusters;
import org.sampan.linkage.record.RecordStore;

/// Names that last, beside those that the embedded engine gives.
class NamingTest {

  @Test
  void people_keep_their_names_and_changes_are_told_as_the_embedded_engine_does() {
    SplittableRandom dice = new SplittableRandom(5);
    int[] of = new int[400];
    RecordStore.Builder builder = RecordStore.builder(List.of("none"));
    List<Row> people = new ArrayList<>();
    List<Row> before = new ArrayList<>();
    Map<String, String> earlier = new TreeMap<>();
    for (int record = 0; record < of.length; record++) {
      boolean joined = record > 3 && dice.nextInt(2) == 0;
      of[record] = joined ? of[record - dice.nextInt(1, 4)] : record;
      String id = record % 3 == 0 ? "r" + record : "r" + record / 2 + "-" + record % 5;
      builder.add(id, 0, "");
      people.add(RowFactory.create((long) record, 0, id, (long) of[record]));
      if (dice.nextInt(3) > 0) {
        earlier.put(id, "r" + of[dice.nextInt(of.length)] + (dice.nextBoolean() ? "" : "-2"));
      }
    }
    earlier.put("gone", "r399-4");
    earlier.forEach((id, name) -> before.add(RowFactory.create(id, name)));
    ClusterNames expected = ClusterNames.of(new Clusters(of, 0, 0), builder.build(), earlier);

    Naming naming = naming(people, before);

    Map<String, String> names = new TreeMap<>();
    naming.people().collectAsList().forEach(row -> names.put(row.getString(2), row.getString(4)));
    TreeSet<String> events = new TreeSet<>();
    for (Row row : naming.events().collectAsList()) {
      events.add(row.getString(0) + " " + row.getString(1) + " " + row.getString(2));
    }
    assertThat(names).isEqualTo(new TreeMap<>(expected.names()));
    TreeSet<String> told = new TreeSet<>();
    expected.events().forEach(event -> told.add(written(event)));
    assertThat(events).isEqualTo(told).hasSizeGreaterThan(10);
  }

  private static Naming naming(List<Row> people, List<Row> before) {
    StructType one =
        new StructType()
            .add("record", DataTypes.LongType)
            .add("source", DataTypes.IntegerType)
            .add("id", DataTypes.StringType)
            .add("cluster", DataTypes.LongType);
    StructType other =
        new StructType().add("id", DataTypes.StringType).add("earlier", DataTypes.StringType);
    return Naming.of(
        Session.SPARK.createDataFrame(people, one), Session.SPARK.createDataFrame(before, other));
  }

  private static String written(ClusterEvent event) {
    return switch (event) {
      case ClusterEvent.Appeared one -> "appeared null " + one.cluster();
      case ClusterEvent.Vanished one -> "vanished " + one.cluster() + " null";
      case ClusterEvent.Merged one -> "merged " + String.join("|", one.from()) + " " + one.into();
      case ClusterEvent.Split one -> "split " + one.from() + " " + String.join("|", one.into());
    };
  }
}

package org.sampan.linkage.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.sampan.linkage.Census;
import org.sampan.linkage.Shard;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.record.RecordStore;

/// What a task needs to read its portion as the whole would be read.
///
/// @param model as its file
/// @param columns that the model compares, in the portion's order
/// @param across whether there are two sources, so that only pairs across them count
/// @param census of all records
record Plan(String model, List<String> columns, boolean across, Broadcast<Census> census)
    implements Serializable {

  Shard shard(RecordStore store) {
    return Shard.of(Model.parse(model), store, census.value());
  }

  Model parsed() {
    return Model.parse(model);
  }
}

package org.sampan.jobs.linkage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a run came to: the last line of its output.
///
/// @param measures by the truth, where it is known
/// @param clusters pairs that share a cluster and an entity, where the truth is known
/// @param threshold the model's own, in bits
/// @param completeness the share of real pairs that were compared, measured or else estimated
/// @param records that were read
/// @param pairs that were compared
record Outcome(
    Optional<Measures> measures,
    Optional<SamePairs> clusters,
    double threshold,
    double completeness,
    long records,
    long pairs) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// One line of JSON; what only the truth could tell is null without it.
  String json() {
    ObjectNode line = JSON.createObjectNode();
    line.put("precision", measures.map(Measures::precision).map(Outcome::round).orElse(null));
    line.put("recall", measures.map(Measures::recall).map(Outcome::round).orElse(null));
    line.put("f1", measures.map(Measures::f1).map(Outcome::round).orElse(null));
    line.put("threshold", round(threshold));
    line.put("bestF1", measures.map(Measures::best).map(Outcome::round).orElse(null));
    line.put("clusterF1", clusters.map(SamePairs::f1).map(Outcome::round).orElse(null));
    line.put("completeness", round(completeness));
    line.put("records", records);
    line.put("pairs", pairs);
    line.put("cpuSeconds", Math.round(Machine.cpuSeconds() * 100) / 100.0);
    line.put("peakBytes", Machine.peakBytes());
    return line.toString();
  }

  private static @Nullable Double round(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}

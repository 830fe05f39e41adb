package org.sampan.jobs.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sampan.names.Name;

/// What blocking by the packed keys would find and cost: the share of true pairs that have a key in
/// common, and how many forms a name meets by its keys.
final class KeyCoverage {

  private final Map<Long, List<Integer>> byKey = new HashMap<>();
  private int forms;
  private long natives;
  private long keys;
  private long candidates;
  private long truePairs;
  private long found;

  /// Takes the forms up, by their numbers.
  void index(List<Name> all) {
    forms = all.size();
    for (int i = 0; i < forms; i++) {
      for (long key : all.get(i).keys()) {
        byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(i);
      }
    }
  }

  /// Looks a name up by the keys of all its native forms.
  void meet(List<Name> written, Set<Integer> right) {
    Set<Long> own = new HashSet<>();
    for (Name form : written) {
      for (long key : form.keys()) {
        own.add(key);
      }
    }
    Set<Integer> met = new HashSet<>();
    own.forEach(key -> met.addAll(byKey.getOrDefault(key, List.of())));
    natives++;
    keys += own.size();
    candidates += met.size();
    truePairs += right.size();
    found += right.stream().filter(met::contains).count();
  }

  double completeness() {
    return truePairs == 0 ? 0 : (double) found / truePairs;
  }

  String line() {
    double each = natives == 0 ? 0 : (double) candidates / natives;
    return String.format(
        Locale.ROOT,
        "keys: %.4f of true pairs share one; %.1f keys a name bring %.1f candidates of %,d forms"
            + " (%.3f %%), %.2f a key",
        completeness(),
        natives == 0 ? 0 : (double) keys / natives,
        each,
        forms,
        forms == 0 ? 0 : 100 * each / forms,
        keys == 0 ? 0 : (double) candidates / keys);
  }
}

package org.sampan.disclosure.attacks;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Two finished releases beside each other, as anybody can lay them: where one person was added and
/// nothing else was moved, the cells that differ are hers.
public final class TwoReleases {

  private TwoReleases() {}

  /// Looks at every table of one variable that both have.
  public static Finding of(PublishedFolder earlier, PublishedFolder later) {
    Map<List<String>, String> before = new HashMap<>();
    for (PublishedFolder.Count count : earlier.counts()) {
      before.put(key(count), count.count());
    }
    Map<String, Integer> changed = new LinkedHashMap<>();
    int figures = 0;
    int differing = 0;
    for (PublishedFolder.Count count : later.counts()) {
      String was = before.get(key(count));
      if (was != null) {
        boolean differs = !was.equals(count.count());
        figures++;
        differing += differs ? 1 : 0;
        if (count.variables().size() == 1) {
          changed.merge(count.variables().getFirst(), differs ? 1 : 0, Integer::sum);
        }
      }
    }
    long named = changed.values().stream().filter(each -> each == 1).count();
    long moved = changed.values().stream().filter(each -> each > 1).count();
    if (figures == 0) {
      return Finding.notRun(Attack.DIFFERENCING, "the two releases have no figure in common");
    }
    return Finding.of(
        Attack.DIFFERENCING,
        named == 0 || moved > 0,
        "beside the earlier release "
            + differing
            + " of "
            + figures
            + " figures differ"
            + (named > 0 && moved == 0
                ? "; they NAME " + named + " of " + changed.size() + " answers of one person"
                : ", in no way that names one person"));
  }

  private static List<String> key(PublishedFolder.Count count) {
    return List.of(String.join("|", count.variables()), String.join("|", count.codes()));
  }
}

package org.sampan.jobs.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sampan.sealing.Opener;

/// What a node tells another of the threads between them.
final class Told {

  private Told() {}

  static String of(Collection<Opener.Opened> letters) {
    Map<String, List<Long>> numbers = new TreeMap<>();
    letters.forEach(opened ->
        numbers
            .computeIfAbsent(
                opened.letter().order().caseId().value().toString(), k -> new ArrayList<>())
            .add(opened.letter().order().seq()));
    return numbers.entrySet().stream().map(Told::thread).collect(Collectors.joining(","));
  }

  private static String thread(Map.Entry<String, List<Long>> one) {
    long seen = 0;
    while (one.getValue().contains(seen + 1)) {
      seen++;
    }
    long reached = seen;
    String beyond =
        one.getValue().stream()
            .filter(seq -> seq > reached)
            .map(seq -> "{\"number\":" + seq + "}")
            .collect(Collectors.joining(","));
    return "{\"case\":\""
        + one.getKey()
        + "\",\"beyond\":["
        + beyond
        + "],\"number\":"
        + reached
        + ",\"sent\":0}";
  }
}

package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sampan.sealing.Letter;
import org.sampan.sealing.Opener;

/// The letters of each direction of a case, numbered from 1 without a gap, each naming the one
/// before: a letter left out, put in or exchanged is found.
final class Threads {
  private final Map<String, List<Opener.Opened>> byThread = new TreeMap<>();
  private final List<Report.Check> checks;

  Threads(List<Report.Check> checks) {
    this.checks = checks;
  }

  void add(Opener.Opened opened) {
    Letter.Route route = opened.letter().route();
    String thread =
        route.from() + " to " + route.to() + ", case " + opened.letter().order().caseId();
    byThread.computeIfAbsent(thread, each -> new ArrayList<>()).add(opened);
  }

  void examine() {
    byThread.forEach((thread, letters) -> {
      boolean holds = true;
      for (int at = 0; at < letters.size(); at++) {
        Letter.Order order = letters.get(at).letter().order();
        boolean follows =
            order.seq() == at + 1
                && (at == 0 || letters.get(at - 1).identity().equals(order.prev()));
        holds = holds && follows;
      }
      checks.add(
          new Report.Check(
              holds,
              holds
                  ? "From " + thread + ": numbers 1 to " + letters.size() + ", none left out."
                  : "From " + thread + ": a letter is left out, put in or out of order."));
    });
  }
}

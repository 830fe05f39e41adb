package org.sampan.sealing.court;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sampan.sealing.Letter;
import org.sampan.sealing.NodeId;
import org.sampan.sealing.Opener;

/// The letters of each direction of a case, numbered from 1 without a gap, each naming the one
/// before: a letter left out, put in or exchanged is found.
///
/// A number can be buried: its letter was taken back, and a *tombstone*, signed by the same node,
/// has its number and names its digest. Both may be here, if the letter arrived all the same; that
/// it did not, a tombstone does not prove. A number can be erased: then only the digest of its
/// letter is here.
final class Threads {
  private final Map<String, List<Opener.Opened>> byThread = new TreeMap<>();
  private final Map<String, List<CourtBundle.Erased>> erased = new HashMap<>();
  private final List<Report.Check> checks;

  Threads(List<Report.Check> checks) {
    this.checks = checks;
  }

  private static String thread(NodeId from, NodeId to, Letter.CaseId caseId) {
    return from + " to " + to + ", case " + caseId;
  }

  void add(Opener.Opened opened) {
    Letter.Route route = opened.letter().route();
    String thread = thread(route.from(), route.to(), opened.letter().order().caseId());
    byThread.computeIfAbsent(thread, each -> new ArrayList<>()).add(opened);
  }

  void add(CourtBundle.Erased letter) {
    CourtBundle.Place place = letter.place();
    String thread = thread(place.from(), place.to(), place.caseId());
    byThread.computeIfAbsent(thread, each -> new ArrayList<>());
    erased.computeIfAbsent(thread, each -> new ArrayList<>()).add(letter);
  }

  void examine() {
    byThread.forEach((thread, letters) -> {
      Numbers numbers = new Numbers();
      List<CourtBundle.Erased> gone = erased.getOrDefault(thread, List.of());
      boolean holds = numbers.hold(letters, gone);
      checks.add(
          new Report.Check(
              holds,
              holds
                  ? "From "
                      + thread
                      + ": numbers 1 to "
                      + numbers.last
                      + ", none left out."
                      + said("Taken back, with a signed tombstone in its place", numbers.buried)
                      + said("Erased", numbers.erased)
                  : "From " + thread + ": a letter is left out, put in or out of order."));
    });
  }

  private static String said(String what, TreeSet<Long> numbers) {
    return numbers.isEmpty() ? "" : " " + what + ": " + numbers + ".";
  }

  /// One thread, walked from its first number.
  private static final class Numbers {
    private final TreeSet<Long> buried = new TreeSet<>();
    private final TreeSet<Long> erased = new TreeSet<>();
    private long last;
    private Stands before = Stands.NOTHING;
    private Stands now = Stands.NOTHING;

    boolean hold(List<Opener.Opened> letters, List<CourtBundle.Erased> gone) {
      Map<Long, CourtBundle.Erased> byNumber = new HashMap<>();
      for (CourtBundle.Erased letter : gone) {
        if (byNumber.put(letter.place().number(), letter) != null) {
          return false;
        }
      }
      for (Opener.Opened letter : letters) {
        pass(byNumber, letter.letter().order().seq());
        if (!place(letter)) {
          return false;
        }
      }
      pass(byNumber, Long.MAX_VALUE);
      return byNumber.isEmpty();
    }

    /// Goes over erased numbers, up to and with this one.
    private void pass(Map<Long, CourtBundle.Erased> byNumber, long upTo) {
      while (last < upTo && byNumber.get(last + 1) instanceof CourtBundle.Erased letter) {
        byNumber.remove(last + 1);
        next(Stands.erased(letter));
        erased.add(last);
      }
    }

    private void next(Stands stands) {
      last++;
      before = now;
      now = stands;
    }

    private boolean place(Opener.Opened letter) {
      Letter.Order order = letter.letter().order();
      Stands stands = Stands.of(letter);
      if (stands.tombstone() != null) {
        buried.add(order.seq());
      }
      if (order.seq() == last + 1) {
        next(stands);
        return before.precedes(order, last);
      }
      boolean beside = order.seq() == last && last > 0 && now.buries(stands);
      now = beside ? now.with(stands) : now;
      return beside && before.precedes(order, last);
    }
  }
}

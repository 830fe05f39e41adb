package org.sampan.linkage.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sampan.linkage.value.Folding;
import org.sampan.linkage.value.NameHearing;
import org.sampan.names.Name;

/// Finds the place that a written name means, by its letters, or else by its sound in whatever
/// script: the place whose name is heard most clearly, if no other is heard as well.
public final class PlaceFinder {

  /// Bits by which the best place must be ahead of the next.
  private static final double AHEAD = 2;

  private static final double HEARD = 10;

  /// No more names than this are remembered.
  private static final int MOST = 100_000;

  private record Spelled(int place, Name name) {}

  private final Gazetteer gazetteer;

  /// Places by folded name and code; -1 where two places share it.
  private final Map<String, Integer> known = new HashMap<>();

  /// What was found by sound before.
  private final Map<String, OptionalInt> heard = new ConcurrentHashMap<>();

  private final Map<Integer, List<Spelled>> byKey = new HashMap<>();

  public PlaceFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (int place = 0; place < gazetteer.places().size(); place++) {
      Gazetteer.Place one = gazetteer.places().get(place);
      take(one.code(), place);
      for (String name : one.names()) {
        take(name, place);
        Spelled spelled = new Spelled(place, NameHearing.read(name));
        for (int key : NameHearing.keys(name)) {
          byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(spelled);
        }
      }
    }
  }

  private void take(String written, int place) {
    known.merge(Folding.fold(written), place, (one, other) -> one.equals(other) ? one : -1);
  }

  /// The place in the gazetteer's order; empty where none or more than one is meant.
  public OptionalInt find(String written) {
    String folded = Folding.fold(written);
    if (folded.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt before = heard.get(folded);
    if (before != null) {
      return before;
    }
    Integer place = known.get(folded);
    if (place != null) {
      return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }
    OptionalInt found = heard(written);
    if (heard.size() < MOST) {
      heard.put(folded, found);
    }
    return found;
  }

  private OptionalInt heard(String written) {
    Set<Spelled> candidates = new LinkedHashSet<>();
    for (int key : NameHearing.keys(written)) {
      candidates.addAll(byKey.getOrDefault(key, List.of()));
    }
    Name name = NameHearing.read(written);
    int best = -1;
    double most = HEARD;
    double next = HEARD - AHEAD;
    for (Spelled spelled : candidates) {
      double bits = NameHearing.bits(name, spelled.name);
      if (bits > most) {
        next = best == spelled.place ? next : most;
        most = bits;
        best = spelled.place;
      } else if (spelled.place != best && bits > next) {
        next = bits;
      }
    }
    return best >= 0 && most >= next + AHEAD ? OptionalInt.of(best) : OptionalInt.empty();
  }

  /// Where a place lies, as one number for [#kilometres]: never 0.
  public long where(int place) {
    Gazetteer.Place one = gazetteer.places().get(place);
    long north = Math.round((one.latitude() + 90) * 100_000) + 1;
    long east = Math.round((one.longitude() + 180) * 100_000);
    return north << 32 | east;
  }

  /// The distance of two places in kilometres, to one in a hundred below a thousand kilometres: on
  /// a sphere, with degrees of longitude as long as half-way between them.
  public static double kilometres(long one, long other) {
    double north = ((one >>> 32) - (other >>> 32)) / 100_000.0;
    double east = ((one & 0xffffffffL) - (other & 0xffffffffL)) / 100_000.0;
    double middle = ((one >>> 32) + (other >>> 32)) / 200_000.0 - 90;
    double shorter = east * StrictMath.cos(StrictMath.toRadians(middle));
    return 111.195 * Math.sqrt(north * north + shorter * shorter);
  }
}

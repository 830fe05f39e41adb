package org.sampan.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.names.Encoding;
import org.sampan.names.Name;
import org.sampan.names.NameList;
import org.sampan.names.Names;

/// The speed of one set of pairs: every name of one list against every name of another, on one
/// thread, in CPU time. Pairs that [Names#mayMeet] turns away and pairs that get a full score are
/// timed apart, each after rounds that warm the compiler up; the latter once more by one name beside
/// a list ([Names#list]). *Bytes a name* is the growth of the
/// heap while names are read, once the tables are warm, and once more after they were compared,
/// when they hold what a comparison remembers.
final class NamePairSpeed {

  static final String HEADER =
      "| pairs | compared | turned away | full scores | turned away, M/CPU-s |"
          + " full scores, M/CPU-s | the same beside a list, M/CPU-s | CPU-s |"
          + " bytes a name as read | after |\n"
          + "|---|---|---|---|---|---|---|---|---|---|";

  private static final int MILLION = 1_000_000;
  private static final double NANOSECONDS = 1e9;
  private static final double WARM = 1;
  private static final double MEASURED = 1;

  private final List<Name> one;
  private final List<Name> other;
  private final long bytesAsRead;
  private long bytesAfter;
  private final List<Name[]> full = new ArrayList<>();
  private final List<Name[]> away = new ArrayList<>();
  private double total;

  NamePairSpeed(List<String> one, List<String> other, Encoding encoding) {
    compare(read(one, encoding), read(other, Encoding.UNICODE));
    long before = heap();
    this.one = read(one, encoding);
    this.other = read(other, Encoding.UNICODE);
    this.bytesAsRead = heap() - before;
  }

  private static List<Name> read(List<String> names, Encoding encoding) {
    return names.stream().map(name -> Names.shipped().read(name, encoding)).toList();
  }

  private static double compare(List<Name> one, List<Name> other) {
    double sum = 0;
    for (Name mine : one) {
      for (Name others : other) {
        sum += Names.shipped().bits(mine, others);
      }
    }
    return sum;
  }

  /// Measures and gives a line of the table.
  String line(String title) {
    long before = heap();
    total += compare(one, other);
    bytesAfter = bytesAsRead + heap() - before;
    for (Name mine : one) {
      for (Name others : other) {
        (Names.shipped().mayMeet(mine, others) ? full : away).add(new Name[] {mine, others});
      }
    }
    double start = cpu();
    double turned = rate(away, false);
    double scored = rate(full, true);
    double beside = full.isEmpty() ? 0 : beside();
    int names = one.size() + other.size();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %s | %s | %s | %.1f | %,d | %,d |",
        title,
        away.size() + full.size(),
        away.size(),
        full.size(),
        away.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", turned / MILLION),
        full.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", scored / MILLION),
        full.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", beside / MILLION),
        cpu() - start,
        names == 0 ? 0 : bytesAsRead / names,
        names == 0 ? 0 : bytesAfter / names);
  }

  /// Pairs a CPU-second.
  private double rate(List<Name[]> pairs, boolean scores) {
    if (pairs.isEmpty()) {
      return 0;
    }
    rounds(pairs, scores, WARM);
    double start = cpu();
    long rounds = rounds(pairs, scores, MEASURED);
    return rounds * pairs.size() / (cpu() - start);
  }

  private long rounds(List<Name[]> pairs, boolean scores, double seconds) {
    Names names = Names.shipped();
    double end = cpu() + seconds;
    long rounds = 0;
    do {
      for (Name[] pair : pairs) {
        total += scores ? names.bits(pair[0], pair[1]) : names.mayMeet(pair[0], pair[1]) ? 1 : 0;
      }
      rounds++;
    } while (cpu() < end);
    return rounds;
  }

  /// Full scores a CPU-second where each name is compared with a list.
  private double beside() {
    NameList list = Names.shipped().list(other);
    List<int[]> places = one.stream().map(mine -> Names.shipped().mayMeet(mine, list)).toList();
    rounds(list, places, WARM);
    double start = cpu();
    long rounds = rounds(list, places, MEASURED);
    return rounds * full.size() / (cpu() - start);
  }

  private long rounds(NameList list, List<int[]> places, double seconds) {
    double end = cpu() + seconds;
    long rounds = 0;
    do {
      for (int i = 0; i < places.size(); i++) {
        for (double bits : Names.shipped().bits(one.get(i), list, places.get(i))) {
          total += bits;
        }
      }
      rounds++;
    } while (cpu() < end);
    return rounds;
  }

  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOSECONDS;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

package org.sampan.names.han;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Measures rank-1 recall a region and best F1 over the whole cross product on a file of names
/// (native, latin, about), and prints what was missed.
final class MeasureChinese {
  private record Person(String native_, Set<String> latin, String region) {}

  private record Scored(double bits, boolean same) {}

  public static void main(String[] arguments) throws IOException {
    Path file =
        Path.of(arguments.length > 0 ? arguments[0] : "/work/shared/data/names/chinese-person.tsv");
    boolean verbose = arguments.length > 1;
    System.out.println(measure(file, verbose));
  }

  /// Rank-1 recall by region.
  static Map<String, Double> recall(Path file) throws IOException {
    var recall = new TreeMap<String, Double>();
    measure(file, false)
        .forEach((region, text) -> {
          if (text.contains("=")) {
            recall.put(region, Double.parseDouble(text.substring(text.indexOf('=') + 1)));
          }
        });
    return recall;
  }

  static Map<String, String> measure(Path file, boolean verbose) throws IOException {
    var people = new ArrayList<Person>();
    var all = new LinkedHashSet<String>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Set<String> latin = new LinkedHashSet<>(List.of(cells[1].split("\\|")));
      all.addAll(latin);
      for (String form : cells[0].split("\\|")) {
        people.add(new Person(form, latin, cells[2].split(" ")[0]));
      }
    }
    HanMatcher matcher = HanMatcher.shipped();
    var hits = new TreeMap<String, int[]>();
    var scored = new ArrayList<Scored>();
    int same = 0;
    var read = new TreeMap<String, LatinName>();
    long start = System.nanoTime();
    for (Person person : people) {
      HanName han = matcher.readHan(person.native_);
      String best = "";
      double bestBits = Double.NEGATIVE_INFINITY;
      double own = Double.NEGATIVE_INFINITY;
      for (String latin : all) {
        double bits = matcher.match(han, read.computeIfAbsent(latin, matcher::readLatin)).bits();
        boolean match = person.latin.contains(latin);
        scored.add(new Scored(bits, match));
        if (verbose && !match && bits > 11) {
          System.out.printf(
              "FALSE %.1f %s = %s not %s%n", bits, person.native_, latin, person.latin);
        }
        same += match ? 1 : 0;
        own = match ? Math.max(own, bits) : own;
        if (bits > bestBits) {
          bestBits = bits;
          best = latin;
        }
      }
      int[] count = hits.computeIfAbsent(person.region, _ -> new int[2]);
      count[1]++;
      if (person.latin.contains(best)) {
        count[0]++;
      } else if (verbose) {
        System.out.printf(
            "MISS %s %s %s own %.1f best %s %.1f%n  %s%n  %s%n",
            person.region,
            person.native_,
            person.latin,
            own,
            best,
            bestBits,
            matcher.match(person.native_, person.latin.iterator().next()).segments(),
            matcher.match(person.native_, best).segments());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    var result = new TreeMap<String, String>();
    hits.forEach(
        (r, c) -> result.put(r, "%d/%d = %.3f".formatted(c[0], c[1], (double) c[0] / c[1])));
    scored.sort((a, b) -> Double.compare(b.bits, a.bits));
    double bestF1 = 0;
    double threshold = 0;
    int good = 0;
    for (int i = 0; i < scored.size(); i++) {
      good += scored.get(i).same ? 1 : 0;
      double f1 = 2.0 * good / (i + 1 + same);
      if (f1 > bestF1) {
        bestF1 = f1;
        threshold = scored.get(i).bits;
      }
    }
    result.put("F1", "%.3f at %.1f bits".formatted(bestF1, threshold));
    result.put("pairs", "%d in %.1f s".formatted(scored.size(), seconds));
    return result;
  }
}

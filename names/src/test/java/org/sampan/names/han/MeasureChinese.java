package org.sampan.names.han;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Measures rank-1 recall by region and the best F1 over the whole cross product on a file of names
/// (columns native, latin, about), each native form apart. Run with the file, and a second argument
/// to see what was missed.
final class MeasureChinese {
  private final HanMatcher matcher = HanMatcher.shipped();
  private final List<Person> people = new ArrayList<>();
  private final Map<String, LatinName> latin = new LinkedHashMap<>();
  private final Map<String, int[]> hits = new TreeMap<>();
  private final List<Scored> scored = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  private record Person(String written, Set<String> latin, String region) {}

  private record Scored(double bits, boolean same) {}

  public static void main(String[] arguments) throws IOException {
    var measure = new MeasureChinese();
    long start = System.nanoTime();
    measure.run(Path.of(arguments[0]));
    if (arguments.length > 1) {
      measure.missed.forEach(System.out::println);
    }
    measure.hits.forEach((region, count) ->
        System.out.printf(
            Locale.ROOT,
            "%s %d of %d = %.3f%n",
            region,
            count[0],
            count[1],
            (double) count[0] / count[1]));
    System.out.println(measure.bestF1());
    System.out.printf(
        Locale.ROOT,
        "%d pairs, %.1f s%n",
        measure.scored.size(),
        (System.nanoTime() - start) / 1e9);
  }

  /// Rank-1 recall by region.
  static Map<String, Double> recall(Path file) throws IOException {
    var measure = new MeasureChinese();
    measure.run(file);
    var recall = new TreeMap<String, Double>();
    measure.hits.forEach((region, count) -> recall.put(region, (double) count[0] / count[1]));
    return recall;
  }

  private void run(Path file) throws IOException {
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      Set<String> spellings = new LinkedHashSet<>(List.of(cells[1].split("\\|")));
      spellings.forEach(spelling -> latin.put(spelling, matcher.readLatin(spelling)));
      for (String form : cells[0].split("\\|")) {
        people.add(new Person(form, spellings, cells[2].split(" ")[0]));
      }
    }
    people.forEach(this::rank);
  }

  private void rank(Person person) {
    HanName han = matcher.readHan(person.written);
    String best = "";
    double bestBits = Double.NEGATIVE_INFINITY;
    for (var entry : latin.entrySet()) {
      double bits = matcher.match(han, entry.getValue()).bits();
      scored.add(new Scored(bits, person.latin.contains(entry.getKey())));
      if (bits > bestBits) {
        bestBits = bits;
        best = entry.getKey();
      }
    }
    int[] count = hits.computeIfAbsent(person.region, _ -> new int[2]);
    count[1]++;
    if (person.latin.contains(best)) {
      count[0]++;
    } else {
      missed.add(
          "%s %s is %s%n  %s%n  not %s %s"
              .formatted(
                  person.region,
                  person.written,
                  person.latin,
                  matcher.match(person.written, person.latin.iterator().next()),
                  best,
                  matcher.match(person.written, best)));
    }
  }

  private String bestF1() {
    scored.sort((a, b) -> Double.compare(b.bits, a.bits));
    long same = scored.stream().filter(Scored::same).count();
    double best = 0;
    double threshold = 0;
    int good = 0;
    for (int i = 0; i < scored.size(); i++) {
      good += scored.get(i).same ? 1 : 0;
      double f1 = 2.0 * good / (i + 1 + same);
      if (f1 > best) {
        best = f1;
        threshold = scored.get(i).bits;
      }
    }
    return "best F1 %.3f at %.1f bits".formatted(best, threshold);
  }
}

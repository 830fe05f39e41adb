package org.sampan.benchmarks;

import com.anyascii.AnyAscii;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.gcardone.junidecode.Junidecode;
import org.sampan.names.Names;

/// Romanisers with Jaro-Winkler on pairs of names: every native name against every Latin form of
/// the test half, as the notes define it.
final class NamesTable {

  private static final int MOST = 4000;
  private static final Transliterator ICU = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  private static final Names OURS = Names.shipped();
  private static final Transliterator ZAWGYI = Transliterator.getInstance("Zawgyi-my");

  private NamesTable() {}

  /// Prints the table.
  ///
  /// @param folder of files whose names end in .tsv, or one such file
  static void print(Path folder) throws IOException {
    Map<String, UnaryOperator<String>> peers = new TreeMap<>();
    peers.put("ICU4J", ICU::transliterate);
    peers.put("any-ascii", AnyAscii::transliterate);
    peers.put("junidecode", Junidecode::unidecode);
    System.out.println(
        "| file | names x forms | romaniser | rank-1 recall | best F1 | at | CPU-s |");
    System.out.println("|---|---|---|---|---|---|---|");
    List<Path> files;
    try (var all = Files.walk(folder, 1)) {
      files = all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
    for (Path file : files) {
      NamePairs pairs = read(file);
      if (!pairs.natives().isEmpty()) {
        System.out.println(line(file, "sampan", () -> pairs.measured(OURS), pairs));
        peers.forEach((name, peer) ->
            System.out.println(
                line(file, name + " + Jaro-Winkler", () -> pairs.measured(peer), pairs)));
      }
    }
  }

  private static String line(
      Path file, String who, Supplier<NamePairs.Measured> measuring, NamePairs pairs) {
    long before = cpu();
    NamePairs.Measured found = measuring.get();
    return String.format(
        Locale.ROOT,
        "| %s | %,d x %,d | %s | %.3f | %.3f | %.3f | %.1f |",
        file.getFileName(),
        pairs.natives().size(),
        pairs.forms().size(),
        who,
        found.recallAt1(),
        found.f1(),
        found.threshold(),
        (cpu() - before) / 1e9);
  }

  /// The test half: shuffled with seed 7, at most 4,000 names, the second half.
  private static NamePairs read(Path file) throws IOException {
    Map<String, LinkedHashSet<String>> latin = new TreeMap<>();
    Map<String, String> written = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().startsWith("native\tlatin")) {
      return new NamePairs(List.of(), List.of(), Map.of());
    }
    boolean zawgyi = file.toString().contains("zawgyi");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      if (cells.length < 2) {
        continue;
      }
      for (String form : cells[0].split("\\|")) {
        String own = zawgyi ? ZAWGYI.transliterate(form) : form;
        for (String spelling : cells[1].split("\\|")) {
          String letters = NamePairs.letters(ICU.transliterate(spelling));
          if (!letters.isEmpty()) {
            written.putIfAbsent(letters, spelling);
            latin.computeIfAbsent(own, key -> new LinkedHashSet<>()).add(letters);
          }
        }
      }
    }
    List<String> natives = new ArrayList<>(latin.keySet());
    Collections.shuffle(natives, new Random(7));
    int count = Math.min(MOST, natives.size());
    List<String> half = natives.subList(count / 2, count);
    return new NamePairs(
        List.copyOf(half),
        half.stream().map(latin::get).collect(Collectors.toUnmodifiableList()),
        written);
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getPlatformMXBean(
            com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}

package org.sampan.benchmarks;

import com.anyascii.AnyAscii;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /// Prints the table: a row a file, a column a romaniser.
  ///
  /// @param folder of files whose names end in .tsv, or one such file
  static void print(Path folder, PrintStream out) throws IOException {
    Map<String, UnaryOperator<String>> peers = new LinkedHashMap<>();
    peers.put("ICU4J 78.3", ICU::transliterate);
    peers.put("any-ascii 0.3.3", AnyAscii::transliterate);
    peers.put("junidecode 0.5.2", Junidecode::unidecode);
    out.println("| file | names x forms | sampan | " + String.join(" | ", peers.keySet()) + " |");
    out.println("|---|---|---|---|---|---|");
    List<Path> files;
    try (var all = Files.walk(folder, 1)) {
      files = all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
    for (Path file : files) {
      NamePairs pairs = read(file);
      if (!pairs.natives().isEmpty()) {
        System.err.println("names of " + file.getFileName());
        StringBuilder line = new StringBuilder("| ");
        line.append(file.getFileName()).append(" | ");
        line.append("%,d x %,d".formatted(pairs.natives().size(), pairs.forms().size()));
        line.append(cell(() -> pairs.measured(OURS)));
        peers.values().forEach(peer -> line.append(cell(() -> pairs.measured(peer))));
        out.println(line + " |");
      }
    }
  }

  private static String cell(Supplier<NamePairs.Measured> measuring) {
    long before = cpu();
    NamePairs.Measured found = measuring.get();
    return String.format(
        Locale.ROOT,
        " | %.3f / %.3f, %.1f s",
        found.recallAt1(),
        found.f1(),
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

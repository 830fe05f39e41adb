package org.sampan.jobs.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.names.Names;
import org.sampan.names.Training;
import org.sampan.names.lattice.Learning;

/// Fits the lines from raw scores to bits, after the tables are learned.
final class Calibrations {

  private static final String NONE = "\t1\t0\t-60";

  private Calibrations() {}

  /// Writes `calibration.tsv`; Burmese, for which no pairs may train, gets the mean of the others.
  static void write(Path data, Path out) throws IOException {
    Path file = out.resolve("calibration.tsv");
    List<String> plain = new ArrayList<>();
    for (String language : List.of("thai", "lao", "khmer", "burmese", "latin")) {
      plain.add(language + NONE);
    }
    Files.write(file, plain);
    Names names = ModelFolder.names(out.toString());
    String thai = Training.calibration("thai", names, pairs(data.resolve("thai-place.tsv")));
    String lao = Training.calibration("lao", names, pairs(data.resolve("lao-word.tsv")));
    String khmer = Training.calibration("khmer", names, pairs(data.resolve("khmer-place.tsv")));
    List<Learning.Pair> latin = twoForms(data.resolve("khmer-place.tsv"));
    latin.addAll(twoForms(data.resolve("lao-word.tsv")));
    List<String> lines = new ArrayList<>();
    lines.add("# From raw scores to bits: language TAB slope TAB shift TAB floor.");
    lines.add(
        "# Made by ./sampan names train; do not edit. Fitted on the pairs the tables learn from,");
    lines.add(
        "# for latin on two Latin forms of one name; burmese is the mean of the three before it.");
    lines.addAll(List.of(thai, lao, khmer, mean("burmese", List.of(thai, lao, khmer))));
    lines.add(Training.calibration("latin", names, latin));
    Files.write(file, lines);
  }

  private static List<Learning.Pair> pairs(Path file) {
    List<Learning.Pair> pairs = new ArrayList<>();
    for (PairFile.Row row : PairFile.read(file).rows()) {
      row.latin().forEach(latin -> pairs.add(new Learning.Pair(row.written().getFirst(), latin)));
    }
    return pairs;
  }

  private static List<Learning.Pair> twoForms(Path file) {
    Map<String, String> first = new HashMap<>();
    List<Learning.Pair> pairs = new ArrayList<>();
    for (Learning.Pair pair : pairs(file)) {
      String before = first.putIfAbsent(pair.written(), pair.latin());
      if (before != null && !before.equals(pair.latin())) {
        pairs.add(new Learning.Pair(before, pair.latin()));
      }
    }
    return pairs;
  }

  private static String mean(String language, List<String> lines) {
    double slope = 0;
    double shift = 0;
    for (String line : lines) {
      slope += Double.parseDouble(line.split("\t")[1]) / lines.size();
      shift += Double.parseDouble(line.split("\t")[2]) / lines.size();
    }
    String floor = lines.getFirst().split("\t")[3];
    return String.format(Locale.ROOT, "%s\t%.4f\t%.4f\t%s", language, slope, shift, floor);
  }
}

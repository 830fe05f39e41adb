package org.sampan.jobs.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.sampan.names.Names;
import org.sampan.names.Script;
import org.sampan.names.Training;
import org.sampan.names.lattice.Calibration;
import org.sampan.names.lattice.Learning;

/// Fits the lines from raw scores to bits, after the tables are learned.
final class Calibrations {

  private static final String NONE = "\t1\t0\t-60";
  private static final long SEED = 20261122;

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
    String thai = line(Script.THAI, data.resolve("thai-place.tsv"), out);
    String lao = line(Script.LAO, data.resolve("lao-word.tsv"), out);
    String khmer = line(Script.KHMER, data.resolve("khmer-place.tsv"), out);
    List<Learning.Pair> latin = twoForms(data.resolve("khmer-place.tsv"));
    latin.addAll(twoForms(data.resolve("lao-word.tsv")));
    List<String> lines = new ArrayList<>();
    lines.add("# From raw scores to bits: language TAB slope TAB shift TAB floor.");
    lines.add(
        "# Made by ./sampan names train; do not edit. Fitted on pairs held out: one half of the");
    lines.add(
        "# names teaches, the other half is scored, and the reverse; for latin on two Latin forms");
    lines.add(
        "# of one name. burmese has no pairs that may train: the mean of the three before it.");
    lines.addAll(List.of(thai, lao, khmer, mean("burmese", List.of(thai, lao, khmer))));
    lines.add(Training.calibration("latin", Training.scores(names, latin)));
    Files.write(file, lines);
  }

  /// Fits one language on what it did not learn from, and says on standard error how well the line
  /// of one half fits the other.
  private static String line(Script script, Path file, Path out) {
    String language = script.name().toLowerCase(Locale.ROOT);
    List<PairFile.Row> rows = new ArrayList<>(PairFile.read(file).rows());
    Collections.shuffle(rows, new Random(SEED));
    List<PairFile.Row> one = rows.subList(0, rows.size() / 2);
    List<PairFile.Row> other = rows.subList(rows.size() / 2, rows.size());
    Training.Scores first = heldOut(script, one, other, out);
    Training.Scores second = heldOut(script, other, one, out);
    String shipped = Training.calibration(language, first.and(second));
    System.err.println("Calibration of " + language + ", each half by the line of the other:");
    Measures measures = new Measures();
    add(measures, second, Training.calibration(language, first));
    add(measures, first, Training.calibration(language, second));
    measures.bands().forEach(System.err::println);
    return shipped;
  }

  private static Training.Scores heldOut(
      Script script, List<PairFile.Row> taught, List<PairFile.Row> scored, Path out) {
    List<Learning.Pair> pairs = new ArrayList<>();
    scored.forEach(
        row -> row.latin().forEach(l -> pairs.add(new Learning.Pair(row.written().getFirst(), l))));
    return Training.scores(ModelFolder.taught(script, taught, out), pairs);
  }

  private static void add(Measures measures, Training.Scores scores, String line) {
    Calibration calibration =
        Calibration.read(List.of(line), line.substring(0, line.indexOf('\t')));
    for (double raw : scores.right()) {
      measures.pair(calibration.bits(raw), true);
    }
    for (double raw : scores.wrong()) {
      measures.pair(calibration.bits(raw), false);
    }
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

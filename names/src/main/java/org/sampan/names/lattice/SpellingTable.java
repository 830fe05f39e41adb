package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sampan.names.script.NormalForm;

/// The rows of one language, found by kind, label and first character.
///
/// A line is `kind[/label] TAB native TAB spelling:weight ...` or a comment after `#`. The kind may
/// carry a prior, as in `word*0.3`. An empty native segment or spelling is written `-`. Weights are
/// rough counts; a missing one is 1.
public final class SpellingTable {

  private final List<SpellingRow> rows;
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<Integer, List<SpellingRow>> byPlace = new HashMap<>();

  SpellingTable(List<SpellingRow> rows) {
    this.rows = List.copyOf(rows);
    labels.put("", 0);
    for (SpellingRow row : rows) {
      labels.putIfAbsent(row.label(), labels.size());
      byPlace.computeIfAbsent(place(row), ignored -> new ArrayList<>()).add(row);
    }
  }

  /// Reads a table's lines, native segments in the normal form of their script; an unreadable line
  /// is refused with its number.
  public static SpellingTable of(List<String> lines, NormalForm form) {
    List<SpellingRow> rows = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          rows.add(row(line, form));
        } catch (IllegalArgumentException unreadable) {
          throw new IllegalArgumentException("Line " + number + ": " + line, unreadable);
        }
      }
    }
    addLinks(rows);
    return new SpellingTable(rows);
  }

  /// The same rows, each spelled as often as was seen; what was written counts as `strength`
  /// sightings.
  SpellingTable adjusted(Map<SpellingRow.Key, Map<String, Double>> seen, double strength) {
    List<SpellingRow> adjusted = new ArrayList<>();
    for (SpellingRow row : rows) {
      Map<String, Double> counts = seen.getOrDefault(row.key(), Map.of());
      adjusted.add(counts.isEmpty() ? row : row.with(joined(row, counts, strength)));
    }
    return new SpellingTable(adjusted);
  }

  /// The same rows after what was learned from pairs, in the lines [Learning] makes.
  public SpellingTable learned(List<String> lines, NormalForm form, double strength) {
    Map<SpellingRow.Key, Map<String, Double>> seen = new HashMap<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        SpellingRow row = row(line, form);
        Map<String, Double> counts = seen.computeIfAbsent(row.key(), k -> new HashMap<>());
        String[] cells = line.split("\t")[2].split(" ");
        for (String cell : cells) {
          int colon = cell.lastIndexOf(':');
          String latin = cell.substring(0, colon);
          counts.put(latin.equals("-") ? "" : latin, Double.valueOf(cell.substring(colon + 1)));
        }
      }
    }
    return adjusted(seen, strength);
  }

  private static List<SpellingRow.Spelling> joined(
      SpellingRow row, Map<String, Double> counts, double strength) {
    Map<String, Double> sums = new java.util.TreeMap<>(counts);
    for (SpellingRow.Spelling spelling : row.spellings()) {
      sums.merge(spelling.latin(), spelling.probability() * strength, Double::sum);
    }
    return sums.entrySet().stream()
        .map(entry -> new SpellingRow.Spelling(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<SpellingRow> rows() {
    return rows;
  }

  /// The rows of a kind that begin with a character, or without any text for character 0.
  List<SpellingRow> starting(RowKind kind, char first) {
    return byPlace.getOrDefault(kind.ordinal() << 16 | first, List.of());
  }

  int label(SpellingRow row) {
    return labels.getOrDefault(row.label(), 0);
  }

  private static int place(SpellingRow row) {
    char first = row.written().isEmpty() ? 0 : row.written().charAt(0);
    return row.kind().ordinal() << 16 | first;
  }

  private static SpellingRow row(String line, NormalForm form) {
    String[] cells = line.split("\t+");
    if (cells.length < 2) {
      throw new IllegalArgumentException("a row has three columns");
    }
    String[] kind = cells[0].split("\\*", 2);
    String[] name = kind[0].split("/", 2);
    return new SpellingRow(
        RowKind.valueOf(name[0].toUpperCase(Locale.ROOT)),
        name.length < 2 ? "" : name[1],
        cells[1].equals("-") ? "" : form.of(cells[1]),
        kind.length < 2 ? 1 : Double.parseDouble(kind[1]),
        cells.length < 3 ? List.of() : spellings(cells[2]));
  }

  private static List<SpellingRow.Spelling> spellings(String cell) {
    Map<String, Double> weights = new java.util.LinkedHashMap<>();
    double sum = 0;
    for (String each : cell.strip().split("\\s+")) {
      int colon = each.indexOf(':');
      String latin = colon < 0 ? each : each.substring(0, colon);
      double weight = colon < 0 ? 1 : Double.parseDouble(each.substring(colon + 1));
      weights.merge(latin.equals("-") ? "" : latin, weight, Double::sum);
      sum += weight;
    }
    List<SpellingRow.Spelling> spellings = new ArrayList<>();
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      spellings.add(new SpellingRow.Spelling(entry.getKey(), entry.getValue() / sum));
    }
    return spellings;
  }

  /// Fills each `link` row from the coda and the onset of the same letter.
  private static void addLinks(List<SpellingRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      SpellingRow link = rows.get(i);
      if (link.kind() == RowKind.LINK && link.spellings().isEmpty()) {
        rows.set(i, link.with(linked(rows, link.written())));
      }
    }
  }

  private static List<SpellingRow.Spelling> linked(List<SpellingRow> rows, String letter) {
    Map<String, Double> joined = new java.util.LinkedHashMap<>();
    for (SpellingRow.Spelling end : find(rows, RowKind.CODA, letter)) {
      for (SpellingRow.Spelling start : find(rows, RowKind.ONSET, letter)) {
        double both = end.probability() * start.probability();
        joined.merge(end.latin() + start.latin(), both * 0.75, Double::sum);
        joined.merge(start.latin(), both * 0.25, Double::sum);
      }
    }
    return joined.entrySet().stream()
        .filter(entry -> entry.getValue() > 0.01)
        .map(entry -> new SpellingRow.Spelling(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<SpellingRow.Spelling> find(
      List<SpellingRow> rows, RowKind kind, String written) {
    return rows.stream()
        .filter(row -> row.kind() == kind && row.written().equals(written))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a link needs the " + kind + " " + written))
        .spellings();
  }
}

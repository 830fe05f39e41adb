package org.sampan.disclosure.attacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.measuring.Marginal;

/// Invented releases: one as it should be, and what naive code makes.
final class InventedFolders {

  private InventedFolders() {}

  static Domain domain(boolean fromData) {
    List<Variable> variables = new ArrayList<>();
    for (String name : List.of("country", "sex", "age", "means")) {
      List<Category> categories = new ArrayList<>();
      for (String code : List.of("a", "b", "c")) {
        categories.add(new Category(code, code, Category.Kind.ANSWER));
      }
      variables.add(new Variable(name, name, categories, List.of()));
    }
    return new Domain("invented", "1", "nowhere", fromData, variables, List.of(), List.of());
  }

  /// Rows in order, no two of them with country c and means c.
  static Records rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    short[][] lines = new short[count][4];
    for (short[] line : lines) {
      for (int at = 0; at < 4; at++) {
        line[at] = (short) random.nextInt(3);
      }
      line[3] = line[0] == 2 && line[3] == 2 ? 0 : line[3];
    }
    Arrays.sort(lines, Arrays::compare);
    short[][] columns = new short[4][count];
    for (int row = 0; row < count; row++) {
      for (int at = 0; at < 4; at++) {
        columns[at][row] = lines[row][at];
      }
    }
    return Records.ofOneRowEach(domain(false), columns);
  }

  /// Every count of one and two variables that the rows give.
  static List<PublishedFolder.Count> counts(Records rows) {
    List<Marginal> marginals = new ArrayList<>(Marginal.all(4, 1));
    marginals.addAll(Marginal.all(4, 2));
    List<PublishedFolder.Count> counts = new ArrayList<>();
    for (Marginal marginal : marginals) {
      long[] cells = marginal.count(rows);
      for (int cell = 0; cell < cells.length; cell++) {
        int[] indices = marginal.indices(rows.domain(), cell);
        List<String> names = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int at = 0; at < indices.length; at++) {
          Variable variable = rows.domain().variable(marginal.variables().get(at));
          names.add(variable.name());
          codes.add(variable.categories().get(indices[at]).code());
        }
        String count = String.valueOf(cells[cell]);
        String status = cells[cell] > 0 ? "noised" : "withheld";
        counts.add(new PublishedFolder.Count(names, codes, count, count, count + "0", status));
      }
    }
    return counts;
  }

  /// Exact figures of so many people, the first of whom may stand there once more.
  static PublishedFolder exact(int count, int more) {
    Records rows = rows(count, 1);
    short[][] columns = new short[4][];
    for (int at = 0; at < 4; at++) {
      columns[at] = Arrays.copyOf(rows.column(at), count + more);
      Arrays.fill(columns[at], count, count + more, rows.column(at)[0]);
    }
    Records all = Records.ofOneRowEach(domain(false), columns);
    return new PublishedFolder(Map.of(), domain(false), counts(all), Optional.of(all), "1", "1e-6");
  }

  static PublishedFolder careful() {
    Records rows = rows(500, 1);
    List<PublishedFolder.Count> counts = counts(rows);
    String page = "<html><td>" + counts.getFirst().count() + "</td></html>";
    return new PublishedFolder(
        Map.of("report.html", page), domain(false), counts, Optional.of(rows), "1", "1e-6");
  }

  /// Fractions, a list read from the data, totals of another draw, a path, a share that gives its
  /// denominator away, and invented people.
  static PublishedFolder naive() {
    List<PublishedFolder.Count> counts = new ArrayList<>(counts(rows(500, 1)));
    PublishedFolder.Count first = counts.getFirst();
    counts.set(
        0,
        new PublishedFolder.Count(
            first.variables(), first.codes(), "163.25", "0", "200", "noised"));
    Records other = rows(480, 2);
    other.column(0)[0] = 2;
    other.column(3)[0] = 2;
    String page = "<html><!-- made by /home/sokha --><td>987654</td></html>";
    return new PublishedFolder(
        Map.of("report.html", page), domain(true), counts, Optional.of(other), "1", "1e-6");
  }
}

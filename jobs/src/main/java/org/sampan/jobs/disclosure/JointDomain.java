package org.sampan.jobs.disclosure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Variable;

/// Every value two files hold in the columns they share, to compare them where no list is given.
///
/// Only for comparing inside the house. A blank and a 0 count as no answer, as they do in
/// Microsoft's tool.
final class JointDomain {

  private JointDomain() {}

  static Domain of(Path real, Path synthetic) {
    List<String> left = Table.header(real);
    List<String> right = Table.header(synthetic);
    List<String> shared = left.stream().filter(right::contains).distinct().toList();
    List<Set<String>> values = new ArrayList<>();
    shared.forEach(_ -> values.add(new TreeSet<>()));
    collect(real, left, shared, values);
    collect(synthetic, right, shared, values);
    List<Variable> variables = new ArrayList<>();
    for (int at = 0; at < shared.size(); at++) {
      if (values.get(at).size() <= Short.MAX_VALUE) {
        variables.add(variable(shared.get(at), values.get(at)));
      } else {
        System.err.println("Left out, too many values: " + shared.get(at));
      }
    }
    return new Domain(
        "both files", "1", "read from both files", true, variables, List.of(), List.of());
  }

  private static void collect(
      Path file, List<String> header, List<String> shared, List<Set<String>> values) {
    int[] positions = shared.stream().mapToInt(header::indexOf).toArray();
    Table.rows(
        file,
        row -> {
          for (int at = 0; at < positions.length; at++) {
            if (positions[at] < row.size()) {
              values.get(at).add(row.get(positions[at]).strip());
            }
          }
          return true;
        });
  }

  private static Variable variable(String name, Set<String> codes) {
    List<Category> categories = new ArrayList<>();
    for (String code : codes) {
      Category.Kind kind =
          code.isEmpty() || code.equals("0") ? Category.Kind.NOT_ASKED : Category.Kind.ANSWER;
      categories.add(new Category(code, code.isEmpty() ? "blank" : code, kind));
    }
    return new Variable(name, name, categories.isEmpty() ? blank() : categories, List.of());
  }

  private static List<Category> blank() {
    return List.of(new Category("", "blank", Category.Kind.NOT_ASKED));
  }
}

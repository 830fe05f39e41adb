package org.sampan.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.sampan.disclosure.domain.Band;
import org.sampan.disclosure.domain.Category;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Variable;

/// A code list drawn from a file, for an operator to replace by a public one.
///
/// It is a leak if it is published: a category that one person has would show her. So it says of
/// itself that it was read from data, and whatever is released by it is stamped a rehearsal.
public final class ProposedDomain {

  /// Stands first in every plan that was proposed from a file.
  public static final String WARNING =
      "The list of categories below was READ FROM THE DATA. That is a leak: a category that only"
          + " one person has would show her. Compare it with a published code list, add what the"
          + " published list has and the file has not, take out what only the file has, name the"
          + " published list as source, and only then set readFromData to false. Until then"
          + " whatever is released is stamped a rehearsal and must not be published.";

  private static final int MOST_CATEGORIES = 64;
  private static final int BANDS = 20;
  private static final long MOST_PAIR_CELLS = 200_000;
  private static final int MOST_VARIABLES = 40;
  private static final Set<String> ABSENT = Set.of("", "n", "n/a", "na", "-99", "null");

  private final List<String> header;
  private final List<Set<String>> values = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  public ProposedDomain(List<String> header) {
    this.header = List.copyOf(header);
    header.forEach(_ -> values.add(new TreeSet<>()));
  }

  /// Takes one row's values into account.
  public void add(List<String> row) {
    for (int at = 0; at < Math.min(row.size(), values.size()); at++) {
      Set<String> seen = values.get(at);
      if (seen.size() <= 100_000) {
        seen.add(row.get(at).strip());
      }
    }
  }

  /// The proposal; columns that cannot be coded are left out and named by [#leftOut].
  public Domain domain(String file) {
    leftOut.clear();
    List<Variable> variables = new ArrayList<>();
    for (int at = 0; at < header.size(); at++) {
      Set<String> seen = values.get(at);
      if (variables.size() == MOST_VARIABLES || seen.size() < 2) {
        leftOut.add(header.get(at));
      } else if (seen.size() <= MOST_CATEGORIES) {
        variables.add(new Variable(header.get(at), header.get(at), categories(seen), List.of()));
      } else if (!addBanded(header.get(at), seen, variables)) {
        leftOut.add(header.get(at));
      }
      if (Plan.pairCells(variables) > MOST_PAIR_CELLS) {
        leftOut.add(variables.removeLast().name());
      }
    }
    return new Domain(
        file,
        "proposal",
        "Read from the data: replace by a public code list",
        true,
        variables,
        List.of(),
        List.of());
  }

  /// Columns that were left out: one value only, too many values, or one column too many.
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private static boolean addBanded(String name, Set<String> seen, List<Variable> variables) {
    Set<String> words = new TreeSet<>();
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (String value : seen) {
      if (value.matches("[0-9]{1,9}")) {
        least = Math.min(least, Integer.parseInt(value));
        most = Math.max(most, Integer.parseInt(value));
      } else {
        words.add(value);
      }
    }
    if (words.size() > 5 || least > most) {
      return false;
    }
    int step = roundStep((most - least) / BANDS + 1);
    List<Category> categories = categories(words);
    List<Band> bands = new ArrayList<>();
    for (int from = least / step * step; from <= most; from += step) {
      String code = step == 1 ? String.valueOf(from) : from + "-" + (from + step - 1);
      categories.add(new Category(code, code, Category.Kind.ANSWER));
      bands.add(new Band(from, from + step - 1, code));
    }
    variables.add(new Variable(name, name, categories, bands));
    return true;
  }

  /// The next of 1, 2, 5, 10, 20, 50 and so on, which says less about the data than its own range.
  private static int roundStep(int atLeast) {
    int power = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (factor * power >= atLeast) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private static List<Category> categories(Set<String> codes) {
    List<Category> categories = new ArrayList<>();
    for (String code : codes) {
      categories.add(new Category(code, code.isEmpty() ? "blank" : code, kind(code)));
    }
    return categories;
  }

  private static Category.Kind kind(String code) {
    if (ABSENT.contains(code.toLowerCase(Locale.ROOT))) {
      return Category.Kind.NOT_ASKED;
    }
    return code.equals("0") ? Category.Kind.NO : Category.Kind.ANSWER;
  }
}

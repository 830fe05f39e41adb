package org.sampan.disclosure.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Compares two extracts as somebody would who holds both: every combination of up to R attributes,
/// and where whole rows were promised every whole row, that more or fewer people show than before.
///
/// A difference of fewer than k people is about those few: who knows that one person was added
/// knows every combination that grew by one. So between two releases every count stays, or changes
/// by k or more.
public final class Differencing {

  /// Where the promise counts whole rows, combinations are compared up to this length.
  private static final int LENGTH = 3;

  private Differencing() {}

  /// What was found.
  ///
  /// @param changed counts that differ
  /// @param exposing those that differ by fewer than k
  /// @param smallest the smallest difference, 0 when nothing differs
  public record Result(int changed, int exposing, int smallest) {

    /// Whether the later extract may go out.
    public boolean permitted() {
      return exposing == 0;
    }
  }

  /// Compares a later extract with one already given away. Both must have the same columns.
  ///
  /// @throws IllegalArgumentException where the columns or their trees differ
  public static Result between(Extract earlier, Extract later) {
    Rows before = earlier.rows();
    Rows after = later.rows();
    if (!labels(before).equals(labels(after))) {
      throw new IllegalArgumentException("The two extracts have different columns or code lists");
    }
    int people = Math.max(earlier.promise().people(), later.promise().people());
    int length = Math.max(earlier.promise().length(), later.promise().length());
    Promise compared = Promise.combinations(people, length == 0 ? LENGTH : length);
    CombinationCounts counts = new CombinationCounts(after, compared);
    CombinationWalk walk = new CombinationWalk(counts, compared.length());
    count(before, walk, counts, -1);
    count(after, walk, counts, 1);
    Map<List<Integer>, Integer> whole = new HashMap<>();
    if (earlier.promise().length() == 0 || later.promise().length() == 0) {
      count(before, whole, -1);
      count(after, whole, 1);
    }
    int[] differences =
        IntStream.concat(counts.all(), whole.values().stream().mapToInt(Integer::intValue))
            .map(Math::abs)
            .filter(difference -> difference > 0)
            .toArray();
    int exposing = (int) IntStream.of(differences).filter(each -> each < people).count();
    return new Result(differences.length, exposing, IntStream.of(differences).min().orElse(0));
  }

  /// How many people a reader of both extracts sees in a crowd of fewer than k, where the two were
  /// made of the same people in the same order, for two partners who compare. She joins what one
  /// shows of a person with what the other shows.
  ///
  /// @throws IllegalArgumentException where the numbers of people differ
  public static int exposedByBoth(Extract one, Extract other) {
    if (one.rows().size() != other.rows().size()) {
      throw new IllegalArgumentException("The two extracts are not of the same people");
    }
    Map<List<List<String>>, Integer> joint = new HashMap<>();
    for (int row = 0; row < one.rows().size(); row++) {
      joint.merge(List.of(one.rows().labels(row), other.rows().labels(row)), 1, Integer::sum);
    }
    int people = Math.min(one.promise().people(), other.promise().people());
    return joint.values().stream().filter(count -> count < people).mapToInt(count -> count).sum();
  }

  /// An extract that goes on from one already given away: its rows stay as they are, the newcomers
  /// keep the promise among themselves. So whatever differs is about k of them or more. Refused
  /// while the newcomers are too few; they wait for the next.
  public static Extraction.Outcome continued(Extract earlier, Rows newcomers) {
    Optional<Extract> more =
        switch (Extraction.of(newcomers, earlier.promise())) {
          case Extraction.Outcome.Made made -> Optional.of(made.extract());
          case Extraction.Outcome.Refused _ -> Optional.empty();
        };
    if (more.isEmpty()) {
      return new Extraction.Outcome.Refused(
          "Fewer than %d people are new: an extract that showed them would point at them."
              .formatted(earlier.promise().people()));
    }
    int[][] cells = new int[earlier.rows().size() + newcomers.size()][];
    for (int row = 0; row < cells.length; row++) {
      cells[row] =
          row < earlier.rows().size()
              ? earlier.rows().row(row)
              : more.get().rows().row(row - earlier.rows().size());
    }
    Rows all = new Rows(newcomers.columns(), cells);
    return new Extraction.Outcome.Made(new Extract(all, earlier.promise()));
  }

  private static void count(Rows rows, CombinationWalk walk, CombinationCounts counts, int people) {
    for (int row = 0; row < rows.size(); row++) {
      int[] cells = rows.row(row);
      walk.each(cells, -1, (_, key) -> counts.add(key, cells, people));
    }
  }

  private static void count(Rows rows, Map<List<Integer>, Integer> whole, int people) {
    for (int row = 0; row < rows.size(); row++) {
      whole.merge(IntStream.of(rows.row(row)).boxed().toList(), people, Integer::sum);
    }
  }

  private static List<List<String>> labels(Rows rows) {
    return rows.columns().stream()
        .map(tree ->
            IntStream.range(0, tree.nodes())
                .mapToObj(node -> tree.column() + ":" + tree.label(node))
                .toList())
        .toList();
  }
}

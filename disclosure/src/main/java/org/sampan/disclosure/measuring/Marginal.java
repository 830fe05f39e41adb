package org.sampan.disclosure.measuring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Records;

/// A table over one to three variables of a domain, by position in ascending order.
///
/// A cell's number counts the last variable fastest.
public record Marginal(List<Integer> variables) {

  public Marginal {
    variables = List.copyOf(variables);
    if (variables.isEmpty() || variables.size() > 3) {
      throw new IllegalArgumentException("A marginal joins one to three variables");
    }
    for (int at = 1; at < variables.size(); at++) {
      if (variables.get(at - 1) >= variables.get(at)) {
        throw new IllegalArgumentException("A marginal's variables stand in ascending order");
      }
    }
  }

  public static Marginal of(Integer... variables) {
    return new Marginal(List.of(variables));
  }

  /// Every marginal of so many variables, in lexical order.
  public static List<Marginal> all(int width, int size) {
    List<Marginal> all = new ArrayList<>();
    extend(List.of(), 0, width, size, all);
    return all;
  }

  private static void extend(
      List<Integer> begun, int from, int width, int size, List<Marginal> all) {
    if (begun.size() == size) {
      all.add(new Marginal(begun));
      return;
    }
    for (int next = from; next < width; next++) {
      List<Integer> longer = new ArrayList<>(begun);
      longer.add(next);
      extend(longer, next + 1, width, size, all);
    }
  }

  /// How many cells the table has.
  public int cells(Domain domain) {
    int cells = 1;
    for (int variable : variables) {
      cells = Math.multiplyExact(cells, domain.variable(variable).size());
    }
    return cells;
  }

  /// How many rows fall in each cell; exact, so not for anybody's eyes.
  public long[] count(Records records) {
    long[] counts = new long[cells(records.domain())];
    short[] last = records.column(variables.getLast());
    if (variables.size() == 1) {
      for (short index : last) {
        counts[index]++;
      }
      return counts;
    }
    int size = records.domain().variable(variables.getLast()).size();
    short[] first = records.column(variables.getFirst());
    short[] middle = records.column(variables.get(variables.size() - 2));
    // With two variables the first is the one before the last, and has no weight of its own.
    int stride =
        variables.size() == 2 ? 0 : records.domain().variable(variables.get(1)).size() * size;
    for (int row = 0; row < last.length; row++) {
      counts[first[row] * stride + middle[row] * size + last[row]]++;
    }
    return counts;
  }

  /// The index of each variable's category in a cell.
  public int[] indices(Domain domain, int cell) {
    int[] indices = new int[variables.size()];
    int left = cell;
    for (int at = indices.length - 1; at >= 0; at--) {
      int size = domain.variable(variables.get(at)).size();
      indices[at] = left % size;
      left /= size;
    }
    return indices;
  }

  /// The names of the variables, joined.
  public String name(Domain domain) {
    return variables.stream()
        .map(variable -> domain.variable(variable).name())
        .collect(Collectors.joining(" x "));
  }
}

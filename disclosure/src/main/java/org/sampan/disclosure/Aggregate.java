package org.sampan.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.measuring.Measurement;

/// One published table: every cell of one, two or three variables.
public record Aggregate(List<Variable> variables, List<Figure> figures) {

  /// Two deviations either way hold more than 95 in 100 draws of the rounded Gaussian, and of
  /// weighted sums of it.
  private static final int DEVIATIONS = 2;

  public Aggregate {
    variables = List.copyOf(variables);
    figures = List.copyOf(figures);
  }

  /// Joins what was measured with what the rows say.
  ///
  /// The count is the rows', so that everything adds up. The interval is the estimate with its
  /// noise, widened where it must be to hold the count; cut at 0, below which nobody is.
  static Aggregate of(Measurement measured, Estimate estimate, long[] inRows, Domain domain) {
    List<Variable> variables =
        measured.marginal().variables().stream().map(domain::variable).toList();
    List<Figure> figures = new ArrayList<>();
    for (int cell = 0; cell < inRows.length; cell++) {
      int[] indices = measured.marginal().indices(domain, cell);
      List<String> codes = new ArrayList<>();
      for (int at = 0; at < indices.length; at++) {
        codes.add(variables.get(at).categories().get(indices[at]).code());
      }
      figures.add(
          measured.impossible()[cell]
              ? new Figure(codes, 0, 0, 0, Figure.Status.STRUCTURAL_ZERO)
              : figure(codes, inRows[cell], estimate.counts()[cell], estimate.deviation()));
    }
    return new Aggregate(variables, figures);
  }

  private static Figure figure(List<String> codes, long count, double estimate, double deviation) {
    long measuredLow = (long) Math.floor(estimate - DEVIATIONS * deviation);
    long measuredHigh = (long) Math.ceil(estimate + DEVIATIONS * deviation);
    long low = Math.max(0, Math.min(count, measuredLow));
    long high = Math.max(count, measuredHigh);
    Figure.Status status = count == 0 ? Figure.Status.WITHHELD : Figure.Status.NOISED;
    return new Figure(codes, count, low, high, status);
  }
}

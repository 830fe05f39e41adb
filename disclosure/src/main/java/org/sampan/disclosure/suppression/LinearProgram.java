package org.sampan.disclosure.suppression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// A linear program in words of this package, solved by ojAlgo.
final class LinearProgram {

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final List<Variable> variables = new ArrayList<>();
  private int rows;

  /// Adds a variable and returns its number.
  ///
  /// @param most the upper bound, or infinity
  int variable(double least, double most, double cost) {
    Variable variable = model.newVariable("x" + variables.size()).lower(least).weight(cost);
    if (most < Double.POSITIVE_INFINITY) {
      variable.upper(most);
    }
    variables.add(variable);
    return variables.size() - 1;
  }

  /// Demands that the weighted sum of variables is exactly this.
  void equal(int[] numbers, double[] weights, double value) {
    Expression row = model.newExpression("r" + rows++).level(value);
    for (int index = 0; index < numbers.length; index++) {
      row.set(variables.get(numbers[index]), weights[index]);
    }
  }

  /// Changes what a variable costs.
  void cost(int number, double cost) {
    variables.get(number).weight(cost);
  }

  /// Demands whole numbers.
  void whole() {
    variables.forEach(variable -> variable.integer(true));
  }

  /// The values that cost least; empty when no values satisfy it.
  Optional<double[]> least() {
    return values(model.minimise());
  }

  private Optional<double[]> values(Optimisation.Result result) {
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    double[] values = new double[variables.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = result.doubleValue(index);
    }
    return Optional.of(values);
  }
}

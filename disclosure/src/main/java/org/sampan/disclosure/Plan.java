package org.sampan.disclosure;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.sampan.disclosure.domain.Domain;
import org.sampan.disclosure.domain.Variable;
import org.sampan.disclosure.noise.GaussianProfile;
import org.sampan.disclosure.noise.Ratio;

/// Everything about a release that is decided before the data is opened.
///
/// @param release a name no other release has
/// @param title for people
/// @param data the file with the records
/// @param person the column that says whose row it is; empty where every row is a person's only
/// @param rowsAPerson how many rows of one person may count, at least 1
/// @param mostRows a person with more rows than this is a mistake in the file
/// @param guard pairs of answers fitted below so many deviations of their noise stay out of rows
/// @param choices how many tables of three are chosen for measuring by what came out before
/// @param ledger the file of the ledger
/// @param approvedBy who answers for the plan; empty until somebody does
public record Plan(
    String release,
    String title,
    Year year,
    String data,
    Optional<String> person,
    int rowsAPerson,
    int mostRows,
    Ratio epsilon,
    Ratio delta,
    Shares shares,
    int choices,
    Ratio guard,
    String ledger,
    Optional<String> approvedBy,
    Domain domain) {

  private static final long MOST_PAIR_CELLS = 1_000_000;

  /// How the loss is divided: among single variables, pairs, and the tables chosen on the way.
  public record Shares(Ratio singles, Ratio pairs, Ratio chosen) {

    public Shares {
      if (singles.signum() <= 0 || pairs.signum() <= 0 || chosen.signum() < 0) {
        throw new IllegalArgumentException("Shares of singles and pairs are above 0");
      }
      if (!singles.plus(pairs).plus(chosen).equals(Ratio.ONE)) {
        throw new IllegalArgumentException("The shares of a plan add up to 1");
      }
    }
  }

  public Plan {
    if (release.isBlank() || !release.matches("[a-z0-9][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException(
          "A release is named with small letters, digits, dots and hyphens");
    }
    if (epsilon.signum() <= 0 || delta.signum() <= 0 || delta.compareTo(Ratio.ONE) >= 0) {
      throw new IllegalArgumentException("Epsilon is above 0, delta between 0 and 1");
    }
    if (rowsAPerson < 1 || mostRows < rowsAPerson) {
      throw new IllegalArgumentException("A person has at least one row that counts");
    }
    if (choices < 0 || guard.signum() < 0) {
      throw new IllegalArgumentException("Choices and guard are not below 0");
    }
    if (domain.width() < 2 || domain.width() > 64) {
      throw new IllegalArgumentException("A plan has 2 to 64 variables");
    }
    if (pairCells(domain.variables()) > MOST_PAIR_CELLS) {
      throw new IllegalArgumentException(
          "All pairs of variables have more than 1,000,000 cells, which would be noise only:"
              + " group categories or leave variables out");
    }
  }

  /// What the release costs one person, as rho; for a domain nobody approved it protects only what
  /// the list itself does not give away.
  public Ratio rho() {
    return GaussianProfile.rho(epsilon, delta);
  }

  /// How many cells all tables of two of these variables have together.
  static long pairCells(List<Variable> variables) {
    long sum = 0;
    long squares = 0;
    for (Variable variable : variables) {
      sum += variable.size();
      squares += (long) variable.size() * variable.size();
    }
    return (sum * sum - squares) / 2;
  }
}

package org.sampan.screenings;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sampan.accounts.Account;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.Dimension;
import org.sampan.screening.DimensionFinding;
import org.sampan.screening.Finding;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.Outcome;
import org.sampan.screening.ReadingRule;

/// A result as it was kept: possible, never a verdict.
///
/// @param outcome what the answers then amounted to
/// @param positive the dimensions that were positive
/// @param nearly the dimensions one answer away
/// @param provisional whether the set had grades that are stand-ins
/// @param restsOnDisputed whether another view of disputed grades would change the outcome
/// @param couldChange whether open answers could change it
/// @param proof SHA-256, in hexadecimal, of set, reading, age, answers and outcome
public record KeptFinding(
    Id id,
    IndicatorSet.Id set,
    ReadingRule reading,
    AgeGroup age,
    Outcome outcome,
    Set<Dimension> positive,
    Set<Dimension> nearly,
    boolean provisional,
    boolean restsOnDisputed,
    boolean couldChange,
    String proof,
    Account.Id by,
    Instant at) {

  /// Names one kept result.
  public record Id(UUID value) {}

  public KeptFinding {
    positive = frozen(positive);
    nearly = frozen(nearly);
  }

  static KeptFinding of(Id id, Finding finding, String proof, Account.Id by, Instant at) {
    return new KeptFinding(
        id,
        finding.set(),
        finding.reading(),
        finding.age(),
        finding.outcome(),
        in(finding, DimensionFinding.State.POSITIVE),
        in(finding, DimensionFinding.State.ONE_ANSWER_AWAY),
        finding.provisional(),
        finding.restsOnDisputed(),
        finding.couldChange(),
        proof,
        by,
        at);
  }

  private static Set<Dimension> in(Finding finding, DimensionFinding.State state) {
    EnumSet<Dimension> found = EnumSet.noneOf(Dimension.class);
    finding.dimensions().stream()
        .filter(dimension -> dimension.state() == state)
        .forEach(dimension -> found.add(dimension.dimension()));
    return found;
  }

  private static Set<Dimension> frozen(Set<Dimension> dimensions) {
    EnumSet<Dimension> copy = EnumSet.noneOf(Dimension.class);
    copy.addAll(dimensions);
    return Collections.unmodifiableSet(copy);
  }

  @Override
  public String toString() {
    return "KeptFinding[" + id.value() + "]";
  }
}

package org.sampan.screenings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sampan.screening.Finding;
import org.sampan.screening.Indicator;
import org.sampan.screening.Outcome;
import org.sampan.screening.ReadingRule;
import org.sampan.screening.Standing;
import org.sampan.web.Screen;

/// What an interview shows, and why.
///
/// @param whole the screening with its sheet
/// @param finding read from the answers as they stand now
/// @param other by the set's other reading, if it offers one
/// @param kept the results kept so far, newest first
/// @param proof the proof of `finding`: equal to a kept one's when nothing changed since
/// @param next the identifier of the next result kept
record ResultPage(
    ScreeningPage whole,
    Finding finding,
    Optional<Finding> other,
    List<KeptFinding> kept,
    String proof,
    UUID next)
    implements Screen {

  ResultPage {
    kept = List.copyOf(kept);
  }

  Screening screening() {
    return whole.screening();
  }

  Hexagon hexagon() {
    return Hexagon.of(finding);
  }

  /// Whether exactly this was kept last.
  boolean isKept() {
    return !kept.isEmpty() && kept.getFirst().proof().equals(proof);
  }

  /// The signs of these identifiers, in order.
  List<Indicator> signs(List<Indicator.Id> ids) {
    return ids.stream().flatMap(id -> whole.set().find(id).stream()).toList();
  }

  /// How many yes answers rest on grades of this standing.
  int restsOn(Standing standing) {
    return finding.restsOn().getOrDefault(standing, List.of()).size();
  }

  /// The elements of the definition that are not shown.
  Set<Outcome.Element> lacking() {
    return switch (finding.outcome()) {
      case Outcome.Exploited(Set<Outcome.Element> lacking) -> lacking;
      case Outcome.NotEnoughAnswers(Set<Outcome.Element> lacking) -> lacking;
      case Outcome.NoneYet(Set<Outcome.Element> lacking) -> lacking;
      case Outcome.PossibleTrafficking _,
          Outcome.DeceivedAndExploited _,
          Outcome.OutsideIllustration _ ->
          Set.of();
    };
  }

  /// How a reading is written in an address.
  static String address(ReadingRule reading) {
    return reading.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return "ResultPage[" + screening().id().value() + "]";
  }
}

package org.sampan.screenings;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.screening.Answer;
import org.sampan.screening.IndicatorSet;

/// What another capability may know of a screening: no answer and no note, only what it amounts to.
///
/// @param screening who, when, by which set and in which language
/// @param set the set it was done by
/// @param danger whether she was in danger at once, if that was asked
/// @param finding the newest result somebody kept
public record ScreeningSummary(
    Screening screening,
    IndicatorSet set,
    Answer.@Nullable Reply danger,
    Optional<KeptFinding> finding) {

  /// When the newest result was kept.
  public Optional<Instant> kept() {
    return finding.map(KeptFinding::at);
  }

  @Override
  public String toString() {
    return "ScreeningSummary[" + screening.id().value() + "]";
  }
}

package org.sampan.screenings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sampan.accounts.Holding;
import org.sampan.screening.AgeGroup;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.ReadingRule;
import org.sampan.web.Language;

/// One interview of one person by one version of an indicator set, without its answers.
///
/// @param person who was interviewed; her case takes this identifier over, and with it her key
/// @param earlier the screening this one repeats, if any
/// @param reading the reading the result is shown by
/// @param language the language she is asked in
/// @param agreed whether she agreed to be interviewed, told why and that she may stop
/// @param finished when a result was first kept, or when she said no
/// @param caseFile the case opened from it, if any
public record Screening(
    Id id,
    Person person,
    @Nullable Id earlier,
    IndicatorSet.Id set,
    ReadingRule reading,
    AgeGroup age,
    Language language,
    boolean interpreter,
    boolean agreed,
    Holding holding,
    Instant started,
    @Nullable Instant finished,
    @Nullable UUID caseFile) {

  /// Names one screening.
  public record Id(UUID value) {}

  /// The person as the vault knows her, before she has a case.
  public record Person(UUID value) {}

  /// The path of its first page.
  String path() {
    return "/screenings/" + id.value();
  }

  boolean isFinished() {
    return finished != null;
  }

  @Override
  public String toString() {
    return "Screening[" + id.value() + "]";
  }
}

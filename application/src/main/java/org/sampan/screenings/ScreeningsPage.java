package org.sampan.screenings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.screening.Act;
import org.sampan.screening.IndicatorSet;
import org.sampan.vault.Personal;
import org.sampan.web.Screen;

/// The list of screenings within her reach, unfinished first.
///
/// @param page from 1
/// @param more whether another page follows
/// @param sets those that print on paper
record ScreeningsPage(List<Row> rows, int page, boolean more, List<IndicatorSet> sets, Instant now)
    implements Screen {

  static final int ROWS = 20;

  /// One screening of the list.
  ///
  /// @param answered how many questions have an answer
  /// @param place where it was held, as written; empty when it was not or her key is gone
  /// @param finding the newest result kept
  @Personal
  record Row(
      Screening screening,
      IndicatorSet set,
      int answered,
      String place,
      Optional<KeptFinding> finding) {
    int questions() {
      return set.indicators().size() + Act.values().length;
    }

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }
}

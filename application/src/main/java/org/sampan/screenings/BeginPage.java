package org.sampan.screenings;

import java.util.List;
import org.sampan.screening.IndicatorSet;
import org.sampan.screening.Standing;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// The form that begins a screening.
record BeginPage(Begin typed, List<IndicatorSet> sets, Problems problems) implements Screen {

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }

  /// How many grades of a set stand so.
  static long graded(IndicatorSet set, Standing standing) {
    return set.indicators().stream().filter(sign -> sign.standing() == standing).count();
  }

  @Override
  public String toString() {
    return "BeginPage[]";
  }
}

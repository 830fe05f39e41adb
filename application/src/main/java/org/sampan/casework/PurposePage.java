package org.sampan.casework;

import java.util.List;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// Asks why somebody opens what is not hers by duty. The page says nothing of the person.
record PurposePage(CaseFile.Id id, String path, Problems problems) implements Screen {

  /// Why somebody may open a colleague's case.
  static final List<String> PURPOSES =
      List.of("cover", "danger", "referral", "same-person", "supervision", "she-asks");

  List<String> purposes() {
    return PURPOSES;
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

package org.sampan.transfers;

import java.util.Set;
import org.sampan.casework.CaseFile;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// Where a case that came from elsewhere is closed, and what of it is told there.
///
/// @param allowed what the consent of the request covers, by name
record ClosingPage(
    CaseFile file,
    Transfer.Other asked,
    Set<String> allowed,
    String id,
    String outcome,
    Problems problems,
    Shown shown)
    implements Screen {

  boolean tells(Closing.Outcome outcome) {
    return outcome.within(allowed);
  }

  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

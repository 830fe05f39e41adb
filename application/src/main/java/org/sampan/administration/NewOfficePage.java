package org.sampan.administration;

import java.util.List;
import org.sampan.accounts.Agency;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// The form by which an office is added.
record NewOfficePage(NewOffice typed, List<Agency> agencies, Problems problems) implements Screen {
  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

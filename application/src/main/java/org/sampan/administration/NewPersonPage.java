package org.sampan.administration;

import java.util.List;
import org.sampan.accounts.Office;
import org.sampan.web.Problems;
import org.sampan.web.Screen;

/// The form by which a person is added.
record NewPersonPage(NewPerson typed, List<Office> offices, Problems problems) implements Screen {
  @Override
  public int status() {
    return problems.none() ? 200 : 422;
  }
}

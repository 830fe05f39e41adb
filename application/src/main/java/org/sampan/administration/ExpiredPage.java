package org.sampan.administration;

import org.sampan.web.Screen;

/// A link that was used, is too old, or never was: all three look the same.
record ExpiredPage() implements Screen {
  @Override
  public int status() {
    return 404;
  }
}

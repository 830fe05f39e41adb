package org.sampan.screenings;

import org.sampan.web.Screen;

/// What script puts back after it sent one question: when it was kept, by whom, and what else
/// stands.
record KeptPage(ScreeningPage whole, Asked asked) implements Screen {
  @Override
  public String toString() {
    return "KeptPage[" + asked.code() + "]";
  }
}

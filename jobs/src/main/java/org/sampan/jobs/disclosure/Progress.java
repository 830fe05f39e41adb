package org.sampan.jobs.disclosure;

import org.sampan.disclosure.Publishing;

/// Says on standard error how far a release is, one line a step.
final class Progress implements Publishing.Progress {

  @Override
  public void at(String step, int percent) {
    System.err.printf("%3d %%  %s%n", percent, step);
  }

  void end() {
    System.err.flush();
  }
}

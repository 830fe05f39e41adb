package org.sampan.web;

import java.util.UUID;

/// Something broke on our side.
///
/// @param incident the number a person can read out to the operator
record FaultPage(UUID incident) implements Screen {
  @Override
  public int status() {
    return 500;
  }
}

package org.sampan.sealing;

import java.nio.charset.StandardCharsets;

/// One row of a table of bad inputs: its name, what arrives, and the rule that refuses it.
record Case(String name, byte[] bytes, Reason reason) {

  static Case of(String name, byte[] bytes, Reason reason) {
    return new Case(name, bytes, reason);
  }

  static Case of(String name, String text, Reason reason) {
    return new Case(name, text.getBytes(StandardCharsets.UTF_8), reason);
  }

  @Override
  public String toString() {
    return name + " -> " + reason;
  }
}

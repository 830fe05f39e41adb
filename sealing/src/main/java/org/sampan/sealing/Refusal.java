package org.sampan.sealing;

/// Carries a [Reason] out of a constructor or a parser; its message is the reason's constant text.
final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  Refusal(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  static void unless(boolean holds, Reason reason) {
    if (!holds) {
      throw new Refusal(reason);
    }
  }
}

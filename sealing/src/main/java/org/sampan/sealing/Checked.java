package org.sampan.sealing;

import java.util.function.Supplier;

/// The outcome of checking something from outside: the value, proved, or the reason it is refused.
public sealed interface Checked<T> {

  /// The value passed every check.
  record Valid<T>(T value) implements Checked<T> {}

  /// The value was refused; nothing of it may be used.
  record Refused<T>(Reason reason) implements Checked<T> {}

  /// Runs a check and turns a refusal thrown on the way into a value.
  static <T> Checked<T> by(Supplier<T> check) {
    try {
      return new Valid<>(check.get());
    } catch (Refusal refusal) {
      return new Refused<>(refusal.reason());
    }
  }
}

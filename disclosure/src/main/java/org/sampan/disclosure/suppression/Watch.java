package org.sampan.disclosure.suppression;

/// Whoever waits for a protection: is told how far it is, and may lose patience.
public interface Watch {

  /// Waits as long as it takes.
  Watch PATIENT = (_, _, _) -> true;

  /// Whether to go on; without, [OutOfPatience] is thrown and nothing may be published.
  ///
  /// @param step in a few words
  /// @param done small counts that are settled, of `all`
  boolean goesOn(String step, int done, int all);

  /// The work was ended before everything was proven.
  final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfPatience() {
      super("The protection was not finished in time");
    }
  }

  /// Tells of a step and ends the work where that is wished.
  default void at(String step, int done, int all) {
    if (!goesOn(step, done, all)) {
      throw new OutOfPatience();
    }
  }
}

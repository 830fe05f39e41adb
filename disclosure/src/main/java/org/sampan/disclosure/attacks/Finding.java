package org.sampan.disclosure.attacks;

/// What one attack did.
///
/// @param measured what was seen, in a few words with its figures
public record Finding(Attack attack, Verdict verdict, String measured) {

  /// How it ended.
  public enum Verdict {
    /// It learned no more than is allowed.
    HELD,
    /// It learned more.
    FELL,
    /// It could not be tried with what was given.
    NOT_RUN
  }

  /// Two tries at one attack: it fell if either did.
  public Finding and(Finding other) {
    Verdict worse =
        verdict == Verdict.FELL || other.verdict == Verdict.FELL
            ? Verdict.FELL
            : verdict == Verdict.HELD || other.verdict == Verdict.HELD
                ? Verdict.HELD
                : Verdict.NOT_RUN;
    return new Finding(attack, worse, measured + "; " + other.measured);
  }

  /// For attacks that are played elsewhere, such as on files.
  public static Finding of(Attack attack, boolean held, String measured) {
    return new Finding(attack, held ? Verdict.HELD : Verdict.FELL, measured);
  }

  static Finding notRun(Attack attack, String why) {
    return new Finding(attack, Verdict.NOT_RUN, why);
  }
}

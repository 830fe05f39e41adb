package org.sampan.screening;

/// Whether the person is under 18 (Palermo 3(d)).
public enum AgeGroup {
  ADULT,
  CHILD,
  /// Age is in doubt: the person is treated as a child until shown otherwise.
  UNKNOWN;

  /// Whether the rule for children applies: to a child, and to anyone whose age is in doubt.
  public boolean treatedAsChild() {
    return this != ADULT;
  }
}

package org.sampan.accounts;

/// Whether somebody may see or do something, and whether she must say why first.
public enum Access {
  /// It is her work.
  BY_DUTY,
  /// Possible when she states a purpose, which is logged and reviewed.
  WITH_PURPOSE,
  /// As if it did not exist.
  NONE
}

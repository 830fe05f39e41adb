package org.sampan.accounts;

/// A wall between kinds of records that no role crosses: what a survivor tells her social worker is
/// not the police's to read.
public enum Compartment {
  PROTECTION,
  JUSTICE,
  REGISTRY,
  STATISTICS
}

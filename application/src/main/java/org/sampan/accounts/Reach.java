package org.sampan.accounts;

/// How far a duty reaches: each reach includes those before it.
public enum Reach {
  NONE,
  OWN,
  ASSIGNED,
  OFFICE,
  AGENCY,
  NODE
}

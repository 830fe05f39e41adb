package org.sampan.disclosure.domain;

import java.util.Set;

/// Pairs of categories that cannot stand in one record, whoever she is: a structural zero.
///
/// Every one of `codes` of `variable` excludes every one of `otherCodes` of `other`. It is public
/// knowledge (a definition, a law of nature), never something seen in the data; `why` says which.
public record Impossible(
    String variable, Set<String> codes, String other, Set<String> otherCodes, String why) {

  public Impossible {
    codes = Set.copyOf(codes);
    otherCodes = Set.copyOf(otherCodes);
    if (variable.equals(other)) {
      throw new IllegalArgumentException("A structural zero joins two variables: " + variable);
    }
    if (why.isBlank()) {
      throw new IllegalArgumentException("A structural zero says why: " + variable);
    }
  }
}

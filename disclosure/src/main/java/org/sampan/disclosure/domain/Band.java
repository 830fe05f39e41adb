package org.sampan.disclosure.domain;

/// Whole numbers `from` to `to`, both included, that are coded as one category, such as ages 20-24.
public record Band(int from, int to, String code) {

  public Band {
    if (from > to) {
      throw new IllegalArgumentException("A band begins before it ends: " + code);
    }
  }

  boolean holds(int number) {
    return from <= number && number <= to;
  }
}

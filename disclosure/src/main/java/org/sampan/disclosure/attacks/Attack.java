package org.sampan.disclosure.attacks;

/// The sixteen attacks, in their order.
public enum Attack {
  DIFFERENCING("one person more between two releases"),
  FLOATING_POINT("low bits of noise that was not whole"),
  SAMPLER("noise that is not what it is said to be"),
  CANARIES("planted people who must not be noticed"),
  CONTRIBUTION("one person with many records"),
  DOMAIN_LEAK("a category only the data has"),
  MEMBERSHIP("whether somebody was in the data"),
  INFERENCE("what somebody in the data answered"),
  LINEAR_PROGRAM("withheld cells from sums of others"),
  AVERAGING("the same figure by every route"),
  BUDGET("a release that was not paid for"),
  INTERSECTION("extracts of two partners put together"),
  METADATA("what files say beside their content"),
  COMPLEMENT("figures drawn or written that were not released"),
  SMALL_GROUPS("the worst-off group, not the mean"),
  FABRICATION("people who do not exist");

  private final String words;

  Attack(String words) {
    this.words = words;
  }

  /// Its number, from 1.
  public int number() {
    return ordinal() + 1;
  }

  /// What it tries.
  public String words() {
    return words;
  }
}

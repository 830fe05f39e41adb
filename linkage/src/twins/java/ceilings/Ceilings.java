package org.sampan.linkage.engine;

/// Rules nothing out: all letters are compared.
final class Ceilings {

  private Ceilings() {}

  static boolean mayReach(float likeness, long bagA, long bagB, int differ) {
    return true;
  }

  static boolean mayAgree(int edits, long bagA, long bagB, int longer) {
    return true;
  }
}

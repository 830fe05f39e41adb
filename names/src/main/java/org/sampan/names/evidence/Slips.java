package org.sampan.names.evidence;

/// Slips of the finger.
public final class Slips {
  private Slips() {}

  /// Whether two words differ by exactly one letter changed, added, left out, or by two neighbours
  /// swapped.
  public static boolean one(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int restOfA = a.length() - start - end;
    int restOfB = b.length() - start - end;
    if (restOfA <= 1 && restOfB <= 1) {
      return true;
    }
    return restOfA == 2
        && restOfB == 2
        && a.charAt(start) == b.charAt(start + 1)
        && a.charAt(start + 1) == b.charAt(start);
  }
}

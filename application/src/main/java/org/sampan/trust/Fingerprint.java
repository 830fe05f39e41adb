package org.sampan.trust;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sampan.sealing.Digest;

/// A digest as people compare it by voice: 40 decimal digits in eight groups of five, which every
/// language can read aloud. They carry 132 bits of the digest: nobody makes another text with the
/// same ones.
///
/// @param groups eight of five digits
public record Fingerprint(List<String> groups) {

  private static final int GROUPS = 8;
  private static final BigInteger FORTY_DIGITS = BigInteger.TEN.pow(40);

  public Fingerprint {
    groups = List.copyOf(groups);
    if (groups.size() != GROUPS || !groups.stream().allMatch(one -> one.matches("[0-9]{5}"))) {
      throw new IllegalArgumentException("a fingerprint has eight groups of five digits");
    }
  }

  /// The fingerprint of what this digest is of.
  public static Fingerprint of(Digest digest) {
    BigInteger number = new BigInteger(digest.hex(), 16).mod(FORTY_DIGITS);
    String digits = String.format(Locale.ROOT, "%040d", number);
    List<String> groups = new ArrayList<>();
    for (int at = 0; at < digits.length(); at += 5) {
      groups.add(digits.substring(at, at + 5));
    }
    return new Fingerprint(groups);
  }

  /// The groups in one line, parted by spaces.
  @Override
  public String toString() {
    return String.join(" ", groups);
  }
}

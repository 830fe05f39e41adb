package org.sampan.names.honorifics;

import java.util.List;

/// A written name and what was set apart from it.
///
/// @param name what remains without the words that are certainly no part of a name; never blank
///   unless what was written is
/// @param core what remains without the words that may be none either; never blank unless the name
///   is
/// @param found the words, in the order in which they were set apart
public record SplitName(String name, String core, List<Found> found) {

  public SplitName {
    found = List.copyOf(found);
  }

  /// An honorific where it was found.
  ///
  /// @param written the word as it was written
  public record Found(Honorific honorific, String written) {}

  /// What the honorifics together say of the bearer's sex; unsaid where they contradict each other.
  public Honorific.Sex sex() {
    Honorific.Sex said = Honorific.Sex.UNSAID;
    for (Found each : found) {
      Honorific.Sex sex = each.honorific().sex();
      if (sex != Honorific.Sex.UNSAID) {
        if (said != Honorific.Sex.UNSAID && said != sex) {
          return Honorific.Sex.UNSAID;
        }
        said = sex;
      }
    }
    return said;
  }
}

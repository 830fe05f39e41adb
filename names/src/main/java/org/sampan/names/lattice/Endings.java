package org.sampan.names.lattice;

import java.util.regex.Pattern;

/// Where a word ends: nothing follows but letters that a mark silences.
final class Endings {

  /// One or two letters under a thanthakhat (Thai) or its Lao and Khmer likes.
  private static final Pattern SILENCED = Pattern.compile("\\p{Lo}[ิุ]?[์໌៍]|\\p{Lo}\\p{Lo}์");

  private Endings() {}

  static boolean at(String text, int place) {
    return place >= text.length()
        || SILENCED.matcher(text).region(place, text.length()).lookingAt();
  }
}

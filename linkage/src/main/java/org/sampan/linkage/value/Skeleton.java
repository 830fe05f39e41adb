package org.sampan.linkage.value;

/// The consonants of a Latin name as the ear keeps them, for blocking: vowels and h are dropped
/// after the first letter, letters that are often written for one another are one.
public final class Skeleton {

  private Skeleton() {}

  /// The skeleton of a folded text, at most 8 letters; empty when it has no Latin letter.
  public static String of(String folded) {
    StringBuilder kept = new StringBuilder(8);
    char before = 0;
    for (int k = 0; k < folded.length() && kept.length() < 8; k++) {
      char letter = folded.charAt(k);
      char next = k + 1 < folded.length() ? folded.charAt(k + 1) : ' ';
      char sound = sound(letter, next);
      if (sound == 0 || sound == 'a' && !kept.isEmpty()) {
        before = sound == 0 ? before : sound;
        continue;
      }
      if (sound != before) {
        kept.append(sound);
      }
      before = sound;
    }
    return kept.toString();
  }

  private static char sound(char letter, char next) {
    return switch (letter) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
      case 'h' -> 0;
      case 'c' -> next == 'h' ? 'j' : next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
      case 'q', 'k' -> 'k';
      case 'g' -> next == 'e' || next == 'i' ? 'j' : 'g';
      case 'z', 'x', 's' -> 's';
      case 'p' -> next == 'h' ? 'f' : 'p';
      case 'v', 'w', 'f' -> 'f';
      case 'd', 't' -> 't';
      case 'b', 'j', 'l', 'm', 'n', 'r' -> letter;
      default -> 0;
    };
  }
}

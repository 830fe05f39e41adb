package org.sampan.names.vietnamese;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A name as a row of syllables; what stands in brackets is left out, syllables typed together are
/// cut, and remains of input methods are read.
///
/// @param syllables at most twelve
/// @param marked whether any of them carries a mark: then a mark that is absent says something
public record VietnameseName(List<VietnameseSyllable> syllables, boolean marked) {
  private static final int LONGEST = 12;

  static VietnameseName of(String written, SyllableInventory inventory, InputMethods methods) {
    String shortened = written.length() > 300 ? written.substring(0, 300) : written;
    String text =
        Normalizer.normalize(shortened.replaceAll("[(（][^)）]{2,}[)）]", " "), Normalizer.Form.NFC);
    var syllables = new ArrayList<VietnameseSyllable>();
    for (String word : text.split("[\\s,;/_\\-–—]+")) {
      for (VietnameseSyllable syllable : syllables(word, inventory, methods)) {
        if (!syllable.bare().isEmpty() && syllables.size() < LONGEST) {
          syllables.add(syllable);
        }
      }
    }
    return new VietnameseName(
        List.copyOf(syllables), syllables.stream().anyMatch(VietnameseSyllable::marked));
  }

  private static List<VietnameseSyllable> syllables(
      String word, SyllableInventory inventory, InputMethods methods) {
    VietnameseSyllable read = methods.read(word);
    if (read.marked() || inventory.bare(read.bare())) {
      return List.of(clean(read));
    }
    var pieces = new ArrayList<VietnameseSyllable>();
    for (String piece : word.split("[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})")) {
      VietnameseSyllable syllable = clean(methods.read(piece));
      List<String> cut = syllable.marked() ? List.of() : inventory.cut(syllable.bare());
      if (cut.size() > 1) {
        cut.forEach(bare -> pieces.add(VietnameseSyllable.of(bare)));
      } else {
        pieces.add(syllable);
      }
    }
    return pieces;
  }

  private static VietnameseSyllable clean(VietnameseSyllable syllable) {
    String letters = syllable.letters().replaceAll("[^\\p{L}]", "");
    return new VietnameseSyllable(letters, syllable.tone(), VietnameseLetters.ascii(letters));
  }

  /// The name with its last syllable first, as people abroad write it.
  VietnameseName familyNameMovedFirst() {
    if (syllables.size() < 2) {
      return this;
    }
    var moved = new ArrayList<>(syllables);
    moved.addFirst(moved.removeLast());
    return new VietnameseName(List.copyOf(moved), marked);
  }

  /// The name with its syllables in the opposite order.
  VietnameseName turned() {
    return new VietnameseName(syllables.reversed(), marked);
  }
}

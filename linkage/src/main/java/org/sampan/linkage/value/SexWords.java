package org.sampan.linkage.value;

import java.util.Map;

/// Sex or gender as registers write it, in seven languages.
public final class SexWords {

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("f", 1),
          Map.entry("female", 1),
          Map.entry("woman", 1),
          Map.entry("girl", 1),
          Map.entry("w", 1),
          Map.entry("nu", 1),
          Map.entry("หญิง", 1),
          Map.entry("หญง", 1),
          Map.entry("ญ", 1),
          Map.entry("ຍິງ", 1),
          Map.entry("ញ", 1),
          Map.entry("ស្រី", 1),
          Map.entry("ស", 1),
          Map.entry("မ", 1),
          Map.entry("အမျိုးသမီး", 1),
          Map.entry("女", 1),
          Map.entry("m", 2),
          Map.entry("male", 2),
          Map.entry("man", 2),
          Map.entry("boy", 2),
          Map.entry("nam", 2),
          Map.entry("ชาย", 2),
          Map.entry("ช", 2),
          Map.entry("ຊາຍ", 2),
          Map.entry("ប្រុស", 2),
          Map.entry("ប", 2),
          Map.entry("ကျား", 2),
          Map.entry("အမျိုးသား", 2),
          Map.entry("男", 2),
          Map.entry("x", 3),
          Map.entry("other", 3),
          Map.entry("unknown", 0));

  private SexWords() {}

  /// 1 female, 2 male, 3 another, 0 not said, -1 not a word for sex.
  public static int read(String folded) {
    return WORDS.getOrDefault(folded, -1);
  }
}

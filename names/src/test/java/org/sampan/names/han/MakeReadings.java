package org.sampan.names.han;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes `readings.csv` and `variants.csv` again: the Mandarin reading from ICU4J, the Cantonese
/// one and the variants from Unihan, the Sino-Vietnamese one from hanviet.csv. Run with the folder
/// of the data and the folder of the resources.
final class MakeReadings {
  private static final Transliterator MANDARIN = Transliterator.getInstance("Han-Latin");
  private static final Pattern UNIHAN = Pattern.compile("U\\+(\\w+) \\S+\t\\w+\t(.*)");
  private static final Pattern HANVIET = Pattern.compile("(.),\"?\\[(.*)\\]\"?,(.*)");
  private final Map<Integer, Set<String>> vietnamese = new TreeMap<>();
  private final Map<Integer, Set<String>> pinyin = new TreeMap<>();
  private final Map<Integer, String> cantonese = new TreeMap<>();
  private final Map<Integer, String> simplified = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    new MakeReadings().make(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private void make(Path data, Path resources) throws IOException {
    readVietnamese(data.resolve("hanviet.csv"));
    readUnihan(data.resolve("kCantonese.txt"), cantonese);
    readUnihan(data.resolve("kSimplifiedVariant.txt"), simplified);
    var characters = new LinkedHashSet<Integer>(vietnamese.keySet());
    for (var entry : simplified.entrySet()) {
      int to = point(entry.getValue().split(" ")[0]);
      if (vietnamese.containsKey(entry.getKey()) && to < 0xA000) {
        characters.add(to);
      }
    }
    Files.write(resources.resolve("readings.csv"), readings(characters));
    Files.write(resources.resolve("variants.csv"), variants(characters));
  }

  private List<String> readings(Set<Integer> characters) {
    var lines = new ArrayList<String>();
    lines.add("# Readings of Han characters; made by MakeReadings (test sources of this module).");
    lines.add("# pinyin: ICU4J Han-Latin, further ones from hanviet.csv; ü is v; no tones.");
    lines.add("# cantonese: Jyutping without tones, Unihan kCantonese. Unicode License v3.");
    lines.add("# vietnamese: Sino-Vietnamese, ph0ngp/hanviet-pinyin-wordlist. MIT.");
    lines.add("# Notices: see NOTICE beside this file. Never saw: any list of persons.");
    lines.add("character,pinyin,cantonese,vietnamese");
    characters.stream()
        .sorted()
        .filter(c -> c >= 0x4E00 && c < 0xA000)
        .forEach(c ->
            lines.add(
                "%s,%s,%s,%s"
                    .formatted(
                        Character.toString(c),
                        mandarin(c),
                        jyutping(c),
                        String.join(" ", vietnamese.getOrDefault(c, Set.of())))));
    return lines;
  }

  private String mandarin(int character) {
    var all = new LinkedHashSet<String>();
    all.add(toneless(MANDARIN.transliterate(Character.toString(character))));
    all.addAll(pinyin.getOrDefault(character, Set.of()));
    return String.join(" ", all.stream().filter(p -> p.matches("[a-z]+")).limit(3).toList());
  }

  private String jyutping(int character) {
    var all = new LinkedHashSet<String>();
    for (String reading : cantonese.getOrDefault(character, "").split(" ")) {
      all.add(reading.replaceAll("[0-9]", ""));
    }
    return String.join(" ", all.stream().limit(2).toList());
  }

  private List<String> variants(Set<Integer> characters) {
    var lines = new ArrayList<String>();
    lines.add(
        "# Traditional to simplified: Unihan kSimplifiedVariant. Unicode License v3, see NOTICE.");
    lines.add("character,simplified");
    for (var entry : simplified.entrySet()) {
      int to = point(entry.getValue().split(" ")[0]);
      if (entry.getKey() != to && entry.getKey() < 0xA000 && characters.contains(to)) {
        lines.add(Character.toString(entry.getKey()) + "," + Character.toString(to));
      }
    }
    return lines;
  }

  private void readVietnamese(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      Matcher row = HANVIET.matcher(line);
      if (row.matches()) {
        int character = row.group(1).codePointAt(0);
        for (String reading : row.group(2).replace("'", "").split(", ?")) {
          vietnamese.computeIfAbsent(character, _ -> new LinkedHashSet<>()).add(reading.strip());
        }
        String sound = row.group(3).replaceAll("[0-9]", "").replace("ü", "v").replace("u:", "v");
        pinyin.computeIfAbsent(character, _ -> new LinkedHashSet<>()).add(sound);
      }
    }
  }

  private static void readUnihan(Path file, Map<Integer, String> into) throws IOException {
    for (String line : Files.readAllLines(file)) {
      Matcher row = UNIHAN.matcher(line);
      if (row.matches()) {
        into.put(Integer.parseInt(row.group(1), 16), row.group(2));
      }
    }
  }

  private static int point(String written) {
    return Integer.parseInt(written.substring(2), 16);
  }

  private static String toneless(String marked) {
    String v = marked.replaceAll("[üǖǘǚǜ]", "v");
    return java.text.Normalizer.normalize(v, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }
}

package org.sampan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.sampan.jobs.registers.InventedRegisters;
import org.sampan.names.Encoding;
import org.sampan.names.Names;
import org.sampan.names.Script;

/// How fast pairs of names are compared, one line for each two scripts: names of the public sets,
/// and persons of several parts out of an invented register.
final class NamesSpeed {

  private static final int NAMES = 300;
  private static final int PERSONS = 100;
  private static final int ROWS = 6000;
  private static final Script[] SCRIPTS = {
    Script.THAI, Script.LAO, Script.KHMER, Script.BURMESE, Script.HAN, Script.LATIN
  };

  private NamesSpeed() {}

  /// Prints the table.
  ///
  /// @param folder of the sets of names
  static void print(Path folder) throws IOException {
    System.out.println(NamePairSpeed.HEADER);
    set(folder, "Thai persons, Latin", "thai-person.tsv");
    set(folder, "Burmese persons, Latin", "burmese-person-zawgyi.tsv");
    set(folder, "Khmer places, Latin", "khmer-place.tsv");
    set(folder, "Lao words, Latin", "lao-word.tsv");
    set(folder, "Vietnamese, without marks", "vietnamese-person.tsv");
    set(folder, "Han, Latin", "chinese-person.tsv");
    List<String> latin = column(folder.resolve("thai-person.tsv"), 1);
    half("Latin, Latin", latin);
    half("Han, Han", column(folder.resolve("chinese-person.tsv"), 0));
    persons();
  }

  private static void set(Path folder, String title, String name) throws IOException {
    Path file = folder.resolve(name);
    Encoding encoding = name.contains("zawgyi") ? Encoding.ZAWGYI : Encoding.UNICODE;
    System.out.println(new NamePairSpeed(column(file, 0), column(file, 1), encoding).line(title));
  }

  private static void half(String title, List<String> names) {
    int middle = names.size() / 2;
    List<String> one = names.subList(0, middle);
    List<String> other = names.subList(middle, names.size());
    System.out.println(new NamePairSpeed(one, other, Encoding.UNICODE).line(title));
  }

  /// The first form of each row, shuffled the same way every time.
  private static List<String> column(Path file, int column) throws IOException {
    List<String> names = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      if (cells.length > 1 && !cells[column].isBlank()) {
        names.add(cells[column].split("[|၊]")[0]);
      }
    }
    Collections.shuffle(names, new Random(7));
    return List.copyOf(names.subList(0, Math.min(NAMES, names.size())));
  }

  private static void persons() throws IOException {
    Path register = Files.createTempFile("register", ".csv");
    try {
      InventedRegisters.run(
          List.of("--generate", Integer.toString(ROWS), "--out", register.toString()));
      List<String> names = severalParts(register);
      for (int one = 0; one < SCRIPTS.length; one++) {
        for (int other = one; other < SCRIPTS.length; other++) {
          String title = "persons: " + word(SCRIPTS[one]) + ", " + word(SCRIPTS[other]);
          List<String> mine = of(names, SCRIPTS[one]);
          if (one == other) {
            half(title, mine);
          } else {
            List<String> others = of(names, SCRIPTS[other]);
            System.out.println(new NamePairSpeed(mine, others, Encoding.UNICODE).line(title));
          }
        }
      }
    } finally {
      Files.delete(register);
    }
  }

  private static List<String> severalParts(Path register) throws IOException {
    List<String> lines = Files.readAllLines(register);
    int column = Arrays.asList(lines.getFirst().split(",")).indexOf("name");
    List<String> names = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String name = line.split(",", -1)[column].strip();
      if (name.contains(" ") || !name.isEmpty() && Script.of(name.codePointAt(0)) == Script.HAN) {
        names.add(name);
      }
    }
    return names;
  }

  /// Burmese names of the register stand without spaces, so there may be few or none.
  private static List<String> of(List<String> names, Script script) {
    return names.stream()
        .filter(name -> Names.shipped().read(name).script() == script)
        .limit(PERSONS)
        .toList();
  }

  private static String word(Script script) {
    String name = script.name().toLowerCase(Locale.ROOT);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

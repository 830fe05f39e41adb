package org.sampan.linkage.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An invented register of the Mekong: names in three scripts, dates as people give them, slips.
/// The same for the same seed.
final class Invented {

  static final List<String> COLUMNS =
      List.of("id", "given", "family", "born", "card", "town", "address");

  private static final String[][] GIVEN = {
    {"Somchai", "สมชาย"},
    {"Malee", "มาลี"},
    {"Sokha", "សុខា"},
    {"Bopha", "បុប្ផា"},
    {"Kham", "คำ"},
    {"Dara", "ដារ៉ា"}
  };
  private static final String[] STARTS = {"som", "chan", "bou", "vi", "sok", "nga", "thi", "kham"};
  private static final String[] ENDS = {"chai", "phone", "savanh", "dara", "mala", "nary", "ly"};
  private static final String[] TOWNS = {"Pakse", "Siem Reap", "Mae Sot", "Vinh"};

  private Invented() {}

  /// Rows of people with one to three records each, in the order of COLUMNS.
  static List<List<String>> rows(int people, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      String[] given = GIVEN[dice.nextInt(GIVEN.length)];
      int year = dice.nextInt(1950, 2010);
      String[] row = {
        "",
        given[0] + (dice.nextInt(3) == 0 ? "" : " " + word(dice)),
        word(dice) + word(dice),
        "%02d/%02d/%d".formatted(dice.nextInt(1, 29), dice.nextInt(1, 13), year),
        String.valueOf(dice.nextInt(1_000_000, 9_999_999)),
        TOWNS[dice.nextInt(TOWNS.length)],
        "Street " + dice.nextInt(60) + ", ward " + word(dice)
      };
      for (int copy = dice.nextInt(3); copy >= 0; copy--) {
        String[] other = row.clone();
        slip(other, given, year, dice);
        other[0] = "r" + rows.size();
        rows.add(List.of(other));
      }
    }
    return rows;
  }

  private static void slip(String[] row, String[] given, int year, SplittableRandom dice) {
    switch (dice.nextInt(6)) {
      case 0 -> row[1] = given[1];
      case 1 -> row[3] = row[3].replace(String.valueOf(year), String.valueOf(year + 543));
      case 2 -> row[4] = "";
      case 3 -> row[2] = row[2].substring(1);
      case 4 -> {
        String family = row[2];
        row[2] = row[1];
        row[1] = family;
      }
      default -> {}
    }
  }

  private static String word(SplittableRandom dice) {
    return STARTS[dice.nextInt(STARTS.length)] + ENDS[dice.nextInt(ENDS.length)];
  }

  /// Writes some of the rows as CSV.
  static Path write(Path file, List<List<String>> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", COLUMNS));
    for (List<String> row : rows) {
      lines.add(
          String.join(
              ",",
              row.stream().map(cell -> cell.contains(",") ? '"' + cell + '"' : cell).toList()));
    }
    return Files.write(file, lines);
  }
}

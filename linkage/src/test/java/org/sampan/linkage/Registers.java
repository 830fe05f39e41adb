package org.sampan.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.sampan.linkage.model.Model;
import org.sampan.linkage.model.ModelWizard;
import org.sampan.linkage.record.RecordStore;

/// Invented registers for tests: the same for the same seed.
final class Registers {

  static final List<String> COLUMNS = List.of("first", "last", "born", "card", "town");

  private static final String[] STARTS = {"som", "chan", "bou", "vi", "sok", "nga", "thi", "kham"};
  private static final String[] ENDS = {"chai", "phone", "savanh", "dara", "mala", "nary", "ly"};
  private static final String[] TOWNS = {
    "pakse", "siem reap", "mae sot", "vinh", "hpa an", "ruili"
  };

  private Registers() {}

  /// People with one to three records each, some with a slip.
  static List<List<String>> rows(int people, long seed) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      String[] row = {
        name(dice),
        name(dice) + name(dice),
        "%d-%02d-%02d"
            .formatted(dice.nextInt(1950, 2010), dice.nextInt(1, 13), dice.nextInt(1, 29)),
        String.valueOf(dice.nextInt(1_000_000, 9_999_999)),
        TOWNS[dice.nextInt(TOWNS.length)]
      };
      rows.add(List.of(row));
      for (int copy = dice.nextInt(3); copy > 0; copy--) {
        String[] other = row.clone();
        int field = dice.nextInt(4);
        int place = dice.nextInt(other[field].length());
        other[field] = other[field].substring(0, place) + "1" + other[field].substring(place + 1);
        rows.add(List.of(other));
      }
    }
    return rows;
  }

  private static String name(SplittableRandom dice) {
    return STARTS[dice.nextInt(STARTS.length)] + ENDS[dice.nextInt(ENDS.length)];
  }

  static RecordStore store(List<List<String>> rows, String idBefore, int sources) {
    RecordStore.Builder builder = RecordStore.builder(COLUMNS);
    for (int row = 0; row < rows.size(); row++) {
      int source = sources == 2 && row >= rows.size() / 2 ? 1 : 0;
      builder.add(idBefore + row, source, rows.get(row).toArray(String[]::new));
    }
    return builder.build();
  }

  static Model proposed(List<List<String>> rows) {
    return ModelWizard.propose(COLUMNS, rows.subList(0, Math.min(500, rows.size())));
  }

  static RunOptions threads(int threads) {
    return new RunOptions(threads, 1L << 30, 7, (stage, done, total) -> {});
  }

  /// Every scored pair as a line, in the order it came.
  static List<String> scores(Linkage linkage) {
    List<String> scores = new ArrayList<>();
    linkage.score(-1000, (a, b, bits) -> scores.add(a + " " + b + " " + bits));
    return scores;
  }

  static List<String> sorted(List<String> lines) {
    String[] array = lines.toArray(String[]::new);
    Arrays.sort(array);
    return List.of(array);
  }
}

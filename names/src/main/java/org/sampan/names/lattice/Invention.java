package org.sampan.names.lattice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Latin forms of names nobody bears: one to three words of a table joined and spelled at random.
public final class Invention {

  private static final int MOST_WORDS = 3;

  private Invention() {}

  /// So many forms; empty for a table without words.
  public static List<String> names(SpellingTable table, int count, Random random) {
    List<SpellingRow> words =
        table.rows().stream().filter(row -> row.kind() == RowKind.WORD && speaks(row)).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count && !words.isEmpty(); i++) {
      StringBuilder name = new StringBuilder();
      for (int word = 1 + random.nextInt(MOST_WORDS); word > 0; word--) {
        name.append(spelled(words.get(random.nextInt(words.size())), random));
      }
      names.add(name.toString());
    }
    return names;
  }

  private static boolean speaks(SpellingRow row) {
    String first = row.spellings().getFirst().latin();
    return row.written().length() > 1 && !first.isEmpty() && !Character.isDigit(first.charAt(0));
  }

  private static String spelled(SpellingRow row, Random random) {
    double left = random.nextDouble();
    for (SpellingRow.Spelling spelling : row.spellings()) {
      left -= spelling.probability();
      if (left <= 0) {
        return spelling.latin();
      }
    }
    return row.spellings().getFirst().latin();
  }
}

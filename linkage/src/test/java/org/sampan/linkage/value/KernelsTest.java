package org.sampan.linkage.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The bit-parallel kernels against the textbook's, over generated texts.
class KernelsTest {

  @Test
  void edits_are_those_of_the_textbook() {
    SplittableRandom dice = new SplittableRandom(3);
    Edits edits = new Edits();
    for (int round = 0; round < 20_000; round++) {
      byte[] x = text(dice, 40);
      byte[] y = round % 2 == 0 ? text(dice, 40) : slipped(x, dice);

      edits.take(new Text().at(x, 0, x.length - 16));
      int found = edits.distance(new Text().at(y, 0, y.length - 16), 63);

      assertThat(found).isEqualTo(plainly(x, y));
    }
  }

  @Test
  void edits_do_not_depend_on_what_was_taken_before() {
    SplittableRandom dice = new SplittableRandom(9);
    Edits used = new Edits();
    byte[] held = new byte[79];
    Text asked = new Text();
    for (int round = 0; round < 5_000; round++) {
      byte[] x = text(dice, 12);
      byte[] y = text(dice, 12);
      System.arraycopy(x, 0, held, 0, x.length);

      used.take(asked.at(held, 0, x.length - 16));

      assertThat(used.distance(new Text().at(y, 0, y.length - 16), 63)).isEqualTo(plainly(x, y));
    }
  }

  @Test
  void likeness_is_symmetric_and_never_above_its_ceiling() {
    SplittableRandom dice = new SplittableRandom(4);
    for (int round = 0; round < 20_000; round++) {
      byte[] x = text(dice, round % 3 == 0 ? 40 : 15);
      byte[] y = round % 2 == 0 ? text(dice, 15) : slipped(x, dice);
      int lengthX = x.length - 16;
      int lengthY = y.length - 16;
      Text one = new Text().at(x, 0, lengthX);
      Text other = new Text().at(y, 0, lengthY);
      int prefix = 0;
      while (prefix < Math.min(4, Math.min(lengthX, lengthY)) && x[prefix] == y[prefix]) {
        prefix++;
      }

      float alike = JaroWinkler.similarity(one, other);
      float ceiling =
          JaroWinkler.ceiling(Symbols.bag(x, 0, lengthX), Symbols.bag(y, 0, lengthY), prefix);

      assertThat(alike).isBetween(0f, 1f).isLessThanOrEqualTo(ceiling + 1e-6f);
      assertThat(JaroWinkler.similarity(one, one)).isEqualTo(1f, within(1e-6f));
    }
  }

  private static byte[] text(SplittableRandom dice, int most) {
    byte[] text = new byte[dice.nextInt(1, most + 1) + 16];
    for (int k = 0; k < text.length - 16; k++) {
      text[k] = (byte) dice.nextInt(1, 7);
    }
    return text;
  }

  private static byte[] slipped(byte[] text, SplittableRandom dice) {
    byte[] slipped = text.clone();
    int place = dice.nextInt(text.length - 16);
    slipped[place] = (byte) dice.nextInt(1, 7);
    if (place > 0) {
      byte before = slipped[place - 1];
      slipped[place - 1] = slipped[place];
      slipped[place] = before;
    }
    return slipped;
  }

  /// Optimal string alignment by the table.
  private static int plainly(byte[] x, byte[] y) {
    int[][] table = new int[x.length - 15][y.length - 15];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table[0].length; j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int change = table[i - 1][j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
        table[i][j] = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[x.length - 16][y.length - 16];
  }
}

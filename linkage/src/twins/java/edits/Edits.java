package org.sampan.linkage.value;

/// Optimal string alignment by the textbook's table.
public final class Edits {

  private Text text = new Text();

  public void take(Text wanted) {
    text = wanted;
  }

  public int distance(Text other, int most) {
    int[][] cost = new int[text.length + 1][other.length + 1];
    for (int i = 0; i <= text.length; i++) {
      for (int j = 0; j <= other.length; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int changed = text.symbol(i - 1) == other.symbol(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + changed);
        boolean turned =
            i > 1
                && j > 1
                && text.symbol(i - 1) == other.symbol(j - 2)
                && text.symbol(i - 2) == other.symbol(j - 1);
        cost[i][j] = turned ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[text.length][other.length];
  }
}
